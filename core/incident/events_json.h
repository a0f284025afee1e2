// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/event_scan.h"

#include <functional>

namespace plumbline {

/// The JSON of `plumbline-cli events --json` (docs/cli.md), in pieces: a hundred thousand events
/// are never a document in memory.
void writeEventsJson(const EventScan &scan, const std::function<void(QByteArrayView)> &write);

} // namespace plumbline
