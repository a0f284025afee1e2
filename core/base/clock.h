// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace plumbline {

using std::chrono::milliseconds;

/// Wall-clock time, UTC, in milliseconds. The time of a host's answer is taken here, by our clock,
/// so that facts of several hosts share one axis.
using WallTime = std::chrono::sys_time<milliseconds>;

/// Where "now" comes from: the system, a test, or a recording.
using Clock = std::function<WallTime()>;

WallTime systemNow();

/// Seconds from `from` to `to`, negative when `to` is earlier.
double secondsBetween(WallTime from, WallTime to);

/// ISO 8601 in UTC with milliseconds: 2026-11-21T11:42:44.085Z.
QString isoTime(WallTime time);
/// Reads what isoTime wrote; the epoch when the text is no time.
WallTime wallTimeFromIso(const QString &text);

/// Time of day in the local time zone, for people: 11:42:44.
QString clockTime(WallTime time);

} // namespace plumbline
