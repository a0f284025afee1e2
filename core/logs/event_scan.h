// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/clock_map.h"
#include "logs/event_matcher.h"
#include "logs/guest_time_watch.h"

#include <array>

namespace plumbline {

/// Finds the events of a log that comes in pieces, in one pass and in bounded memory. What it finds
/// does not depend on where the pieces are cut.
///
/// Of a line longer than 64 KiB the rest is not looked at.
class EventScan
{
public:
    /// More events than these are counted and not kept.
    static constexpr size_t mostEvents = 100'000;

    void append(QByteArrayView bytes);
    /// The last line may have no end: it is looked at now. Appending goes on with another line.
    void finish();

    /// In the order of their lines. The last one may still grow.
    const std::vector<LogEvent> &events() const { return m_events; }
    /// Those that were not kept, by kind.
    const std::array<qint64, eventKindCount> &notKept() const { return m_notKept; }
    const ClockMap &clock() const { return m_clock; }
    qint64 size() const { return m_size; }
    qint64 lineCount() const { return m_ends + (m_atLineStart ? 0 : 1); }

private:
    /// What an event's further lines are known by: there are none, their shape, following at once.
    enum class Extent : quint8 { Line, Stack, Burst };

    static Extent extentOf(const LogEvent &event);
    void scan(QByteArrayView lines);
    void lookAt(
        QByteArrayView line, AnchorSearch::Anchors anchors, const GuestTimeWatch::Step *step);
    void lookAtBelow(const LogLine &logged);
    void takeDropped(const AnchorSearch::Anchors &anchors, LogLine &logged);
    void beginBoot();
    void stepBack(const GuestTimeWatch::Step &step, const LogLine &logged);
    void begin(LogEvent event);
    bool isPartOfOpen(const LogEvent &event) const;
    void skipLine(QByteArrayView &bytes);

    EventMatcher m_matcher;
    GuestTimeWatch m_guestTimes;
    ClockMap m_clock;
    std::vector<LogEvent> m_events;
    std::array<qint64, eventKindCount> m_notKept{};

    QByteArray m_carry; ///< a line whose end has not come
    bool m_isSkipping = false; ///< in a line of which enough was seen
    qint64 m_size = 0;
    qint64 m_ends = 0; ///< line ends among all bytes
    bool m_atLineStart = true;
    qint64 m_line = 1; ///< number of the line that scan() comes to
    qint64 m_offset = 0; ///< where it begins

    Extent m_open = Extent::Line; ///< of the last event, while it may have more lines
    int m_foreign = 0; ///< lines since its last one that are not its own
    std::optional<double> m_openTime; ///< of its last line
};

} // namespace plumbline
