// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "path/file_path.h"
#include "path/layout.h"
#include "path/read_plan.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"

#include <algorithm>

namespace plumbline {

// What an experiment has shown is soon an old story.
static constexpr double freshSeconds = 120;

static Verdict timedOut(const DiskContext &context, const SilentFact &silent)
{
    return holdsUp(context, {},
        PHRASE("rules", "a read of one block from the host hangs: %1").arg(silent.silence.why),
        {{silent.observation, 0, 0}});
}

// The mount has answered. What is below a local file system need not have: a hole, or a cache of
// its own, is no block of a device; a file server was asked.
static std::optional<Verdict> read(const DiskContext &context, const Layer &layer)
{
    const auto now = context.facts.lastKnown(processStatus, context.plan.subject());
    const Subject subject = readSubject(context.plan, context.disk, context.facts);
    const auto answer = context.facts.last(activeRead, subject);
    if (subject.path.isEmpty() || !now)
        return std::nullopt;
    const ObservationId id = answer ? answer->observation : answer.error().observation;
    const auto asked = context.facts.observations().constFind(id);
    if (asked == context.facts.observations().constEnd()
        || secondsBetween(asked->started, now->time) > freshSeconds)
        return std::nullopt;
    const QList<Layer> path = layOut(context.plan, context.disk, context.facts);
    const auto count = [&path](LayerKind kind) {
        return std::count_if(
            path.begin(), path.end(), [kind](const Layer &other) { return other.kind == kind; });
    };
    const bool isBelow = layer.kind != LayerKind::HostMount;
    if (count(layer.kind) != 1 || (isBelow && count(LayerKind::HostBlock) > 0))
        return std::nullopt;
    // The host's file of that name may be another than QEMU's.
    const auto chain = pathChainOf(context.plan, context.disk, context.facts);
    if (chain && chain->value.ofQemu == PathChain::Own)
        return std::nullopt;
    if (!answer) {
        // Which of the layers holds it up, the first one answers for.
        const auto first = std::find_if(path.begin(), path.end(),
            [](const Layer &other) { return other.kind >= LayerKind::HostMount; });
        const bool isFirst = first != path.end() && first->identity == layer.identity;
        if (answer.error().silence.kind == Silence::TimedOut && isFirst)
            return timedOut(context, answer.error());
        return std::nullopt;
    }
    return healthy(PHRASE("rules", "a block was read through it from the host in %1, at %2")
                       .arg(durationPhrase(asked->duration))
                       .arg(clockTime(asked->started)))
        .citing({cite(*answer)});
}

const Rule hostMountRead{
    LayerKind::HostMount, "host-mount.block-read", "Can a block be read from it?", read};
const Rule fabricRead{LayerKind::Fabric, "fabric.block-read", "Can a block be read over it?", read};
const Rule backendRead{
    LayerKind::Backend, "backend.block-read", "Can a block be read from it?", read};

} // namespace plumbline
