// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "rules/catalogue.h"

namespace plumbline {

static Verdict deviceStatus(const Observed<VirtioStatus> &status)
{
    const VirtioStatus &virtio = status.value;
    if (virtio.broken) {
        return stalled(
            PHRASE("rules", "the device met a bogus descriptor and stopped for good (broken)"))
            .citing({cite(status, virtio.lines.value("broken"))});
    }
    if (!virtio.isDriverOk()) {
        return unknown(PHRASE("rules", "the guest's driver has not set the device up"))
            .citing({cite(status)});
    }
    return unknown(PHRASE("rules", "the driver is set up")).citing({cite(status)});
}

bool isBroken(const DiskContext &context)
{
    const auto status
        = context.facts.last(qemuVirtioStatus, context.plan.deviceSubject(context.disk));
    return status && status->value.broken;
}

static std::optional<Verdict> setUp(const DiskContext &context, const Layer &)
{
    if (context.disk.qomPath.isEmpty())
        return std::nullopt;
    const Verdict verdict = judge(deviceStatus,
        context.facts.last(qemuVirtioStatus, context.plan.deviceSubject(context.disk)));
    if (verdict.state == State::Stalled)
        return verdict;
    return std::nullopt;
}

const Rule virtioDeviceBroken{
    LayerKind::VirtioDriver, "virtio.device.broken", "Did the device give up?", setUp};

static Verdict moves(const QueueMovement &queue)
{
    if (queue.stuck > 0 && queue.seconds >= stallSeconds) {
        return stalled(PHRASE_N("rules", "%n request(s) seen by the device, none completed in %1")
                           .arg(durationPhrase(queue.seconds))
                           .count(queue.stuck))
            .citing(queue.evidence);
    }
    if (queue.isFlowing())
        return healthy(completedPhrase(queue.completed, queue.seconds)).citing(queue.evidence);
    if (queue.inFlight > 0) {
        return unknown(
            PHRASE_N("rules", "%n request(s) in flight, none completed in %1: look again")
                .arg(durationPhrase(queue.seconds))
                .count(queue.inFlight))
            .citing(queue.evidence);
    }
    return unknown(PHRASE("rules", "nothing in flight and nothing new in %1")
                       .arg(durationPhrase(queue.seconds)))
        .as(Modifier::Idle)
        .citing(queue.evidence);
}

// What a broken device holds is held by its driver's error, not by a layer below.
static std::optional<Verdict> queue(const DiskContext &context, const Layer &)
{
    if (isBroken(context))
        return unknown(PHRASE("rules", "the device is broken and looks at no queue any more"));
    return judgeQueue(moves, context);
}

// The driver holds exactly what its queue holds: it takes part in the same count.
const Rule virtioDriverMoves{
    LayerKind::VirtioDriver, "virtio.driver.moves", "Does the driver get answers?", queue};
const Rule virtqueueCompletes{
    LayerKind::Virtqueue, "virtqueue.completes", "Does what the device saw come back?", queue};

} // namespace plumbline
