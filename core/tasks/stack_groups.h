// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tasks/waits.h"

namespace plumbline {

/// The tasks of a dump that stand at the same place: same state, same frames. Frames that the
/// kernel marks as unreliable do not count, unless a stack has no others.
struct StackGroup
{
    char state = '?';
    WaitVerdict wait; ///< of the first task; its frame counts there
    std::vector<size_t> tasks; ///< indices into TaskDump::tasks, as they came

    friend bool operator==(const StackGroup &, const StackGroup &) = default;
};

/// Blocked ones (D) first, then the larger, then as they came.
std::vector<StackGroup> groupStacks(
    const TaskDumps &dumps, const TaskDump &dump, const WaitJudge &judge);

/// The frames that decide whether two stacks are the same.
QList<quint32> decidingFrames(const TaskDumps &dumps, const DumpedTask &task);

} // namespace plumbline
