// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/line_set.h"
#include "logs/log_bytes.h"
#include "logs/text_pattern.h"

namespace plumbline {

/// A pattern on its way through a log: a search, or a filter. Used by one thread.
class LogLens
{
public:
    explicit LogLens(TextPattern pattern) : m_pattern(std::move(pattern)) { }

    /// Looks at the next piece of the first `size` bytes, and appends the lines that match; false
    /// when there is nothing to look at yet. What was found from line() on no longer counts: it
    /// was a line without an end, which is looked at where `isEnd`, and again when it has grown. A
    /// match over the borders of pieces of a line of more than 4 MiB is not seen.
    bool advance(const LogBytes &bytes, qint64 size, bool isEnd, std::vector<qint64> &found);
    /// The line, from 0, that the next piece begins in.
    qint64 line() const { return m_line; }

    /// Bytes that it has passed.
    qint64 scanned() const { return m_seen; }

private:
    TextPattern m_pattern;
    qint64 m_offset = 0; ///< where the next piece begins
    qint64 m_line = 0; ///< the line that it begins in
    qint64 m_seen = 0; ///< up to there, with the last line that has no end yet
};

} // namespace plumbline
