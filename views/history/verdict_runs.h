// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/history.h"
#include "views/style/state_palette.h"

namespace plumbline {

/// A stretch of time in which a layer looked the same.
struct VerdictRun
{
    WallTime from;
    WallTime to;
    Look look = Look::Unknown;
    friend bool operator==(const VerdictRun &, const VerdictRun &) = default;
};

/// Two looks further apart than this leave a hole between them: nobody measured.
inline constexpr std::chrono::seconds longestStep{30};

/// Oldest first. A run lasts until the next look, if that came in time.
QList<VerdictRun> verdictRuns(const QList<LayerSample> &samples);

} // namespace plumbline
