// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <optional>
#include <vector>

namespace plumbline {

/// A set of line numbers of a large text: one bit a line up to the last one in it, and a count for
/// every 4096 lines, so that the n-th of the set and the number of those before a line are found
/// at once. Lines are counted from 0.
class LineSet
{
public:
    /// Lines come in rising order; a line that is in already may come again.
    void append(qint64 line);
    void clear();
    /// Takes this line and all behind it out.
    void cutFrom(qint64 line);

    qint64 count() const { return m_count; }
    bool contains(qint64 line) const;
    /// How many of the set stand before the line.
    qint64 rank(qint64 line) const;
    /// The n-th of the set, counted from 0; nullopt when it has not so many.
    std::optional<qint64> at(qint64 n) const;
    /// The nearest one at the line or behind it; at the line or before it.
    std::optional<qint64> nextFrom(qint64 line) const { return at(rank(line)); }
    std::optional<qint64> lastUpTo(qint64 line) const;

    /// The nearest that is in both: at the line or behind it; at the line or before it.
    static std::optional<qint64> nextInBoth(const LineSet &one, const LineSet &other, qint64 line);
    static std::optional<qint64> lastInBoth(const LineSet &one, const LineSet &other, qint64 line);

    /// Which of the first `lines` lines are in any of `in` (all of them where that is empty) and in
    /// none of `out`.
    static LineSet combined(const std::vector<const LineSet *> &in,
        const std::vector<const LineSet *> &out, qint64 lines);

    /// Bytes of memory that it takes.
    qint64 memory() const;
    friend bool operator==(const LineSet &, const LineSet &) = default;

private:
    quint64 word(size_t index) const { return index < m_words.size() ? m_words[index] : 0; }
    void appendWord(quint64 bits);

    std::vector<quint64> m_words;
    std::vector<qint64> m_before; ///< how many stand before each block of words
    qint64 m_count = 0;
};

} // namespace plumbline
