// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

#include <optional>

namespace plumbline {

/// "4 min 12 s" from `then` to `now`, in whole seconds.
QString spanText(WallTime then, WallTime now);
/// "2 s ago".
QString ageText(WallTime then, WallTime now);
/// "184 /s", "12.4 k/s"; a dash when nobody counts.
QString rateText(std::optional<double> perSecond);
/// "0 B/s", "4.2 MiB/s"; a dash when nobody counts.
QString bytesRateText(std::optional<double> bytesPerSecond);
/// "12 ms", "1.5 s"; a dash when nobody counts.
QString latencyText(std::optional<double> seconds);
/// "5"; a dash when nobody counts.
QString countText(std::optional<qint64> count);

} // namespace plumbline
