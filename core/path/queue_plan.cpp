// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/queue_plan.h"

#include "path/pending_requests.h"
#include "path/queue_looks.h"
#include "probes/catalogue.h"

#include <algorithm>

namespace plumbline {

// More than these are not asked about in one refresh: a device may have 1024 (VIRTIO_QUEUE_MAX).
static constexpr int queuesAtMost = 512;
// VIRTIO_QUEUE_MAX of include/hw/virtio/virtio.h; the number comes from the host.
static constexpr int queueLimit = 1024;
// Queues that the driver has not set up are looked for this rarely.
static constexpr int roundsBetweenSearches = 12;

bool mayQueryQueues(const VirtioPlan &device, const VirtioStatus *status)
{
    if (!device.emulated || device.vhostUser)
        return false;
    // The kernel's vhost has its own indices: QEMU's are stale copies.
    return !(status && status->vhostStarted);
}

static const VirtioStatus *statusIn(const Known<Observed<VirtioStatus>> &status)
{
    return status ? &status->value : nullptr;
}

static int queueCount(const DomainPlan &plan, const VirtioPlan &device, const VirtioStatus *status)
{
    if (status)
        return std::clamp(status->queues, 0, queueLimit);
    int count = 0;
    for (const DiskPlan &disk : plan.disks) {
        if (disk.qomPath == device.qomPath)
            count = disk.firstQueue + disk.queueCount;
    }
    return count;
}

static void planMemory(QList<Planned> &out, const DomainPlan &plan, const VirtioPlan &device,
    int queue, const Ring &ring)
{
    QList<RingPart> parts;
    // Before the other index: what is completed in between then looks like one more in flight, and
    // not like 65,535.
    if (ring.vhost)
        parts.append(RingPart::UsedIndex);
    parts += {RingPart::NextDescriptor, RingPart::DriverEvent, RingPart::DeviceEvent,
        RingPart::AvailIndex};
    if (ring.eventIdx)
        parts.append(RingPart::UsedEvent);
    for (const RingPart part : std::as_const(parts)) {
        if (const auto subject = ringPart(plan, device, queue, ring, part))
            out.append({&qemuMemory, *subject});
    }
}

// A console has 64 queues of which Linux sets all up and uses six.
bool isUntouched(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    const auto status = facts.lastKnown(qemuVirtqueue, queueSubject(plan, device, queue));
    const bool isDisk = device.name == "virtio-blk" || device.name == "virtio-scsi";
    if (!status || isDisk)
        return false;
    return status->value.descriptors == 0
        || (status->value.shadowAvailIndex.value_or(1) == 0 && status->value.usedIndex == 0);
}

QList<Planned> planStuck(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    QList<Planned> out;
    const VirtioPlan device = virtioOf(disk);
    if (disk.qomPath.isEmpty() || disk.bus != DiskPlan::VirtioBlk)
        return out;
    for (int queue = 0; queue < disk.queueCount; ++queue) {
        const auto looks = queueLooks(plan, device, disk.firstQueue + queue, facts);
        const bool holds = looks && looks->completed() == 0 && looks->pending(looks->first) > 0
            && looks->pending(looks->last) > 0;
        if (holds)
            out += planPending(plan, device, disk.firstQueue + queue, facts);
    }
    return out;
}

// The index up to which the driver has submitted, as it stood in RAM; of a split ring.
static std::optional<quint16> submittedIn(const DomainPlan &plan, const VirtioPlan &device,
    int queue, const Ring &ring, const FactStore &facts)
{
    const auto words = lastPart(plan, device, queue, ring, RingPart::AvailIndex, facts);
    return words ? std::optional(quint16(words->value.word(1))) : std::nullopt;
}

// Set up and never used, as most queues of a guest with many are: its ring is looked at as rarely
// as for queues that are not set up.
static bool isVirgin(const DomainPlan &plan, const VirtioPlan &device, int queue, const Ring &ring,
    const FactStore &facts)
{
    const auto look = lastLook(plan, device, queue, facts);
    return look && !ring.packed && !ring.vhost && look->seen == 0 && look->used == 0
        && submittedIn(plan, device, queue, ring, facts) == quint16(0);
}

// All that was submitted was seen, and all that was seen was completed.
static bool isQuiet(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    const auto ring = ringOf(plan, device, queue, facts);
    const auto look = lastLook(plan, device, queue, facts);
    if (!ring || !look)
        return false;
    if (ring->packed)
        return look->inUse == 0;
    return look->seen == look->used && submittedIn(plan, device, queue, *ring, facts) == look->seen;
}

// A disk's device tells how many queues it has, and whether it is broken: then it holds requests.
// That of other devices (a network card's vhost) may change at any time.
static bool needsStatus(const DomainPlan &plan, const VirtioPlan &device,
    const VirtioStatus *status, const FactStore &facts)
{
    const bool isDisk = device.name == "virtio-blk" || device.name == "virtio-scsi";
    if (!isDisk || !status)
        return true;
    for (int queue = 0; queue < queueCount(plan, device, status); ++queue) {
        if (!isQuiet(plan, device, queue, facts))
            return true;
    }
    return false;
}

QList<Planned> planQueues(const DomainPlan &plan, const FactStore &facts, int round)
{
    QList<Planned> out;
    const bool searching = round % roundsBetweenSearches == 0;
    int asked = 0;
    QList<Planned> memory;
    // Asked alone before anything that may not be asked of every QEMU.
    if (!plan.virtioStatusIsSafe && !facts.lastKnown(qemuVersion, plan.subject()))
        out.append({&qemuVersion, plan.subject()});
    for (const VirtioPlan &device : virtioDevices(plan)) {
        const Subject subject = queueSubject(plan, device, 0);
        const auto known = facts.lastKnown(qemuVirtioStatus, subject);
        const VirtioStatus *status = statusIn(known);
        if (plan.virtioStatusIsSafe && (searching || needsStatus(plan, device, status, facts)))
            out.append({&qemuVirtioStatus, subject});
        const int count = queueCount(plan, device, status);
        for (int queue = 0; queue < count && asked < queuesAtMost; ++queue) {
            const auto ring = ringOf(plan, device, queue, facts);
            if (!searching && isUntouched(plan, device, queue, facts))
                continue;
            if (status && status->vhostStarted)
                out.append({&qemuVhostQueue, queueSubject(plan, device, queue)});
            else if (mayQueryQueues(device, status))
                out.append({&qemuVirtqueue, queueSubject(plan, device, queue)});
            else
                continue;
            ++asked;
            if (ring && (searching || !isVirgin(plan, device, queue, *ring, facts)))
                planMemory(memory, plan, device, queue, *ring);
        }
    }
    for (const DiskPlan &disk : plan.disks)
        memory += planStuck(plan, disk, facts);
    // Last, so that an index in RAM is never older than what the device said of it.
    return out + memory;
}

} // namespace plumbline
