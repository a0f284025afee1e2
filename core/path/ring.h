// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/virtio_devices.h"
#include "probes/fact_store.h"

#include <optional>

namespace plumbline {

/// Where one virtqueue lies in guest RAM, and of what kind it is.
struct Ring
{
    quint32 size = 0; ///< entries
    quint64 descriptors = 0; ///< guest-physical
    quint64 avail = 0; ///< of a packed ring: the driver's event suppression
    quint64 used = 0; ///< of a packed ring: the device's event suppression
    bool packed = false;
    /// The driver writes up to which completion it wants no interrupt (VIRTIO_RING_F_EVENT_IDX).
    bool eventIdx = false;
    /// Its addresses may be those of an IOMMU (VIRTIO_F_IOMMU_PLATFORM), not of RAM.
    bool translated = false;
    /// The device's own indices are not in QEMU.
    bool vhost = false;
    /// Of the device, when QEMU told what the queue has seen: where to look in a packed ring.
    std::optional<quint16> nextAvail;

    bool isSetUp() const { return size > 0 && descriptors && avail && used; }
    friend bool operator==(const Ring &, const Ring &) = default;
};

/// The queue as a subject: "PID.DEVICE.QUEUE".
Subject queueSubject(const DomainPlan &plan, const VirtioPlan &device, int queue);

/// From the newest answers of QEMU; nullopt while it has told neither features nor addresses.
std::optional<Ring> ringOf(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts);

/// A part of a ring that tells something, and where it lies. Split rings: virtio 1.2, 2.7; packed
/// ones: 2.8.
enum class RingPart {
    AvailIndex, ///< split: flags and index of the avail ring
    UsedIndex, ///< split: flags and index of the used ring
    UsedEvent, ///< split: up to which completion the driver wants no interrupt
    NextDescriptor, ///< packed: flags of the descriptor that the device looks at next
    DriverEvent, ///< packed: offset and flags of the driver's event suppression
    DeviceEvent, ///< packed: the same of the device
    AvailRing, ///< split: all entries
    UsedRing, ///< split: all entries
    Descriptors, ///< split: the table
};

/// What to ask to read it; nullopt where the ring does not have it or where there is no RAM.
std::optional<Subject> ringPart(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const Ring &ring, RingPart part);

} // namespace plumbline
