// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace plumbline {

/// Where the lines of an output begin, found piece by piece so that a large one blocks nobody.
class OutputLines
{
public:
    OutputLines() = default;
    explicit OutputLines(QByteArray text);

    /// Looks through `budget` more bytes; false when the end was reached.
    bool advance(qsizetype budget);
    bool isComplete() const { return m_done >= m_text.size(); }
    /// Lines known so far; a last line without an end counts once the index is complete.
    qsizetype size() const;
    /// 0-based; without its line end.
    QByteArrayView line(qsizetype number) const;

private:
    QByteArray m_text;
    /// Ends of lines, as offsets of the "\n".
    QList<qsizetype> m_ends;
    qsizetype m_done = 0;
};

} // namespace plumbline
