// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/task_dump.h"
#include "tasks/wait_table.h"

namespace plumbline {

struct WaitVerdict
{
    std::optional<Wait> wait; ///< none: it runs, has no stack, or nothing known stands there
    qsizetype frame = -1; ///< the deciding one, index into DumpedTask::frames
    /// False: only frames decided that the kernel marks as unreliable.
    bool isReliable = true;

    friend bool operator==(const WaitVerdict &, const WaitVerdict &) = default;
};

/// Tells for the tasks of one text what they wait for. It looks every different frame up once.
class WaitJudge
{
public:
    explicit WaitJudge(const TaskDumps &dumps);
    WaitVerdict judge(const DumpedTask &task) const;

private:
    WaitVerdict judge(const DumpedTask &task, bool unreliableToo) const;

    const std::vector<StackFrame> &m_frames;
    std::vector<const WaitRow *> m_rows; // of each frame
};

} // namespace plumbline
