// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"

namespace plumbline {

/// A span as people say it: "5 s", "4 min 12 s", "3 h 20 min", "2 d 4 h". Negative counts as zero.
Phrase durationPhrase(double seconds);

} // namespace plumbline
