// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/stack_groups.h"

#include <QHash>

#include <algorithm>

namespace plumbline {

QList<quint32> decidingFrames(const TaskDumps &dumps, const DumpedTask &task)
{
    QList<quint32> frames;
    frames.reserve(task.frames.size());
    for (const FramePlace &place : task.frames) {
        if (dumps.frame(place).reliable)
            frames.append(place.frame);
    }
    if (!frames.isEmpty())
        return frames;
    for (const FramePlace &place : task.frames)
        frames.append(place.frame);
    return frames;
}

std::vector<StackGroup> groupStacks(
    const TaskDumps &dumps, const TaskDump &dump, const WaitJudge &judge)
{
    std::vector<StackGroup> groups;
    QHash<std::pair<char, QList<quint32>>, size_t> known;
    for (size_t i = 0; i < dump.tasks.size(); ++i) {
        const DumpedTask &task = dump.tasks[i];
        const auto key = std::pair(task.state, decidingFrames(dumps, task));
        const auto found = known.constFind(key);
        if (found != known.constEnd()) {
            groups[*found].tasks.push_back(i);
            continue;
        }
        known.insert(key, groups.size());
        groups.push_back({.state = task.state, .wait = judge.judge(task), .tasks = {i}});
    }
    std::stable_sort(
        groups.begin(), groups.end(), [](const StackGroup &one, const StackGroup &other) {
            if ((one.state == 'D') != (other.state == 'D'))
                return one.state == 'D';
            return one.tasks.size() > other.tasks.size();
        });
    return groups;
}

} // namespace plumbline
