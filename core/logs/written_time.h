// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace plumbline {

/// A time as somebody wrote it into a log: what of it is known.
struct WrittenTime
{
    /// In UTC where the zone was written; else the clock on somebody's wall, kept as if it were
    /// UTC.
    QDateTime time;
    double resolution = 1; ///< s; the moment lies in [time, time + resolution)
    bool hasYear = true; ///< without one the year is 2000, which has all days
    bool hasZone = false;

    /// ISO 8601 with as many decimals as are asked for; without the year, or the Z, where unknown.
    QByteArray text(int decimals) const;
    friend bool operator==(const WrittenTime &, const WrittenTime &) = default;
};

/// "Nov 22 02:07:05.123456", "2026-11-22T02:07:05+01:00", "Sun Nov 22 02:07:05 2026",
/// "Sun 2026-11-22 02:07:05 UTC", "2026-11-22 02:07:05", "1795313225.123456". Nullopt for others,
/// such as names of months in another language.
std::optional<WrittenTime> readWrittenTime(QByteArrayView text);

} // namespace plumbline
