// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"

namespace plumbline {

static Verdict holds(const DiskContext &context, const DeviceMotion &motion)
{
    const HostWait wait = hostWait(context);
    const Phrase what = PHRASE_N("rules", "%n request(s) in its queue, none completed in %1")
                            .arg(durationPhrase(motion.seconds))
                            .count(motion.inFlight);
    if (wait.answer == HostWait::Yes || (wait.answer == HostWait::NotKnown && motion.heldByDriver))
        return stalled(what).sinceTime(wait.since).citing(motion.evidence).citing(wait.evidence);
    const Phrase doubt = wait.answer == HostWait::No
        ? PHRASE("rules", "%1, but no request of this disk was seen to wait")
        : PHRASE("rules", "%1; whether this disk waits for them could not be seen");
    return unknown(doubt.arg(what)).citing(motion.evidence).citing(wait.evidence);
}

static std::optional<Verdict> drains(const DiskContext &context, const Layer &layer)
{
    const auto motion = deviceMotion(context, deviceName(layer));
    if (!motion)
        return unknown(motion.error().silence.why).citing({{motion.error().observation, 0, 0}});
    if (motion->isStuck())
        return holds(context, *motion);
    if (motion->completed > 0)
        return healthy(completedPhrase(motion->completed, motion->seconds))
            .citing(motion->evidence);
    return unknown(PHRASE("rules", "nothing in flight and nothing new in %1")
                       .arg(durationPhrase(motion->seconds)))
        .as(motion->inFlight > 0 ? Modifier::None : Modifier::Idle)
        .citing(motion->evidence);
}

// A ZFS pool has no counters of its own in /proc/diskstats.
static std::optional<Verdict> queue(const DiskContext &context, const Layer &layer)
{
    if (!identityAfter(layer, "host-block:zpool:").isEmpty())
        return judgedByPassage(context);
    return drains(context, layer);
}

const Rule hostBlockDrains{
    LayerKind::HostBlock, "host-block.drains", "Does the host's queue drain?", queue};

} // namespace plumbline
