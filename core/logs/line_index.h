// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace plumbline {

/// Where the lines of a large text begin, without keeping a place for each of them: how many line
/// ends stand before every 16 KiB of it. A place costs one look at such a block. That is 8 bytes
/// for 16 KiB, whatever the lines are: 0.03 bytes for a line of 50, and 5 MB for 10 GB without any
/// line end.
///
/// Lines and offsets are counted from 0; a line ends with \n, and \r before it is the line's own.
class LineIndex
{
public:
    /// Reads bytes of the text from an offset on and tells how many there were; what is missing was
    /// cut off since it was indexed.
    using Read = std::function<qsizetype(qint64 offset, std::span<char> into)>;

    /// The next bytes of the text, cut anywhere.
    void append(QByteArrayView bytes);

    qint64 size() const { return m_size; }
    /// Lines so far; one without an end counts, and nothing behind the last end does not.
    qint64 lineCount() const;
    /// The first byte of the line; nullopt when there is no such line or the text was cut.
    std::optional<qint64> startOf(qint64 line, const Read &read) const;
    /// The line that holds the byte; nullopt beyond the end.
    std::optional<qint64> lineAt(qint64 offset, const Read &read) const;
    /// Bytes of memory that it takes.
    qint64 memory() const { return qint64(m_before.capacity()) * qint64(sizeof(qint64)); }

private:
    std::vector<qint64> m_before; ///< line ends before each block
    qint64 m_newlines = 0;
    qint64 m_size = 0;
    bool m_endsLine = true; ///< the last byte is a line end, or there is none yet
};

} // namespace plumbline
