// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/queue_questions.h"

#include "base/duration_phrase.h"
#include "path/pending_requests.h"
#include "path/queue_plan.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

#include <algorithm>
#include <cstdlib>

namespace plumbline {

// Descriptor flags of a packed ring (virtio 1.2, 2.8.1) and of event suppression (2.8.10).
static constexpr quint64 packedAvail = 1 << 7;
static constexpr quint64 packedUsed = 1 << 15;
static constexpr quint64 packedPlace = 0x7fff;
static constexpr quint64 eventsByPlace = 2;

namespace {

/// One queue with what its questions share.
struct Asked
{
    const DomainPlan &plan;
    const VirtioPlan &device;
    int queue;
    const FactStore &facts;
    Ring ring;
    QueueRole role;

    Known<Observed<GuestWords>> last(RingPart part) const
    {
        return lastPart(plan, device, queue, ring, part, facts);
    }
    Known<Twice<GuestWords>> twice(RingPart part) const
    {
        return twicePart(plan, device, queue, ring, part, facts);
    }
};

} // namespace

static QueueAnswer unclear(Phrase why, const EvidenceList &evidence = {})
{
    return {QueueAnswer::Unknown, 0, std::move(why), evidence};
}

static QueueAnswer yes(Phrase why, const EvidenceList &evidence)
{
    return {QueueAnswer::Yes, 0, std::move(why), evidence};
}

static QueueAnswer no(qint64 missing, Phrase why, const EvidenceList &evidence)
{
    return {QueueAnswer::No, missing, std::move(why), evidence};
}

static QueueAnswer silentAnswer(const SilentFact &silent)
{
    return unclear(silent.silence.why, {{silent.observation, 0, 0}});
}

static Phrase lookAgain()
{
    return PHRASE("rules", "it moved between the readings, or was read once: look again");
}

/// By how much `index` is ahead of `of`, both modulo 65536; negative when it is behind.
static qint16 ahead(quint16 index, quint16 of)
{
    return qint16(quint16(index - of));
}

/// The disk whose requests the queue carries alone; null for other devices and shared queues.
static const DiskPlan *diskOf(const Asked &asked)
{
    for (const DiskPlan &disk : asked.plan.disks) {
        if (disk.qomPath == asked.device.qomPath && !disk.sharesQueues)
            return &disk;
    }
    return nullptr;
}

// Places in a packed ring come round after as many descriptors as it has: that nothing moved is
// sure only where QEMU counted fewer completions.
static bool cannotHaveLapped(const Asked &asked)
{
    const DiskPlan *disk = diskOf(asked);
    if (!disk)
        return false;
    const auto block = blockMovement(asked.plan, *disk, asked.facts);
    return block && block->completed < qint64(asked.ring.size);
}

// Seen? The index that the driver wrote against the one that the device has read.
static QueueAnswer seenInSplit(const Asked &asked)
{
    const auto avail = asked.last(RingPart::AvailIndex);
    if (!avail)
        return silentAnswer(avail.error());
    const auto look = lastLook(asked.plan, asked.device, asked.queue, asked.facts);
    if (!look)
        return silentAnswer(look.error());
    const quint16 submitted = quint16(avail->value.word(1));
    const EvidenceList evidence{cite(*avail)};
    if (asked.ring.vhost) {
        if (submitted == look->used)
            return yes(PHRASE("rules", "all %1 came back").arg(submitted), evidence);
        return unclear(
            PHRASE("rules", "how far the device has read is not in QEMU (vhost)"), evidence);
    }
    const qint16 behind = ahead(submitted, look->seen);
    if (std::abs(behind) > int(asked.ring.size))
        return unclear(PHRASE("rules", "the index in RAM is none of this ring"), evidence);
    if (behind <= 0) {
        return yes(
            PHRASE("rules", "submitted up to %1, seen up to %2").arg(submitted).arg(look->seen),
            evidence);
    }
    const auto both = asked.twice(RingPart::AvailIndex);
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    if (!both || !looks)
        return unclear(lookAgain(), evidence);
    const qint16 old = ahead(quint16(both->first.value.word(1)), looks->last.seen);
    const EvidenceList all = EvidenceList{cite(both->first), cite(both->last)} + looks->evidence;
    if (old <= 0)
        return yes(PHRASE("rules", "all that was submitted at the first look has been seen"), all);
    if (looks->submitted() != 0 || looks->seconds() < stallSeconds || old > int(asked.ring.size))
        return unclear(lookAgain(), all);
    return no(behind,
        PHRASE("rules",
            "submitted up to %1, seen up to %2 and not read on in %3: the kick was lost, or QEMU "
            "does "
            "not look at the queue")
            .arg(submitted)
            .arg(look->seen)
            .arg(durationPhrase(looks->seconds())),
        all);
}

// In a packed ring the descriptor that the device looks at next tells: the driver has made it
// available when its two flags differ, and AVAIL is the wrap counter of this lap.
static QueueAnswer seenInPacked(const Asked &asked)
{
    const auto next = asked.last(RingPart::NextDescriptor);
    if (!next) {
        // Read at another place: the device has read on since.
        const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
        if (looks && looks->submitted() > 0)
            return yes(PHRASE("rules", "the device reads on"), looks->evidence);
        return silentAnswer(next.error());
    }
    const auto wrap = asked.last(RingPart::DeviceEvent);
    const auto look = lastLook(asked.plan, asked.device, asked.queue, asked.facts);
    if (!look)
        return silentAnswer(look.error());
    const quint64 flags = next->value.word(0);
    const bool isAvailable = bool(flags & packedAvail) != bool(flags & packedUsed);
    const bool isFull = look->used == look->seen && look->inUse > 0;
    if (!isAvailable || isFull)
        return yes(
            PHRASE("rules", "nothing lies ahead of place %1").arg(look->seen), {cite(*next)});
    // A chain leaves flags of the last lap behind it: only the wrap counter tells which lap, and
    // the device writes it with EVENT_IDX alone.
    if (!asked.ring.eventIdx || !wrap || (wrap->value.word(0) & packedPlace) != look->seen)
        return unclear(
            PHRASE("rules", "the ring's wrap counter at place %1 is not known").arg(look->seen),
            {cite(*next)});
    const bool thisLap = bool(flags & packedAvail) == bool(wrap->value.word(0) & 0x8000);
    if (!thisLap)
        return yes(PHRASE("rules", "nothing lies ahead of place %1").arg(look->seen),
            {cite(*next), cite(*wrap)});
    const auto both = asked.twice(RingPart::NextDescriptor);
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    const bool stood = both && looks && looks->submitted() == 0 && looks->completed() == 0
        && looks->seconds() >= stallSeconds && both->first.value.words == both->last.value.words
        && cannotHaveLapped(asked);
    if (!stood)
        return unclear(lookAgain(), {cite(*next)});
    return no(1,
        PHRASE("rules",
            "a request lies ahead of place %1 and was not seen in %2: the kick was lost, or QEMU "
            "does not "
            "look at the queue")
            .arg(look->seen)
            .arg(durationPhrase(looks->seconds())),
        EvidenceList{cite(both->first), cite(both->last), cite(*wrap)} + looks->evidence);
}

// Completed? What went in against what came out, by the device's own count.
static QueueAnswer completed(const Asked &asked)
{
    const auto look = lastLook(asked.plan, asked.device, asked.queue, asked.facts);
    if (!look)
        return silentAnswer(look.error());
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    const QueueLooks once{*look, *look, asked.ring, {}};
    const qint64 pending = once.pending(*look);
    if (pending == 0) {
        const auto status
            = asked.facts.last(qemuVirtqueue, queueSubject(asked.plan, asked.device, asked.queue));
        return yes(PHRASE("rules", "nothing is in flight"),
            looks ? looks->evidence
                  : EvidenceList{status ? Evidence{status->observation, 0, 0} : Evidence{}});
    }
    if (!looks)
        return unclear(lookAgain());
    if (looks->completed() > 0) {
        return yes(completedPhrase(looks->completed(), looks->seconds()), looks->evidence);
    }
    if (looks->pending(looks->first) == 0 || looks->seconds() < stallSeconds)
        return unclear(lookAgain(), looks->evidence);
    if (asked.ring.packed && !cannotHaveLapped(asked))
        return unclear(lookAgain(), looks->evidence);
    if (const DiskPlan *disk = diskOf(asked)) {
        const auto block = blockMovement(asked.plan, *disk, asked.facts);
        if (block && mayBeSlow(*block, looks->seconds())) {
            return unclear(PHRASE("rules", "the disk is slow: a request takes %1 on average")
                               .arg(durationPhrase(*block->averageSeconds)),
                looks->evidence + block->evidence);
        }
        if (block && block->completed >= looks->lap())
            return unclear(lookAgain(), looks->evidence + block->evidence);
    }
    return no(pending,
        PHRASE_N("rules", "%n request(s) seen by the device, none completed in %1")
            .arg(durationPhrase(looks->seconds()))
            .count(pending),
        looks->evidence);
}

static bool takesBackAtOnce(const VirtioPlan &device)
{
    return device.name == "virtio-scsi" || device.name.endsWith("-blk")
        || device.name.endsWith("-fs");
}

static Phrase noticeHidden()
{
    return PHRASE(
        "rules", "the driver shows what it has noticed only with EVENT_IDX, which is off");
}

// Noticed? A driver that waits for interrupts writes up to which completion it has got.
static QueueAnswer noticedInSplit(const Asked &asked)
{
    if (!asked.ring.eventIdx)
        return unclear(noticeHidden());
    const auto event = asked.last(RingPart::UsedEvent);
    if (!event)
        return silentAnswer(event.error());
    const auto look = lastLook(asked.plan, asked.device, asked.queue, asked.facts);
    if (!look)
        return silentAnswer(look.error());
    const auto noticed = quint16(event->value.word(0));
    if (noticed == look->used) {
        return yes(
            PHRASE("rules", "completed up to %1, noticed up to %2").arg(look->used).arg(noticed),
            {cite(*event)});
    }
    if (ahead(noticed, look->used) > 0) {
        // RAM is read after the device: it may have gone on. Network drivers, though, ask for an
        // interrupt at a later completion than the next (virtqueue_enable_cb_delayed).
        if (asked.device.name == "virtio-net")
            return unclear(PHRASE("rules", "the driver has put its interrupt off"), {cite(*event)});
        return yes(
            PHRASE("rules", "completed up to %1, noticed up to %2").arg(look->used).arg(noticed),
            {cite(*event)});
    }
    // Others take their completions back when they next write, and ask for no interrupt until then.
    if (!takesBackAtOnce(asked.device))
        return unclear(
            PHRASE("rules", "this driver may take completions back later"), {cite(*event)});
    const auto both = asked.twice(RingPart::UsedEvent);
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    if (!both || !looks)
        return unclear(lookAgain(), {cite(*event)});
    const EvidenceList all = EvidenceList{cite(both->first), cite(both->last)} + looks->evidence;
    const qint16 old = ahead(looks->first.used, noticed);
    if (old <= 0)
        return yes(PHRASE("rules", "all completions of the first look have been noticed"), all);
    // 0 is what Linux writes while it wants no interrupt at all (virtqueue_disable_cb_split of
    // drivers/virtio/virtio_ring.c): no index.
    if (both->first.value != both->last.value || noticed == 0 || old > int(asked.ring.size)
        || looks->seconds() < stallSeconds)
        return unclear(lookAgain(), all);
    const qint64 missing = ahead(looks->last.used, noticed);
    return no(missing,
        PHRASE_N("rules",
            "%n completion(s) lie in the used ring and the driver did not notice in %1: its "
            "interrupt was lost or is masked, or the guest does not handle it")
            .arg(durationPhrase(looks->seconds()))
            .count(missing),
        all);
}

static QueueAnswer noticedInPacked(const Asked &asked)
{
    const auto event = asked.last(RingPart::DriverEvent);
    if (!event)
        return silentAnswer(event.error());
    if (!asked.ring.eventIdx)
        return unclear(noticeHidden(), {cite(*event)});
    if ((event->value.word(1) & 3) != eventsByPlace)
        return unclear(PHRASE("rules", "the driver has put its interrupt off"), {cite(*event)});
    const auto look = lastLook(asked.plan, asked.device, asked.queue, asked.facts);
    if (!look)
        return silentAnswer(look.error());
    const auto noticed = qint64(event->value.word(0) & packedPlace);
    if (noticed >= qint64(asked.ring.size))
        return unclear(PHRASE("rules", "the index in RAM is none of this ring"), {cite(*event)});
    if (noticed != look->used && !takesBackAtOnce(asked.device))
        return unclear(
            PHRASE("rules", "this driver may take completions back later"), {cite(*event)});
    if (noticed == look->used) {
        return yes(PHRASE("rules", "completed up to place %1, noticed up to place %1").arg(noticed),
            {cite(*event)});
    }
    const auto both = asked.twice(RingPart::DriverEvent);
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    if (!both || !looks)
        return unclear(lookAgain(), {cite(*event)});
    const EvidenceList all = EvidenceList{cite(both->first), cite(both->last)} + looks->evidence;
    // Places come round: only a standstill on both sides proves that these are old completions.
    if (both->first.value != both->last.value || looks->completed() != 0 || looks->submitted() != 0
        || looks->first.inUse != looks->last.inUse || looks->seconds() < stallSeconds
        || !cannotHaveLapped(asked))
        return unclear(lookAgain(), all);
    const qint64 missing = (looks->last.used - noticed + asked.ring.size) % asked.ring.size;
    return no(missing,
        PHRASE_N("rules",
            "%n completion(s) lie in the ring and the driver did not notice in %1: its interrupt "
            "was lost or is masked, or the guest does not handle it")
            .arg(durationPhrase(looks->seconds()))
            .count(missing),
        all);
}

static QString roleName(QueueRole role)
{
    switch (role) {
    case QueueRole::Requests:
        return QStringLiteral("requests");
    case QueueRole::Input:
        return QStringLiteral("input");
    case QueueRole::Control:
        break;
    }
    return QStringLiteral("control");
}

// Where nobody waits for an answer a standstill is no stall.
static void soften(Virtqueue &queue, QueueRole role)
{
    if (role == QueueRole::Requests)
        return;
    for (QueueAnswer *answer : {&queue.seen, &queue.completed, &queue.noticed}) {
        if (answer->word == QueueAnswer::No)
            *answer = unclear(PHRASE("rules", "nobody need wait for this queue"), answer->evidence);
    }
    if (role == QueueRole::Input && queue.inFlight.value_or(0) > 0) {
        queue.completed
            = unclear(PHRASE_N("rules", "%n buffer(s) lie ready for input").count(*queue.inFlight),
                queue.completed.evidence);
    }
}

static Virtqueue questioned(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    Virtqueue result;
    result.device = QString::fromUtf8(device.device);
    result.kind = QString::fromUtf8(device.name);
    result.queue = queue;
    const auto status = facts.lastKnown(qemuVirtioStatus, queueSubject(plan, device, 0));
    const QueueRole role = queueRole(device.name, queue, status ? status->value.queues : 0);
    result.role = roleName(role);
    const auto ring = ringOf(plan, device, queue, facts);
    if (!ring) {
        const QueueAnswer answer
            = silentAnswer(status ? SilentFact{{Silence::NotAsked, lookAgain()}} : status.error());
        result.seen = result.completed = result.noticed = answer;
        return result;
    }
    const Asked asked{plan, device, queue, facts, *ring, role};
    result.layout = ring->packed ? QStringLiteral("packed") : QStringLiteral("split");
    result.size = ring->size;
    if (const auto look = lastLook(plan, device, queue, facts))
        result.inFlight = QueueLooks{*look, *look, *ring, {}}.pending(*look);
    result.seen = ring->packed ? seenInPacked(asked) : seenInSplit(asked);
    result.completed = completed(asked);
    result.noticed = ring->packed ? noticedInPacked(asked) : noticedInSplit(asked);
    soften(result, role);
    if (result.completed.word == QueueAnswer::No)
        result.pending = pendingRequests(plan, device, queue, facts);
    return result;
}

Virtqueue askQueue(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    // Several rules ask about each queue.
    const QByteArray key = "virtqueue/" + QByteArray::number(plan.pid) + device.qomPath + '/'
        + QByteArray::number(queue);
    return facts.derived<Virtqueue>(key, [&] { return questioned(plan, device, queue, facts); });
}

LostRequests lostRequests(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    LostRequests lost;
    if (disk.qomPath.isEmpty() || disk.bus == DiskPlan::Other)
        return lost;
    for (int queue = 0; queue < disk.queueCount; ++queue) {
        const Virtqueue asked = askQueue(plan, virtioOf(disk), disk.firstQueue + queue, facts);
        lost.unseen += asked.seen.missing;
        lost.unnoticed += asked.noticed.missing;
        for (const QueueAnswer *answer : {&asked.seen, &asked.noticed}) {
            if (answer->word == QueueAnswer::No)
                lost.evidence += answer->evidence;
        }
    }
    return lost;
}

QList<Virtqueue> askQueues(const DomainPlan &plan, const FactStore &facts)
{
    QList<Virtqueue> all;
    for (const VirtioPlan &device : virtioDevices(plan)) {
        const auto status = facts.lastKnown(qemuVirtioStatus, queueSubject(plan, device, 0));
        // VIRTIO_QUEUE_MAX: the number comes from the host.
        const int count = status ? std::clamp(status->value.queues, 0, 1024) : 0;
        for (int queue = 0; queue < count; ++queue) {
            const auto ring = ringOf(plan, device, queue, facts);
            if (ring && ring->isSetUp() && !isUntouched(plan, device, queue, facts))
                all.append(askQueue(plan, device, queue, facts));
        }
    }
    return all;
}

} // namespace plumbline
