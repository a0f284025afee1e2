// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/clock_map.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace plumbline {

static constexpr size_t mostBoots = 10'000;

void ClockMap::beginBoot(qint64 line)
{
    if (line > m_boots.back().line && m_boots.size() < mostBoots)
        m_boots.push_back(BootTime{.line = line, .source = {}, .sourceLine = 0, .zero = {}});
}

void ClockMap::look(qint64 line, const LogLine &logged, bool isClock)
{
    if (!logged.guestTime)
        return;
    if (!logged.wallTime.isEmpty())
        lookAtPrefix(line, logged);
    if (isClock)
        lookAtRtc(line, logged);
}

static qint64 milliseconds(double seconds)
{
    // Nothing is up for 30,000 years; what a broken stamp says must stay a number.
    return qRound64(std::clamp(seconds, 0.0, 1e12) * 1000);
}

// A log daemon writes when it got the line: that is late, never early. So of all lines the one
// counts that puts the boot earliest.
void ClockMap::lookAtPrefix(qint64 line, const LogLine &logged)
{
    std::optional<WrittenTime> written = readWrittenTime(logged.wallTime);
    if (!written)
        return;
    BootTime &boot = m_boots.back();
    written->time = written->time.addMSecs(
        milliseconds(written->resolution / 2) - milliseconds(*logged.guestTime));
    if (boot.source == Source::Prefix) {
        const qint64 earlier = written->time.msecsTo(boot.zero.time);
        constexpr qint64 day = 24LL * 3600 * 1000;
        // A year that is not written ends somewhere.
        if (earlier <= 0 || earlier > 180 * day)
            return;
    } else if (boot.source == Source::Rtc && (!written->hasYear || !written->hasZone)) {
        return;
    }
    boot.source = Source::Prefix;
    boot.sourceLine = line;
    boot.zero = *written;
}

// "rtc_cmos 00:04: setting system clock to 2026-11-21T11:29:58 UTC (1795260598)":
// drivers/rtc/class.c
void ClockMap::lookAtRtc(qint64 line, const LogLine &logged)
{
    static const QRegularExpression expression(
        QStringLiteral(R"(^\S.{0,60}: setting system clock to .{10,30} UTC \((\d{1,11})\))"));
    BootTime &boot = m_boots.back();
    if (boot.source == Source::Prefix && boot.zero.hasYear && boot.zero.hasZone)
        return;
    const QByteArrayView text = logged.text.first(std::min<qsizetype>(logged.text.size(), 200));
    const auto match = expression.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return;
    boot.source = Source::Rtc;
    boot.sourceLine = line;
    boot.zero.hasYear = true;
    boot.zero.hasZone = true;
    boot.zero.resolution = 1;
    // The kernel takes the middle of the second that the clock shows.
    boot.zero.time = QDateTime::fromMSecsSinceEpoch(
        match.captured(1).toLongLong() * 1000 + 500 - milliseconds(*logged.guestTime),
        QTimeZone::UTC);
}

std::optional<WrittenTime> ClockMap::timeOf(qint64 line, double guestTime) const
{
    auto boot = std::ranges::upper_bound(m_boots, line, {}, &BootTime::line);
    if (boot == m_boots.begin())
        return std::nullopt;
    --boot;
    if (boot->source == Source::None)
        return std::nullopt;
    WrittenTime moment = boot->zero;
    moment.time = moment.time.addMSecs(milliseconds(guestTime));
    return moment;
}

} // namespace plumbline
