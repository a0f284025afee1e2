// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "rules/queue_answer.h"
#include "rules/rule.h"

namespace plumbline {

// Event suppression by place (virtio 1.2, 2.8.10).
static constexpr quint64 eventsByPlace = 2;

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
static QueueAnswer noticedInSplit(const AskedQueue &asked)
{
    if (!asked.ring.eventIdx)
        return unclear(noticeHidden());
    const auto event = asked.last(RingPart::UsedEvent);
    if (!event)
        return silentAnswer(event.error());
    const auto look = lastLook(asked.plan, asked.device, asked.queue, asked.facts);
    if (!look)
        return silentAnswer(look.error());
    const EvidenceList evidence = EvidenceList{cite(*event)} + countEvidence(asked);
    const auto noticed = quint16(event->value.word(0));
    if (noticed == look->used) {
        return yes(
            PHRASE("rules", "completed up to %1, noticed up to %2").arg(look->used).arg(noticed),
            evidence);
    }
    if (ahead(noticed, look->used) > 0) {
        // RAM is read after the device: it may have gone on. Network drivers, though, ask for an
        // interrupt at a later completion than the next (virtqueue_enable_cb_delayed).
        if (asked.device.name == "virtio-net")
            return unclear(PHRASE("rules", "the driver has put its interrupt off"), evidence);
        return yes(
            PHRASE("rules", "completed up to %1, noticed up to %2").arg(look->used).arg(noticed),
            evidence);
    }
    // Others take their completions back when they next write, and ask for no interrupt until then.
    if (!takesBackAtOnce(asked.device))
        return unclear(PHRASE("rules", "this driver may take completions back later"), evidence);
    const auto both = asked.twice(RingPart::UsedEvent);
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    if (!both || !looks)
        return unclear(lookAgain(), evidence);
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

static QueueAnswer noticedInPacked(const AskedQueue &asked)
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
    const EvidenceList evidence = EvidenceList{cite(*event)} + countEvidence(asked);
    const auto noticed = qint64(event->value.word(0) & packedPlace);
    if (noticed >= qint64(asked.ring.size))
        return unclear(PHRASE("rules", "the index in RAM is none of this ring"), evidence);
    if (noticed != look->used && !takesBackAtOnce(asked.device))
        return unclear(PHRASE("rules", "this driver may take completions back later"), evidence);
    if (noticed == look->used) {
        return yes(PHRASE("rules", "completed up to place %1, noticed up to place %1").arg(noticed),
            evidence);
    }
    const auto both = asked.twice(RingPart::DriverEvent);
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    if (!both || !looks)
        return unclear(lookAgain(), evidence);
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

QueueAnswer isNoticed(const AskedQueue &asked)
{
    return asked.ring.packed ? noticedInPacked(asked) : noticedInSplit(asked);
}

} // namespace plumbline
