// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/log_event.h"
#include "views/style/state_palette.h"

#include <QString>

namespace plumbline {

/// How an event of a log is shown: what stops a guest like a stalled layer, what failed like a slow
/// one, what only happened like an idle one.
Look lookOf(EventKind kind);
/// "hung task", in the application's language.
QString eventKindText(EventKind kind);

} // namespace plumbline
