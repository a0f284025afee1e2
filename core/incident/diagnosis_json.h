// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QByteArray>

namespace plumbline {

/// The JSON of `plumbline-cli diagnose --json`; docs/diagnosis.schema.json describes it. Texts are
/// in the application's language; words of enumerations never change.
QByteArray diagnosisJson(const Diagnosis &diagnosis);

} // namespace plumbline
