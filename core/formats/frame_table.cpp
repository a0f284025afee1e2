// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/frame_table.h"

namespace plumbline {

// The kernel has some 200,000 functions; what has more different frames is no kernel's log.
static constexpr size_t mostFrames = 1 << 20;

static QByteArray contentOf(const StackFrame &frame)
{
    // Symbols hold no blanks.
    return frame.symbol + ' ' + QByteArray::number(frame.offset, 16) + ' '
        + QByteArray::number(frame.size, 16) + ' ' + frame.module + ' ' + frame.source
        + (frame.reliable ? "" : " ?");
}

quint32 FrameTable::add(const StackFrame &frame, QByteArrayView line)
{
    const QByteArray content = contentOf(frame);
    quint32 index = m_byContent.value(content, none);
    if (index == none) {
        if (m_frames.size() >= mostFrames)
            return none;
        index = quint32(m_frames.size());
        m_frames.push_back(frame);
        m_byContent.insert(content, index);
    }
    if (!line.isEmpty() && m_kept.size() < mostFrames) {
        m_kept.push_back(line.toByteArray());
        m_lines.insert(m_kept.back(), index);
    }
    return index;
}

} // namespace plumbline
