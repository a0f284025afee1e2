// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/wait_chains.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace plumbline {

// A chain as long as this is nobody's reading any more.
static constexpr size_t longestChain = 64;

// What is known of each pid: its newest stack, and whom it waits for.
static QHash<qint64, const DumpedTask *> newestByPid(const TaskDumps &dumps)
{
    QHash<qint64, const DumpedTask *> tasks;
    for (const TaskDump &dump : dumps.dumps) {
        for (const DumpedTask &task : dump.tasks) {
            if (task.pid && *task.pid > 0)
                tasks.insert(*task.pid, &task);
        }
    }
    return tasks;
}

// The journal's thread, if the text shows exactly one that is blocked.
static const DumpedTask *onlyBlockedJournal(const QHash<qint64, const DumpedTask *> &tasks)
{
    const DumpedTask *journal = nullptr;
    for (const DumpedTask *task : tasks) {
        if (task->state != 'D' || !task->comm.startsWith("jbd2/"))
            continue;
        if (journal)
            return nullptr;
        journal = task;
    }
    return journal;
}

static ChainLink linkTo(ChainLink::Reason reason, const DumpedTask &task)
{
    return {.reason = reason,
        .comm = task.comm,
        .pid = task.pid,
        .task = &task,
        .lock = {},
        .line = task.line};
}

std::vector<WaitChain> waitChains(const TaskDumps &dumps, const WaitJudge &judge)
{
    const QHash<qint64, const DumpedTask *> tasks = newestByPid(dumps);
    const DumpedTask *journal = onlyBlockedJournal(tasks);
    QHash<qint64, ChainLink> next;
    QSet<qint64> awaited;
    for (const DumpedTask *task : tasks) {
        if (task->blocker && task->blocker->pid) {
            const LockHolder &holder = *task->blocker;
            next.insert(*task->pid,
                {.reason = ChainLink::OwnsLock,
                    .comm = holder.comm,
                    .pid = holder.pid,
                    .task = tasks.value(*holder.pid),
                    .lock = holder.lock,
                    .line = holder.line});
        } else if (journal && task != journal && judge.judge(*task).wait == Wait::Journal) {
            next.insert(*task->pid, linkTo(ChainLink::CommitsJournal, *journal));
        }
        if (const auto link = next.constFind(*task->pid); link != next.constEnd())
            awaited.insert(*link->pid);
    }

    // Chains begin at tasks that nobody waits for; what is left after them goes in circles.
    std::vector<WaitChain> chains;
    QSet<qint64> seen;
    const auto follow = [&](qint64 start) {
        WaitChain chain;
        QSet<qint64> own{start};
        chain.links.push_back(linkTo(ChainLink::Start, *tasks.value(start)));
        for (auto link = next.constFind(start);
            link != next.constEnd() && chain.links.size() < longestChain;
            link = next.constFind(*link->pid)) {
            chain.links.push_back(*link);
            if (own.contains(*link->pid)) {
                chain.isCircle = true;
                break;
            }
            own.insert(*link->pid);
        }
        seen.unite(own);
        chains.push_back(std::move(chain));
    };
    QList<qint64> waiters = next.keys();
    std::sort(waiters.begin(), waiters.end());
    for (const qint64 waiter : waiters) {
        if (!awaited.contains(waiter))
            follow(waiter);
    }
    for (const qint64 waiter : waiters) {
        if (!seen.contains(waiter))
            follow(waiter);
    }
    std::stable_sort(
        chains.begin(), chains.end(), [](const WaitChain &one, const WaitChain &other) {
            return one.links.size() > other.links.size();
        });
    return chains;
}

} // namespace plumbline
