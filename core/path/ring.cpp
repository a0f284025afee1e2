// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/ring.h"

#include "probes/catalogue.h"

namespace plumbline {

Subject queueSubject(const DomainPlan &plan, const VirtioPlan &device, int queue)
{
    Subject subject = plan.subject();
    subject.device = device.device;
    subject.qomPath = device.qomPath;
    subject.queue = queue;
    return subject;
}

std::optional<Ring> ringOf(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    const auto status = facts.lastKnown(qemuVirtioStatus, queueSubject(plan, device, 0));
    if (!status)
        return std::nullopt;
    Ring ring;
    ring.packed = status->value.isPacked();
    ring.eventIdx = status->value.hasEventIdx();
    ring.translated = status->value.hasGuestFeature("VIRTIO_F_IOMMU_PLATFORM")
        || status->value.hasGuestFeature("VIRTIO_F_ACCESS_PLATFORM");
    ring.vhost = status->value.vhostStarted;
    const Subject subject = queueSubject(plan, device, queue);
    if (ring.vhost) {
        const auto place = facts.lastKnown(qemuVhostQueue, subject);
        if (!place)
            return std::nullopt;
        ring.size = place->value.size;
        ring.descriptors = place->value.descriptors;
        ring.avail = place->value.avail;
        ring.used = place->value.used;
    } else {
        const auto place = facts.lastKnown(qemuVirtqueue, subject);
        if (!place)
            return std::nullopt;
        ring.size = place->value.size;
        ring.descriptors = place->value.descriptors;
        ring.avail = place->value.avail;
        ring.used = place->value.used;
        ring.nextAvail = place->value.shadowAvailIndex;
    }
    return ring;
}

namespace {

struct Stretch
{
    const char *name = nullptr;
    quint64 address = 0;
    int words = 0;
    int bytes = 2;
};

} // namespace

static Stretch stretch(const Ring &ring, RingPart part)
{
    const auto entries = int(ring.size);
    switch (part) {
    case RingPart::AvailIndex:
        return {"avail", ring.avail, 2, 2};
    case RingPart::UsedIndex:
        return {"used", ring.used, 2, 2};
    case RingPart::UsedEvent:
        // Behind flags, index and the ring itself.
        return {"used-event", ring.avail + 4 + 2 * quint64(ring.size), 1, 2};
    case RingPart::NextDescriptor:
        // Flags are the last two of a descriptor's 16 bytes.
        return {"next", ring.descriptors + 16 * quint64(ring.nextAvail.value_or(0)) + 14, 1, 2};
    case RingPart::DriverEvent:
        return {"driver-event", ring.avail, 2, 2};
    case RingPart::DeviceEvent:
        return {"device-event", ring.used, 2, 2};
    case RingPart::AvailRing:
        return {"avail-ring", ring.avail, 2 + entries, 2};
    case RingPart::UsedRing:
        return {"used-ring", ring.used, 1 + 2 * entries, 4};
    case RingPart::Descriptors:
        return {"descriptors", ring.descriptors, 2 * entries, 8};
    }
    return {};
}

static bool belongsToPacked(RingPart part)
{
    return part == RingPart::NextDescriptor || part == RingPart::DriverEvent
        || part == RingPart::DeviceEvent;
}

std::optional<Subject> ringPart(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const Ring &ring, RingPart part)
{
    if (!ring.isSetUp() || ring.translated || ring.packed != belongsToPacked(part)
        || (part == RingPart::NextDescriptor && ring.nextAvail.value_or(0xffff) >= ring.size))
        return std::nullopt;
    const Stretch where = stretch(ring, part);
    if (!plan.ram.holds(where.address, quint64(where.words) * quint64(where.bytes)))
        return std::nullopt;
    Subject subject = queueSubject(plan, device, queue);
    subject.part = where.name;
    subject.address = where.address;
    subject.words = where.words;
    subject.wordBytes = where.bytes;
    return subject;
}

} // namespace plumbline
