// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/event_scan.h"

#include <functional>

namespace plumbline {

/// One line an event: lines, time, kind, text. Events that say the same of the same thing within a
/// few others share a line, which tells how many they are and where the last one stands.
void writeEventsText(const EventScan &scan, const std::function<void(QByteArrayView)> &write);

} // namespace plumbline
