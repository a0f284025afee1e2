// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "rules/catalogue.h"

namespace plumbline {

static Verdict completes(const BlockMovement &block)
{
    if (block.failed > 0 && block.completed == 0) {
        return unknown(PHRASE_N("rules", "%n request(s) failed and went back as errors in %1")
                           .arg(durationPhrase(block.seconds))
                           .count(block.failed))
            .citing(block.evidence);
    }
    if (block.completed > 0)
        return healthy(completedPhrase(block.completed, block.seconds)).citing(block.evidence);
    return unknown(PHRASE("rules", "no request completed in %1").arg(durationPhrase(block.seconds)))
        .as(Modifier::Idle)
        .citing(block.evidence);
}

// Statistics count completed requests only: what is inside is known from the queue above.
static Verdict holds(const BlockMovement &block, const QueueMovement &queue)
{
    if (block.completed == 0 && queue.stuck > 0 && queue.seconds >= stallSeconds) {
        Phrase reason = PHRASE_N("rules", "%n request(s) in it, none completed in %1")
                            .arg(durationPhrase(block.seconds))
                            .count(queue.stuck);
        // The last completion may be long before these requests began: they wait since the first
        // look.
        const WallTime since = queue.time - milliseconds(qint64(queue.seconds * 1000));
        if (block.idleSeconds && *block.idleSeconds > block.seconds) {
            reason = PHRASE_N("rules", "%n request(s) in it; the last one ended %1 ago")
                         .arg(durationPhrase(*block.idleSeconds))
                         .count(queue.stuck);
        }
        return stalled(reason).sinceTime(since).citing(block.evidence).citing(queue.evidence);
    }
    return completes(block);
}

static std::optional<Verdict> drains(const DiskContext &context, const Layer &)
{
    const auto block = blockMovement(context.plan, context.disk, context.facts);
    const auto queue = ownMovement(context);
    const auto device
        = context.facts.last(qemuVirtioStatus, context.plan.deviceSubject(context.disk));
    // What a broken device holds never reached the block layer.
    const bool isOurs = queue && !(device && device->value.broken);
    return isOurs ? judge(holds, block, queue) : judge(completes, block);
}

const Rule blockNodeCompletes{
    LayerKind::BlockNode, "block-node.completes", "Does QEMU's block layer complete?", drains};

// Half a second is what no healthy storage takes on average, spinning and remote ones included.
static constexpr double slowSeconds = 0.5;

static std::optional<Verdict> slow(const DiskContext &context, const Layer &)
{
    const auto block = blockMovement(context.plan, context.disk, context.facts);
    if (!block || block->completed == 0 || block->averageSeconds.value_or(0) < slowSeconds)
        return std::nullopt;
    EvidenceList evidence = block->evidence;
    return healthy(PHRASE("rules", "%1, but one takes %2 on average (slow from %3 on)")
                       .arg(completedPhrase(block->completed, block->seconds))
                       .arg(durationPhrase(*block->averageSeconds))
                       .arg(durationPhrase(slowSeconds)))
        .as(Modifier::Slow)
        .citing(evidence);
}

const Rule blockNodeSlow{
    LayerKind::BlockNode, "block-node.slow", "Does a request take too long?", slow};

bool limitExplainsStandstill(const DiskPlan &disk, double seconds)
{
    // One request of the largest usual size, 1 MiB, would have come through a wider limit.
    static constexpr double largestRequest = 1024 * 1024;
    for (const auto &[name, value] : disk.limits.asKeyValueRange()) {
        const double perSecond = value.toDouble();
        if (perSecond <= 0 || name.contains("max") || name.contains("size"))
            continue;
        if (name.contains("iops") ? perSecond * seconds < 1 : perSecond * seconds < largestRequest)
            return true;
    }
    return false;
}

// A limit is only blamed while requests wait behind it and it is narrow enough to hold them;
// otherwise it is a detail of the layer.
static std::optional<Verdict> throttled(const DiskContext &context, const Layer &)
{
    if (context.disk.limits.isEmpty())
        return std::nullopt;
    const auto queue = ownMovement(context);
    if (!queue || queue->stuck == 0 || queue->seconds < stallSeconds
        || !limitExplainsStandstill(context.disk, queue->seconds))
        return std::nullopt;
    QStringList limits;
    for (const auto &[name, value] : context.disk.limits.asKeyValueRange())
        limits.append(QString::fromUtf8(name + '=' + value));
    Verdict verdict
        = unknown(PHRASE_N("rules", "%n request(s) held back on purpose by the limit %1")
                .arg(limits.join(u", "))
                .count(queue->stuck));
    EvidenceList evidence = queue->evidence;
    if (const auto xml = context.facts.lastKnown(libvirtDomainXml, context.plan.subject())) {
        const DomainDisk *disk = xml->value.disk(context.disk.target);
        evidence.append(cite(*xml, disk ? disk->line : 0));
    }
    return std::move(verdict).as(Modifier::Throttled).citing(evidence);
}

const Rule blockNodeThrottled{
    LayerKind::BlockNode, "block-node.throttled", "Is it slow on purpose?", throttled};

} // namespace plumbline
