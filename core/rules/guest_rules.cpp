// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "rules/catalogue.h"
#include "rules/queue_questions.h"

namespace plumbline {

static std::optional<Verdict> application(const DiskContext &, const Layer &)
{
    return unknown(PHRASE("rules", "not visible from outside the guest"));
}

const Rule guestApplicationUnseen{LayerKind::GuestApplication, "guest.application.unseen",
    "What do the guest's applications wait for?", application};

// The driver hands a request to the device for every piece of work that the kernel has for the
// disk, so new submissions are a sign of life of the guest's block layer.
static Verdict submits(const QueueMovement &queue)
{
    if (queue.submitted > 0 && queue.completed > 0) {
        return healthy(PHRASE("rules", "%1 submitted and %2 taken back in %3")
                           .arg(queue.submitted)
                           .arg(queue.completed)
                           .arg(durationPhrase(queue.seconds)))
            .citing(queue.evidence);
    }
    if (queue.inFlight > 0) {
        return unknown(PHRASE_N("rules", "%n request(s) of it are in flight").count(queue.inFlight))
            .citing(queue.evidence);
    }
    return unknown(PHRASE("rules", "asked nothing of the disk in %1: idle, which proves nothing")
                       .arg(durationPhrase(queue.seconds)))
        .as(Modifier::Idle)
        .citing(queue.evidence);
}

static std::optional<Verdict> kernel(const DiskContext &context, const Layer &)
{
    const LostRequests lost = lostRequests(context.plan, context.disk, context.facts);
    if (const qint64 count = lost.unseen + lost.unnoticed; count > 0) {
        return unknown(PHRASE_N("rules", "%n request(s) of it are in flight").count(count))
            .citing(lost.evidence);
    }
    return judgeQueue(submits, context);
}

const Rule guestKernelSubmits{
    LayerKind::GuestKernel, "guest.kernel.submits", "Does the guest still ask?", kernel};

} // namespace plumbline
