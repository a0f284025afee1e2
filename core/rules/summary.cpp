// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/duration_phrase.h"
#include "path/rbd_image.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"
#include "rules/queue_questions.h"

namespace plumbline {

// A counter that fell was started anew (a remount, a device made again): there is no rate then.
static std::optional<double> rate(quint64 before, quint64 now, double seconds)
{
    if (now < before)
        return std::nullopt;
    return double(now - before) / seconds;
}

static void addCounters(Layer &layer, const DiskContext &context)
{
    const auto queue = queueMovement(context.plan, context.disk, context.facts);
    const auto block = blockMovement(context.plan, context.disk, context.facts);
    const LostRequests lost = layer.kind <= LayerKind::Device
        ? lostRequests(context.plan, context.disk, context.facts)
        : LostRequests();
    switch (layer.kind) {
    case LayerKind::GuestKernel:
    case LayerKind::VirtioDriver:
    case LayerKind::Virtqueue:
    case LayerKind::Device:
        if (queue) {
            // What is lost between driver and device is not in the device's count.
            layer.inFlight = queue->inFlight + (layer.kind == LayerKind::Device ? 0 : lost.unseen)
                + (layer.kind <= LayerKind::VirtioDriver ? lost.unnoticed : 0);
            layer.completedPerSecond = double(queue->completed) / queue->seconds;
            layer.measured = queue->time;
        } else if (const auto last = lastInFlight(context.plan, context.disk, context.facts)) {
            layer.inFlight = last->inFlight;
            layer.measured = last->time;
            layer.verdict.evidence += last->evidence;
        }
        break;
    case LayerKind::BlockNode:
        if (const auto own = ownMovement(context))
            layer.inFlight = own->inFlight;
        if (block) {
            layer.completedPerSecond = double(block->completed) / block->seconds;
            layer.bytesPerSecond = double(block->bytes) / block->seconds;
            layer.averageSeconds = block->averageSeconds;
            layer.measured = block->time;
        }
        break;
    case LayerKind::HostMount:
        if (const auto stats = context.facts.twice(processNfsStats, context.plan.subject())) {
            const NfsMountStats *first = stats->first.value.at(layer.name.toUtf8());
            const NfsMountStats *last = stats->last.value.at(layer.name.toUtf8());
            if (first && last && !first->transports.isEmpty() && !last->transports.isEmpty()) {
                layer.inFlight = qint64(last->transports.first().inFlight());
                layer.completedPerSecond = rate(first->transports.first().receives,
                    last->transports.first().receives, stats->seconds());
            }
        }
        break;
    case LayerKind::HostBlock:
        if (const auto disks = context.facts.twice(hostDisks, context.plan.subject())) {
            const QByteArray name = deviceName(layer);
            const DiskCounters *first = disks->first.value.named(name);
            const DiskCounters *last = disks->last.value.named(name);
            const auto motion = deviceMotion(context, name);
            if (first && last && motion) {
                layer.inFlight = motion->inFlight;
                layer.completedPerSecond
                    = rate(first->completed(), last->completed(), disks->seconds());
                layer.bytesPerSecond = rate(512 * (first->readSectors + first->writeSectors),
                    512 * (last->readSectors + last->writeSectors), disks->seconds());
            }
        }
        break;
    case LayerKind::Backend:
        if (!context.disk.isRbd())
            break;
        if (const auto image = imageMovement(context.plan, context.disk, context.facts)) {
            layer.inFlight = image->inFlight;
            layer.completedPerSecond = double(image->answered) / image->seconds;
        }
        break;
    default:
        break;
    }
}

static void addTime(Layer &layer, const FactStore &facts)
{
    if (layer.measured)
        return;
    for (const Evidence &item : std::as_const(layer.verdict.evidence)) {
        const auto found = facts.observations().constFind(item.observation);
        if (found != facts.observations().constEnd()
            && (!layer.measured || found->started > *layer.measured))
            layer.measured = found->started;
    }
}

// What is stuck in the disk's queues, in words: "write of 4096 bytes at sector 2048".
static void addPending(Layer &layer, const DiskContext &context)
{
    if (layer.kind != LayerKind::Virtqueue || layer.verdict.state == State::Healthy)
        return;
    for (int queue = 0; queue < context.disk.queueCount; ++queue) {
        const Virtqueue asked = askQueue(
            context.plan, virtioOf(context.disk), context.disk.firstQueue + queue, context.facts);
        for (const PendingRequest &request : asked.pending) {
            if (request.type.isEmpty())
                continue;
            layer.details.append({PHRASE("rules", "queue %1 holds").arg(asked.queue),
                PHRASE("rules", "%1 sector %2 +%3 B, page 0x%4")
                    .arg(request.type)
                    .arg(QString::number(request.sector))
                    .arg(QString::number(request.bytes))
                    .arg(QString::number(request.page, 16))});
        }
    }
}

Phrase layerInSentence(const Layer &layer)
{
    if (layer.name.isEmpty())
        return PHRASE("rules", "the %1").arg(layerKindPhrase(layer.kind));
    const Phrase named
        = PHRASE("rules", "the %1 %2").arg(layerKindPhrase(layer.kind)).arg(layer.name);
    if (layer.kind != LayerKind::HostMount || layer.details.size() < 2)
        return named;
    // What is mounted there is the name that people know: "nfs4 nfs-2:/images".
    return PHRASE("rules", "%1 (%2 %3)")
        .arg(named)
        .arg(layer.details.at(0).value)
        .arg(layer.details.at(1).value);
}

static void waitAbove(QList<Layer> &layers, qsizetype culprit, Modifier modifier)
{
    for (qsizetype i = 0; i < culprit; ++i) {
        Verdict &verdict = layers[i].verdict;
        if (verdict.state == State::Stalled)
            verdict.state = State::Unknown;
        if (modifier == Modifier::None || verdict.modifier == Modifier::None
            || verdict.modifier == Modifier::Idle)
            verdict.modifier = Modifier::Waiting;
    }
}

// Under the policy "stop" QEMU pauses at an I/O error and keeps the failed requests, to try them
// again when it is resumed: they are not stuck below it.
static bool keepsFailedRequests(const DiskContext &context)
{
    const auto status = context.facts.last(qemuStatus, context.plan.subject());
    return status && status->value.status == "io-error";
}

static void excuse(Verdict &verdict)
{
    if (verdict.state != State::Stalled)
        return;
    verdict.state = State::Unknown;
    verdict.reason = PHRASE("rules", "nothing can be told while the machine is paused: %1")
                         .arg(verdict.reason);
}

static DiskSummary stopsAt(const QList<Layer> &layers, qsizetype culprit, const Phrase &disk)
{
    const Layer &layer = layers.at(culprit);
    DiskSummary summary;
    summary.verdict = State::Stalled;
    summary.boundary = Boundary{layers.at(std::max<qsizetype>(0, culprit - 1)).kind, layer.kind};
    summary.since = layer.verdict.since;
    summary.evidence = layer.verdict.evidence;
    summary.text = PHRASE("rules", "Requests of %1 stop at %2: %3.")
                       .arg(disk)
                       .arg(layerInSentence(layer))
                       .arg(layer.verdict.reason);
    return summary;
}

static DiskSummary heldBack(const Layer &layer, const Phrase &disk)
{
    DiskSummary summary;
    summary.modifier = layer.verdict.modifier;
    summary.evidence = layer.verdict.evidence;
    summary.text = layer.verdict.modifier == Modifier::Paused
        ? PHRASE("rules", "Requests of %1 wait: %2.").arg(disk).arg(layer.verdict.reason)
        : PHRASE("rules", "Requests of %1 are slow on purpose: %2.")
              .arg(disk)
              .arg(layer.verdict.reason);
    return summary;
}

// Health is measured end to end: what came back to the guest has been through every layer.
static DiskSummary withoutCulprit(
    const DiskContext &context, const QList<Layer> &layers, const Phrase &disk)
{
    DiskSummary summary;
    const auto queue = queueMovement(context.plan, context.disk, context.facts);
    const auto block = blockMovement(context.plan, context.disk, context.facts);
    if (block && block->failed > 0) {
        summary.evidence = block->evidence;
        summary.text = PHRASE_N("rules", "Requests of %1 fail: %n came back as error(s) in %2.")
                           .arg(disk)
                           .arg(durationPhrase(block->seconds))
                           .count(block->failed);
    } else if (queue && queue->isFlowing() && !context.disk.sharesQueues) {
        summary.verdict = State::Healthy;
        summary.evidence = queue->evidence;
        summary.text = PHRASE("rules", "Requests of %1 complete: %2.")
                           .arg(disk)
                           .arg(completedPhrase(queue->completed, queue->seconds));
    } else if ((!queue || context.disk.sharesQueues) && block && block->completed > 0) {
        summary.verdict = State::Healthy;
        summary.evidence = block->evidence;
        summary.text = PHRASE("rules", "Requests of %1 complete: %2.")
                           .arg(disk)
                           .arg(completedPhrase(block->completed, block->seconds));
    } else if (queue && queue->inFlight == 0) {
        summary.modifier = Modifier::Idle;
        summary.evidence = queue->evidence;
        summary.text
            = PHRASE("rules", "%1 is idle: no request in %2, so nothing is proven either way.")
                  .arg(disk)
                  .arg(durationPhrase(queue->seconds));
    } else {
        // The queue is what would have told; its silence, or its doubt, is the answer.
        Phrase why = PHRASE("rules", "nothing could be measured");
        for (const Layer &layer : layers) {
            if (layer.kind == LayerKind::Virtqueue || layer.kind == LayerKind::Device)
                why = layer.verdict.reason;
        }
        summary.text
            = PHRASE("rules", "Whether requests of %1 complete is unknown: %2.").arg(disk).arg(why);
    }
    return summary;
}

// Requests come back, but late: the deepest layer that says so names why.
static void addSlowness(DiskSummary &summary, const QList<Layer> &layers, const Phrase &disk)
{
    if (summary.verdict != State::Healthy)
        return;
    for (const Layer &layer : layers) {
        if (layer.verdict.modifier != Modifier::Slow)
            continue;
        summary.modifier = Modifier::Slow;
        summary.evidence = layer.verdict.evidence;
        summary.text = PHRASE("rules", "Requests of %1 are slow at %2: %3.")
                           .arg(disk)
                           .arg(layerInSentence(layer))
                           .arg(layer.verdict.reason);
    }
}

DiskDiagnosis diagnoseDisk(const DiskContext &context, QList<Layer> layers)
{
    DiskDiagnosis diagnosis;
    diagnosis.name = QString::fromUtf8(context.disk.target);
    const Phrase disk
        = Phrase::verbatim(QString::fromUtf8(context.plan.name) + u'/' + diagnosis.name);
    qsizetype culprit = -1;
    qsizetype held = -1;
    for (qsizetype i = 0; i < layers.size(); ++i) {
        Layer &layer = layers[i];
        layer.verdict = judgeLayer(context, layer);
        addCounters(layer, context);
        addTime(layer, context.facts);
        addPending(layer, context);
        if (layer.verdict.state == State::Stalled)
            culprit = i;
        else if (layer.verdict.modifier == Modifier::Paused
            || layer.verdict.modifier == Modifier::Throttled)
            held = i;
    }
    const bool keeps = held >= 0 && keepsFailedRequests(context);
    if (keeps) {
        for (qsizetype i = held + 1; i < layers.size(); ++i)
            excuse(layers[i].verdict);
    }
    if (held >= 0 && (keeps || culprit <= held)) {
        waitAbove(layers, held, Modifier::Waiting);
        diagnosis.summary = heldBack(layers.at(held), disk);
    } else if (culprit >= 0) {
        waitAbove(layers, culprit, Modifier::None);
        diagnosis.summary = stopsAt(layers, culprit, disk);
    } else {
        diagnosis.summary = withoutCulprit(context, layers, disk);
        addSlowness(diagnosis.summary, layers, disk);
    }
    diagnosis.layers = std::move(layers);
    return diagnosis;
}

} // namespace plumbline
