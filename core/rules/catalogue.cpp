// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"

#include <algorithm>

namespace plumbline {

const QList<const Rule *> &ruleCatalogue()
{
    static const QList<const Rule *> all{&guestApplicationUnseen, &guestKernelSubmits,
        &virtioDeviceBroken, &virtioDriverNotices, &virtioDriverMoves, &virtqueueSeen,
        &virtqueueCompletes, &deviceProcessRuns, &devicePaused, &deviceThreads, &deviceReturns,
        &blockNodeThrottled, &blockNodeSlow, &blockNodeCompletes, &hostProcessThreads,
        &hostMountNfs, &hostMountExperiment, &hostMountFuse, &hostMountPassage, &hostMountRead,
        &hostBlockSuspended, &hostBlockMultipath, &hostBlockScsi, &hostBlockNvme, &hostBlockMd,
        &hostBlockPool, &hostBlockDrbd, &hostBlockDrains, &fabricNbd, &fabricIscsi, &fabricFc,
        &fabricNvme, &fabricNfsPort, &fabricPassage, &fabricRead, &backendNbdProcess,
        &backendNbdReads, &backendCeph, &backendLibrbd, &backendPassage, &backendRead};
    return all;
}

// "Offline" and "suspended, but nobody waits" say more than "nothing in flight"; a mere silence,
// which cites an answer as a whole, says less.
static bool citesALine(const Verdict &verdict)
{
    return std::any_of(verdict.evidence.begin(), verdict.evidence.end(),
        [](const Evidence &item) { return item.firstLine > 0; });
}

static int weight(const Verdict &verdict)
{
    if (verdict.modifier == Modifier::Paused || verdict.modifier == Modifier::Throttled)
        return 5;
    if (verdict.state == State::Stalled)
        return 4;
    if (verdict.state == State::Healthy)
        return verdict.modifier == Modifier::Slow ? 3 : 2;
    return verdict.modifier == Modifier::Idle || citesALine(verdict) ? 1 : 0;
}

Verdict judgeLayer(const DiskContext &context, const Layer &layer)
{
    std::optional<Verdict> best;
    for (const Rule *rule : ruleCatalogue()) {
        if (rule->kind != layer.kind)
            continue;
        std::optional<Verdict> verdict = rule->apply(context, layer);
        if (verdict && (!best || weight(*verdict) > weight(*best)))
            best = std::move(verdict);
    }
    return best ? *std::move(best) : unknown(PHRASE("rules", "no rule speaks of this layer yet"));
}

} // namespace plumbline
