// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/guest_words.h"
#include "model/evidence.h"
#include "path/ring.h"

#include <optional>

namespace plumbline {

/// The device's side of one virtqueue at one moment. Of a vhost device, whose indices are not in
/// QEMU, both are read from the rings in guest RAM: "seen" then means submitted.
struct QueueLook
{
    quint16 seen = 0;
    quint16 used = 0;
    quint32 inUse = 0; ///< popped and not returned; not known of vhost
    WallTime time;
};

/// Two looks at one virtqueue.
struct QueueLooks
{
    QueueLook first;
    QueueLook last;
    Ring ring;
    EvidenceList evidence;

    double seconds() const { return secondsBetween(first.time, last.time); }
    /// Requests that went in and did not come out. Indices of a split ring are 16 bits wide and
    /// compared modulo 65536 (virtio 1.2, 2.7.6); those of a packed ring are places in it, and only
    /// the device's own count tells a full ring from an empty one.
    qint64 pending(const QueueLook &look) const
    {
        return ring.packed ? qint64(look.inUse) : quint16(look.seen - look.used);
    }
    qint64 submitted() const { return distance(first.seen, last.seen); }
    /// Modulo the lap: of a packed ring in descriptors.
    qint64 completed() const { return distance(first.used, last.used); }
    /// So many completions bring the index back to where it was.
    qint64 lap() const { return ring.packed ? qint64(ring.size) : 65536; }

private:
    qint64 distance(quint16 from, quint16 to) const
    {
        if (!ring.packed)
            return quint16(to - from);
        return ring.size == 0 ? 0 : (qint64(to) - qint64(from) + ring.size) % ring.size;
    }
};

/// The newest look alone.
Known<QueueLook> lastLook(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts);

/// Silent if either look is, and when the driver has set the queue up anew in between.
Known<QueueLooks> queueLooks(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts);

/// A part of a ring as it was read last or twice, if it was read at the ring's present place.
Known<Observed<GuestWords>> lastPart(const DomainPlan &plan, const VirtioPlan &device, int queue,
    const Ring &ring, RingPart part, const FactStore &facts);
Known<Twice<GuestWords>> twicePart(const DomainPlan &plan, const VirtioPlan &device, int queue,
    const Ring &ring, RingPart part, const FactStore &facts);

} // namespace plumbline
