// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/qemu_threads.h"

#include "path/layer_parts.h"
#include "probes/catalogue.h"

#include <algorithm>
#include <array>

namespace plumbline {

Phrase ServingThread::name() const
{
    return iothread.isEmpty() ? PHRASE("path", "QEMU's main loop")
                              : PHRASE("path", "IOThread %1").arg(QString::fromUtf8(iothread));
}

// /proc keeps 15 bytes of "IO iothread1".
static qint64 byName(const QByteArray &id, const TaskTable &table)
{
    const QByteArray comm = QByteArray("IO " + id).left(15);
    const auto found = std::find_if(table.threads.begin(), table.threads.end(),
        [&comm](const ThreadState &thread) { return thread.comm == comm; });
    return found == table.threads.end() ? 0 : found->tid;
}

QList<ServingThread> servingThreads(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    QList<ServingThread> threads{{{}, plan.pid}};
    const auto told = facts.lastKnown(qemuIothreads, plan.subject());
    const auto table = facts.lastKnown(processThreads, plan.subject());
    for (const QByteArray &id : disk.iothreads) {
        qint64 tid = 0;
        if (told) {
            const auto found = std::find_if(told->value.begin(), told->value.end(),
                [&id](const IoThread &thread) { return thread.id == id; });
            tid = found == told->value.end() ? 0 : found->thread;
        }
        if (tid == 0 && table)
            tid = byName(id, table->value);
        if (tid > 0)
            threads.append({id, tid});
    }
    return threads;
}

// Where a thread without work waits: poll, epoll, or io_uring in place of both.
static bool isPolling(const QByteArray &wchan)
{
    static constexpr std::array<QByteArrayView, 7> places{"poll_schedule_timeout", "do_sys_poll",
        "do_poll", "ep_poll", "do_epoll_wait", "io_cqring_wait", "do_select"};
    return std::any_of(places.begin(), places.end(),
        [&wchan](QByteArrayView place) { return wchan.startsWith(place); });
}

Phrase threadPhrase(const ThreadState &thread)
{
    const Phrase place = asPhrase(thread.wchan);
    switch (thread.state) {
    case 'R':
        return PHRASE("path", "runs");
    case 'D':
        return thread.wchan.isEmpty()
            ? PHRASE("path", "is in D; where needs root's rights, or its own user's")
            : PHRASE("path", "is in D in %1").arg(place);
    case 'S':
    case 'I':
        if (thread.wchan.isEmpty())
            return PHRASE("path", "sleeps; where needs root's rights, or its own user's");
        if (isPolling(thread.wchan))
            return PHRASE("path", "waits in poll (idle is normal)");
        if (thread.wchan.startsWith("futex"))
            return PHRASE("path", "waits for a lock of another thread (futex)");
        return PHRASE("path", "sleeps in %1").arg(place);
    case 'T':
    case 't':
        return PHRASE("path", "is stopped");
    default:
        return PHRASE("path", "is in state %1").arg(QString(QLatin1Char(thread.state)));
    }
}

static void addStack(Layer &layer, const ServingThread &serving, const KernelStack &stack)
{
    // The innermost say what it waits for; all of them stand in the evidence.
    static constexpr qsizetype most = 5;
    QByteArray text;
    for (const QByteArray &function : stack.functions.first(std::min(most, stack.functions.size())))
        text += (text.isEmpty() ? "" : " ◂ ") + function;
    layer.details.append({PHRASE("path", "kernel stack of %1").arg(serving.name()),
        text.isEmpty() ? PHRASE("path", "not seen: it needs root's rights") : asPhrase(text)});
}

void addThreadDetails(
    Layer &layer, const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const auto table = facts.last(processThreads, plan.subject());
    if (!table)
        return;
    const auto stacks = facts.last(processStacks, plan.subject());
    for (const ServingThread &serving : servingThreads(plan, disk, facts)) {
        const ThreadState *thread = table->value.thread(serving.tid);
        if (!thread)
            continue;
        layer.details.append({serving.name(), threadPhrase(*thread)});
        const KernelStack *stack = stacks ? stacks->value.thread(serving.tid) : nullptr;
        if (thread->state == 'D' && stack)
            addStack(layer, serving, *stack);
    }
}

} // namespace plumbline
