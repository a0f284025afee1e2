// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace plumbline {

// Tables of `iostat -d`, with or without -x, -s, -k, -m, -t, -y and the processors' block:
//
//     Device            r/s     rkB/s   rrqm/s  %rrqm r_await …     w/s     wkB/s …  aqu-sz  %util
//     vda            127.00   2104.00     0.00   0.00    1.46 …   13.00   1315.00 …    0.19   0.40
//
// Columns are found by name: they came, went and changed places (sysstat's iostat.c, 9.1 to 12.7:
// "Device:" and avgqu-sz until 11.5.6, svctm until 12.1.1, d/s since 12.1.2, f/s since 12.3.1).
// The decimal point is a comma where the locale says so. Not read: -h and --human, which round.

/// Means over the report's interval. Absent: iostat has no such column there.
struct IostatDevice
{
    QByteArray name;
    std::optional<double> transfers; ///< requests a second of every kind
    std::optional<double> reads; ///< completed a second
    std::optional<double> writes;
    std::optional<double> discards;
    std::optional<double> flushes;
    std::optional<double> readKb; ///< of 1024 bytes, a second
    std::optional<double> writtenKb;
    std::optional<double> queue; ///< requests in flight
    std::optional<double> awaitMs; ///< from submission to completion, queueing included
    std::optional<double> readAwaitMs;
    std::optional<double> writeAwaitMs;
    std::optional<double> flushAwaitMs;
    std::optional<double> utilPercent; ///< time with anything in flight
    int line = 0;

    friend bool operator==(const IostatDevice &, const IostatDevice &) = default;
};

struct IostatReport
{
    QByteArray time; ///< as printed by -t, in the locale's form
    int number = 1; ///< within the text
    QList<IostatDevice> devices;
    int line = 0; ///< of the header

    /// Its means go back to the boot, unless iostat was told -y, which the text does not show.
    bool maySpanUptime() const { return number == 1; }
    friend bool operator==(const IostatReport &, const IostatReport &) = default;
};

/// The last report that is whole: an empty line follows it, or it names as many devices as the one
/// before. Fails when there is none.
Result<IostatReport> readIostat(QByteArrayView text);

} // namespace plumbline
