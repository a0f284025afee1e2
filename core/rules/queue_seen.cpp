// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "rules/queue_answer.h"
#include "rules/rule.h"

#include <cstdlib>

namespace plumbline {

// Descriptor flags of a packed ring (virtio 1.2, 2.8.1).
static constexpr quint64 packedAvail = 1 << 7;
static constexpr quint64 packedUsed = 1 << 15;

// Seen? The index that the driver wrote against the one that the device has read.
static QueueAnswer seenInSplit(const AskedQueue &asked)
{
    const auto avail = asked.last(RingPart::AvailIndex);
    if (!avail)
        return silentAnswer(avail.error());
    const auto look = lastLook(asked.plan, asked.device, asked.queue, asked.facts);
    if (!look)
        return silentAnswer(look.error());
    const quint16 submitted = quint16(avail->value.word(1));
    const EvidenceList evidence = EvidenceList{cite(*avail)} + countEvidence(asked);
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
static QueueAnswer seenInPacked(const AskedQueue &asked)
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
    const EvidenceList evidence = EvidenceList{cite(*next)} + countEvidence(asked);
    const quint64 flags = next->value.word(0);
    const bool isAvailable = bool(flags & packedAvail) != bool(flags & packedUsed);
    const bool isFull = look->used == look->seen && look->inUse > 0;
    if (!isAvailable || isFull)
        return yes(PHRASE("rules", "nothing lies ahead of place %1").arg(look->seen), evidence);
    // A chain leaves flags of the last lap behind it: only the wrap counter tells which lap, and
    // the device writes it with EVENT_IDX alone.
    if (!asked.ring.eventIdx || !wrap || (wrap->value.word(0) & packedPlace) != look->seen)
        return unclear(
            PHRASE("rules", "the ring's wrap counter at place %1 is not known").arg(look->seen),
            evidence);
    const bool thisLap = bool(flags & packedAvail) == bool(wrap->value.word(0) & 0x8000);
    if (!thisLap)
        return yes(PHRASE("rules", "nothing lies ahead of place %1").arg(look->seen),
            evidence + EvidenceList{cite(*wrap)});
    const auto both = asked.twice(RingPart::NextDescriptor);
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    const bool stood = both && looks && looks->submitted() == 0 && looks->completed() == 0
        && looks->seconds() >= stallSeconds && both->first.value.words == both->last.value.words
        && cannotHaveLapped(asked);
    if (!stood)
        return unclear(lookAgain(), evidence);
    return no(1,
        PHRASE("rules",
            "a request lies ahead of place %1 and was not seen in %2: the kick was lost, or QEMU "
            "does not "
            "look at the queue")
            .arg(look->seen)
            .arg(durationPhrase(looks->seconds())),
        EvidenceList{cite(both->first), cite(both->last), cite(*wrap)} + looks->evidence);
}

QueueAnswer isSeen(const AskedQueue &asked)
{
    return asked.ring.packed ? seenInPacked(asked) : seenInSplit(asked);
}

} // namespace plumbline
