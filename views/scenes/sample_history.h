// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/history.h"

#include <memory>

namespace plumbline::sample {

/// The hour before a diagnosis: healthy until each layer's verdict began, with a gap of three
/// minutes in which nobody looked.
std::shared_ptr<const History> hourBefore(const Diagnosis &diagnosis);

} // namespace plumbline::sample
