// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/line_index.h"

#include "logs/newlines.h"

#include <algorithm>
#include <array>

namespace plumbline {

static constexpr qint64 blockSize = 16 * 1024;
using Block = std::array<char, blockSize>;

void LineIndex::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    m_endsLine = bytes.back() == '\n';
    while (!bytes.isEmpty()) {
        const qint64 inBlock = m_size % blockSize;
        if (inBlock == 0)
            m_before.push_back(m_newlines);
        const qsizetype part = std::min<qint64>(bytes.size(), blockSize - inBlock);
        m_newlines += countNewlines(bytes.first(part));
        m_size += part;
        bytes = bytes.sliced(part);
    }
}

qint64 LineIndex::lineCount() const
{
    return m_newlines + (m_endsLine ? 0 : 1);
}

std::optional<qint64> LineIndex::startOf(qint64 line, const Read &read) const
{
    if (line < 0 || line >= lineCount())
        return std::nullopt;
    if (line == 0)
        return 0;
    // The line begins behind the line-th end, which stands in the last block with fewer before it.
    const auto after = std::lower_bound(m_before.begin(), m_before.end(), line);
    const qint64 index = after - m_before.begin() - 1;
    Block block;
    const qint64 start = index * blockSize;
    const qsizetype got = read(start, std::span(block).first(std::min(blockSize, m_size - start)));
    const qsizetype at
        = behindNewline(QByteArrayView(block.data(), got), line - m_before[size_t(index)]);
    if (at < 0)
        return std::nullopt;
    return start + at;
}

std::optional<qint64> LineIndex::lineAt(qint64 offset, const Read &read) const
{
    if (offset < 0 || offset >= m_size)
        return std::nullopt;
    const qint64 start = offset - offset % blockSize;
    const qsizetype size = offset - start;
    Block block;
    if (size > 0 && read(start, std::span(block).first(size)) < size)
        return std::nullopt;
    return m_before[size_t(offset / blockSize)] + countNewlines(QByteArrayView(block.data(), size));
}

} // namespace plumbline
