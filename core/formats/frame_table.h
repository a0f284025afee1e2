// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/stack_frame.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <vector>

namespace plumbline {

struct StackFrame
{
    QByteArray symbol; ///< or an address, "0xffffffffc0123456", of which the kernel knew no name
    quint64 offset = 0; ///< bytes into the function
    quint64 size = 0; ///< bytes of the function; 0: neither it nor the offset was printed
    QByteArray module; ///< empty: the kernel itself
    QByteArray source; ///< "kernel/sched/core.c:5376"; empty where nobody added it
    /// False for "? symbol": the address lay on the stack, but nothing shows that it will be
    /// returned to.
    bool reliable = true;

    friend bool operator==(const StackFrame &, const StackFrame &) = default;
};

/// Every different frame once. The stacks of 100,000 tasks have some thousand different frames, so
/// that looking at a line's bytes tells its frame without reading it again.
class FrameTable
{
public:
    static constexpr quint32 none = ~quint32(0);

    /// The frame that a line with these very bytes was.
    quint32 known(QByteArrayView line) const { return m_lines.value(line, none); }
    /// Keeps the frame; `line`, if not empty, is known from now on. `none` when the table is full.
    quint32 add(const StackFrame &frame, QByteArrayView line);

    const StackFrame &at(quint32 index) const { return m_frames[index]; }
    std::vector<StackFrame> take() { return std::move(m_frames); }

private:
    std::vector<StackFrame> m_frames;
    QHash<QByteArray, quint32> m_byContent;
    QHash<QByteArrayView, quint32> m_lines; // views of m_kept
    std::deque<QByteArray> m_kept;
};

} // namespace plumbline
