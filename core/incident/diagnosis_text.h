// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QString>

namespace plumbline {

/// A diagnosis as plain text: the sentences first, then each disk's layers in a table, the side
/// channels, findings, and the commands behind it. For the terminal, tickets and mail. Control
/// characters of hostile names are shown escaped.
QString diagnosisText(const Diagnosis &diagnosis);

/// Text of a host with control and direction-changing characters made visible ("\x1b", "\u202e").
QString printable(const QString &text);

} // namespace plumbline
