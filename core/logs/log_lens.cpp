// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/log_lens.h"

#include "logs/newlines.h"

#include <algorithm>

namespace plumbline {

static constexpr qint64 pieceSize = qint64(4) * 1024 * 1024;

bool LogLens::advance(const LogBytes &bytes, qint64 size, bool isEnd, std::vector<qint64> &found)
{
    if (m_seen >= size)
        return false;
    // Kept by the thread: a fresh one for each piece would be filled with zeros first.
    thread_local std::vector<char> buffer(static_cast<size_t>(pieceSize));
    const auto wanted = size_t(std::min(pieceSize, size - m_offset));
    const qsizetype got = bytes.read(m_offset, std::span(buffer.data(), wanted));
    if (got <= 0)
        return false;
    const QByteArrayView piece(buffer.data(), got);
    const qsizetype end = piece.lastIndexOf('\n') + 1;
    const bool isLast = isEnd && m_offset + got >= size;
    const bool isFull = got == pieceSize;
    if (end == 0 && !isLast && !isFull)
        return false;
    const QByteArrayView whole = end > 0 && !isLast ? piece.first(end) : piece;
    qint64 line = m_line;
    qsizetype counted = 0;
    m_pattern.findLines(whole, [&](qsizetype start) {
        line += countNewlines(whole.sliced(counted, start - counted));
        counted = start;
        found.push_back(line);
    });
    m_seen = m_offset + whole.size();
    const qsizetype passed = end > 0 ? end : isFull ? whole.size() : 0;
    m_line += countNewlines(whole.first(passed));
    m_offset += passed;
    return true;
}

} // namespace plumbline
