// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/dump_comparison.h"

#include "tasks/stack_groups.h"

#include <QHash>

#include <algorithm>

namespace plumbline {

using TaskKey = std::pair<qint64, QByteArray>;

static QHash<TaskKey, const DumpedTask *> newestTasks(const TaskDumps &dumps)
{
    QHash<TaskKey, const DumpedTask *> tasks;
    for (const TaskDump &dump : dumps.dumps) {
        for (const DumpedTask &task : dump.tasks) {
            if (task.pid && *task.pid > 0)
                tasks.insert({*task.pid, task.comm}, &task);
        }
    }
    return tasks;
}

static bool isSameStack(
    const TaskDumps &before, const DumpedTask &one, const TaskDumps &after, const DumpedTask &other)
{
    const QList<quint32> frames = decidingFrames(before, one);
    const QList<quint32> otherFrames = decidingFrames(after, other);
    return std::equal(frames.begin(), frames.end(), otherFrames.begin(), otherFrames.end(),
        [&](quint32 a, quint32 b) { return before.frames[a] == after.frames[b]; });
}

// The same tasks, ordered by their lines.
static std::vector<const DumpedTask *> byLine(const QHash<TaskKey, const DumpedTask *> &tasks)
{
    std::vector<const DumpedTask *> ordered(tasks.begin(), tasks.end());
    std::sort(ordered.begin(), ordered.end(),
        [](const DumpedTask *one, const DumpedTask *other) { return one->line < other->line; });
    return ordered;
}

DumpComparison compareDumps(const TaskDumps &before, const TaskDumps &after)
{
    const auto old = newestTasks(before);
    const auto now = newestTasks(after);
    DumpComparison comparison;
    for (const DumpedTask *task : byLine(now)) {
        const DumpedTask *earlier = old.value({*task->pid, task->comm});
        if (!earlier) {
            comparison.fresh.push_back({.before = nullptr, .after = task});
            continue;
        }
        const bool sleeps = task->state != 'R' && task->state == earlier->state;
        const bool isUnmoved
            = sleeps && !task->frames.isEmpty() && isSameStack(before, *earlier, after, *task);
        (isUnmoved ? comparison.unmoved : comparison.moved)
            .push_back({.before = earlier, .after = task});
    }
    for (const DumpedTask *task : byLine(old)) {
        if (!now.contains({*task->pid, task->comm}))
            comparison.gone.push_back({.before = task, .after = nullptr});
    }
    return comparison;
}

} // namespace plumbline
