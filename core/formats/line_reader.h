// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_cursor.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline {

/// Goes through a text line by line and knows the number of the line, so that every value can say
/// where it stood and every failure where it happened.
class LineReader
{
public:
    explicit LineReader(QByteArrayView text) : m_rest(text) { }

    /// To the next line; false at the end of the text.
    bool next();
    /// The current line without its end.
    QByteArrayView line() const { return m_line; }
    /// Of the current line, 1-based.
    int number() const { return m_number; }
    /// The text stopped before this line's end: its last value may be cut in two.
    bool isCut() const { return m_cut; }

    std::unexpected<Error> unreadable(const Phrase &expected, qsizetype column = 1) const;
    /// At the column of a cursor that walks over line().
    std::unexpected<Error> unreadable(const Phrase &expected, const TextCursor &cursor) const
    {
        return unreadable(expected, m_line.size() - cursor.remaining().size() + 1);
    }
    /// For a line that is cut.
    std::unexpected<Error> cutShort() const;

private:
    QByteArrayView m_rest;
    QByteArrayView m_line;
    int m_number = 0;
    bool m_cut = false;
};

std::unexpected<Error> unreadableAt(const Phrase &expected, qsizetype line, qsizetype column);

/// Where `c` stands last, or -1. QByteArrayView's own looks one byte beyond an empty view (Qt 6.8).
inline qsizetype lastIndexOf(QByteArrayView text, char c)
{
    return text.isEmpty() ? -1 : text.lastIndexOf(c);
}

/// A span such as 10.042; nullopt when it is negative, endless or no number at all.
std::optional<double> toSeconds(QByteArrayView text);

/// Blank, tab, line end or backslash as the kernel writes them in /proc: "\040" is a blank.
QByteArray withoutOctalEscapes(QByteArrayView text);

} // namespace plumbline
