// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/history/verdict_runs.h"

namespace plumbline {

QList<VerdictRun> verdictRuns(const QList<LayerSample> &samples)
{
    QList<VerdictRun> runs;
    for (const LayerSample &sample : samples) {
        const Look look = lookOf(sample.state, sample.modifier);
        const bool follows = !runs.isEmpty() && sample.time - runs.last().to <= longestStep;
        if (follows)
            runs.last().to = sample.time;
        if (!follows || runs.last().look != look)
            runs.append({sample.time, sample.time, look});
    }
    return runs;
}

} // namespace plumbline
