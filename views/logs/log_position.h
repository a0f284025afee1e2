// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/clock_map.h"
#include "logs/log_event.h"

#include <QString>

namespace plumbline {

/// The moment of an event: on the wall where that is known, else since the guest's boot, else
/// empty.
QString eventTimeText(const LogEvent &event, const ClockMap &clock);

/// When a line was written: the guest's time and, beside it, that on the wall, with its error and
/// the line that it was derived from. Empty where the line has no time. `line` counts from 0.
QString lineTimeText(qint64 line, const QByteArray &bytes, const ClockMap &clock);

} // namespace plumbline
