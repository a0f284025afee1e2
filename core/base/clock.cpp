// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace plumbline {

WallTime systemNow()
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

double secondsBetween(WallTime from, WallTime to)
{
    return std::chrono::duration<double>(to - from).count();
}

static QDateTime toQt(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC);
}

QString isoTime(WallTime time)
{
    return toQt(time).toString(Qt::ISODateWithMs);
}

WallTime wallTimeFromIso(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return WallTime(milliseconds(time.isValid() ? time.toMSecsSinceEpoch() : 0));
}

QString clockTime(WallTime time)
{
    return toQt(time).toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace plumbline
