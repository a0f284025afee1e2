// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

Phrase durationPhrase(double seconds)
{
    seconds = std::max(0.0, seconds);
    if (seconds < 9.95 && std::abs(seconds - std::round(seconds)) > 0.05)
        return PHRASE("time", "%1 s").arg(seconds, 1);
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60)
        return PHRASE("time", "%1 s").arg(whole);
    if (whole < 3600)
        return PHRASE("time", "%1 min %2 s").arg(whole / 60).arg(whole % 60);
    if (whole < 86400)
        return PHRASE("time", "%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
    return PHRASE("time", "%1 d %2 h").arg(whole / 86400).arg(whole / 3600 % 24);
}

} // namespace plumbline
