// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/log_line.h"
#include "logs/anchor_search.h"
#include "logs/event_patterns.h"

#include <QRegularExpression>

#include <array>

namespace plumbline {

/// An expression of the table. It is compiled when it is first used: most logs have few kinds of
/// events.
class LinePattern
{
public:
    explicit LinePattern(const char *pattern) : m_pattern(pattern) { }

    /// The named groups that caught something; nullopt where the line is another.
    std::optional<QList<EventField>> match(QByteArrayView text);
    /// All that it may find.
    QList<QByteArray> groups();

private:
    void compile();

    const char *m_pattern;
    QRegularExpression m_expression;
    QList<QByteArray> m_names; ///< by number of the group; empty for one without a name
};

/// Finds the row of the table of events that a line fits.
class EventMatcher
{
public:
    EventMatcher();

    /// Its anchors are those of the rows; the last one is the clock's, which has no row.
    const AnchorSearch &search() const;
    /// Is the line one where the kernel sets its clock by the machine's?
    bool isClock(const AnchorSearch::Anchors &anchors) const;

    /// An event of this one line, without its place; nullopt when it is none.
    std::optional<LogEvent> match(const AnchorSearch::Anchors &anchors, const LogLine &line);
    /// More that a line within the extent tells of the event; what it tells already stays.
    void addDetails(LogEvent &event, QByteArrayView text);

private:
    struct Row
    {
        const EventPattern *pattern = nullptr;
        size_t anchor = 0;
        LinePattern expression;
    };
    std::vector<Row> m_rows;
    struct Detail
    {
        QByteArrayView anchor;
        LinePattern expression;
    };
    std::array<std::vector<Detail>, eventKindCount> m_details; ///< by the event's kind
};

} // namespace plumbline
