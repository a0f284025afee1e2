// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"

namespace plumbline {

Phrase completedPhrase(qint64 completed, double seconds)
{
    return PHRASE_N("rules", "%n request(s) completed in %1")
        .arg(durationPhrase(seconds))
        .count(completed);
}

static Verdict byBlockNode(const BlockMovement &block)
{
    if (block.completed > 0) {
        return healthy(PHRASE("rules", "%1 on the way through it")
                           .arg(completedPhrase(block.completed, block.seconds)))
            .citing(block.evidence);
    }
    return unknown(
        PHRASE("rules", "no request completed through it in %1").arg(durationPhrase(block.seconds)))
        .citing(block.evidence);
}

Known<QueueMovement> ownMovement(const DiskContext &context)
{
    if (context.disk.sharesQueues) {
        return std::unexpected(SilentFact{{Silence::NotAsked,
                                              PHRASE("rules",
                                                  "the requests of other disks are in the same "
                                                  "queues")},
            0});
    }
    return queueMovement(context.plan, context.disk, context.facts);
}

// Of several disks' requests.
static Verdict judgeShared(const Verdict &verdict, const DiskContext &context)
{
    const Verdict passage = judgedByPassage(context);
    if (passage.state == State::Healthy)
        return passage;
    if (verdict.state == State::Unknown)
        return verdict;
    return unknown(PHRASE("rules", "%1; the requests of other disks are in the same queues")
                       .arg(verdict.reason))
        .citing(verdict.evidence);
}

Verdict judgeQueue(Verdict (*rule)(const QueueMovement &), const DiskContext &context)
{
    const auto queue = queueMovement(context.plan, context.disk, context.facts);
    if (queue)
        return context.disk.sharesQueues ? judgeShared(rule(*queue), context) : rule(*queue);
    const SilentFact &silent = queue.error();
    const auto last = lastInFlight(context.plan, context.disk, context.facts);
    const EvidenceList evidence{{silent.observation, 0, 0}};
    if (!last || last->inFlight == 0)
        return unknown(silent.silence.why).citing(evidence);
    return unknown(PHRASE_N("rules", "%n request(s) in flight when it last answered; now: %1")
                       .arg(silent.silence.why)
                       .count(last->inFlight))
        .citing(last->evidence)
        .citing(evidence);
}

Verdict judgedByPassage(const DiskContext &context)
{
    return judge(byBlockNode, blockMovement(context.plan, context.disk, context.facts));
}

} // namespace plumbline
