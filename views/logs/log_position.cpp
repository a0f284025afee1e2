// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_position.h"

#include "formats/log_line.h"
#include "views/models/visible_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace plumbline {

static QString secondsText(double seconds)
{
    return QCoreApplication::translate("logs", "%1 s").arg(QLocale().toString(seconds, 'f', 1));
}

QString eventTimeText(const LogEvent &event, const ClockMap &clock)
{
    if (event.guestTime) {
        if (const auto moment = clock.timeOf(event.line, *event.guestTime))
            return QString::fromUtf8(moment->text(0));
        return secondsText(*event.guestTime);
    }
    return visibleLine(event.wallTime, 40);
}

QString lineTimeText(qint64 line, const QByteArray &bytes, const ClockMap &clock)
{
    const QByteArray clean = withoutControls(bytes);
    const LogLine logged = readLogLine(clean);
    if (!logged.guestTime)
        return visibleLine(logged.wallTime, 40);
    const QString guest
        = QCoreApplication::translate("logs", "guest %1").arg(secondsText(*logged.guestTime));
    const auto moment = clock.timeOf(line + 1, *logged.guestTime);
    if (!moment && !logged.wallTime.isEmpty())
        return QCoreApplication::translate("logs", "%1 · wall %2")
            .arg(guest, visibleLine(logged.wallTime, 40));
    if (!moment)
        return guest;
    const auto behind = std::upper_bound(clock.boots().begin(), clock.boots().end(), line + 1,
        [](qint64 place, const ClockMap::BootTime &boot) { return place < boot.line; });
    const ClockMap::BootTime &boot = *std::prev(behind);
    return QCoreApplication::translate("logs", "%1 · wall %2 ± %3, by line %4")
        .arg(guest, QString::fromUtf8(moment->text(0)), secondsText(boot.error()),
            QLocale().toString(boot.sourceLine));
}

} // namespace plumbline
