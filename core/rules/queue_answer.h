// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/virtqueue.h"
#include "path/movement.h"
#include "path/queue_looks.h"
#include "path/queue_plan.h"

namespace plumbline {

/// One queue with what its questions share.
struct AskedQueue
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

/// "Yes" and "no" need proof; everything else is unclear, with its reason.
QueueAnswer unclear(Phrase why, const EvidenceList &evidence = {});
QueueAnswer yes(Phrase why, const EvidenceList &evidence);
QueueAnswer no(qint64 missing, Phrase why, const EvidenceList &evidence);
QueueAnswer silentAnswer(const SilentFact &silent);
/// "Look again": why one more sample is needed.
Phrase lookAgain();

/// By how much `index` is ahead of `of`, both modulo 65536; negative when it is behind.
qint16 ahead(quint16 index, quint16 of);

/// The disk whose requests the queue carries alone; null for other devices and shared queues.
const DiskPlan *diskOf(const AskedQueue &asked);

/// Places in a packed ring come round after as many descriptors as it has: that nothing moved is
/// sure only where QEMU counted fewer completions.
bool cannotHaveLapped(const AskedQueue &asked);

/// The device's own count at the last look, where QEMU has it.
EvidenceList countEvidence(const AskedQueue &asked);

/// Place in a packed ring's event words, without the wrap counter (virtio 1.2, 2.8.10).
inline constexpr quint64 packedPlace = 0x7fff;

/// Has the device read what the driver submitted?
QueueAnswer isSeen(const AskedQueue &asked);
/// Did what went in come out, by the device's own count?
QueueAnswer isCompleted(const AskedQueue &asked);
/// Has the driver taken back what the device completed?
QueueAnswer isNoticed(const AskedQueue &asked);

} // namespace plumbline
