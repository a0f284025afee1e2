// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/waits.h"

namespace plumbline {

WaitJudge::WaitJudge(const TaskDumps &dumps) : m_frames(dumps.frames)
{
    m_rows.reserve(m_frames.size());
    for (const StackFrame &frame : m_frames)
        m_rows.push_back(waitRow(frame.symbol));
}

static WaitVerdict verdict(Wait wait, qsizetype frame, bool isReliable)
{
    return {.wait = wait, .frame = frame, .isReliable = isReliable};
}

WaitVerdict WaitJudge::judge(const DumpedTask &task, bool unreliableToo) const
{
    WaitVerdict hint;
    bool isInnermost = true;
    for (qsizetype i = 0; i < task.frames.size(); ++i) {
        const quint32 frame = task.frames[i].frame;
        if (!unreliableToo && !m_frames[frame].reliable)
            continue;
        const WaitRow *row = m_rows[frame];
        if (row && row->strength == WaitRow::Passes)
            continue;
        if (row
            && (row->strength == WaitRow::Decides
                || (row->strength == WaitRow::DecidesInnermost && isInnermost)))
            return verdict(row->wait, i, !unreliableToo);
        if (row && row->strength == WaitRow::Hints && !hint.wait)
            hint = verdict(row->wait, i, !unreliableToo);
        isInnermost = false;
    }
    return hint;
}

WaitVerdict WaitJudge::judge(const DumpedTask &task) const
{
    // R runs, Z and X are gone.
    if (task.state == 'R' || task.state == 'Z' || task.state == 'X')
        return {};
    WaitVerdict certain = judge(task, false);
    return certain.wait ? certain : judge(task, true);
}

} // namespace plumbline
