// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/queue_looks.h"

#include "probes/catalogue.h"

#include <algorithm>

namespace plumbline {

static SilentFact movedRing(ObservationId observation)
{
    return {{Silence::NotAsked,
                PHRASE("path", "the guest has set its queue up anew: a second look will tell")},
        observation};
}

static SilentFact noPlace(const DomainPlan &plan, const Ring &ring)
{
    if (plan.ram.size == 0) {
        return {{Silence::Unsupported,
            PHRASE("path", "where this machine has RAM is not known: its ring is not read")}};
    }
    if (ring.translated) {
        return {{Silence::Unsupported,
            PHRASE("path", "the ring's addresses go through an IOMMU: it is not read")}};
    }
    if (!ring.isSetUp())
        return {{Silence::NotAsked, PHRASE("path", "the driver has not set this queue up")}};
    return {{Silence::Refused,
        PHRASE("path", "the ring's address does not lie in RAM: it is not read")}};
}

Known<Observed<GuestWords>> lastPart(const DomainPlan &plan, const VirtioPlan &device, int queue,
    const Ring &ring, RingPart part, const FactStore &facts)
{
    const auto subject = ringPart(plan, device, queue, ring, part);
    if (!subject)
        return std::unexpected(noPlace(plan, ring));
    auto words = facts.last(qemuMemory, *subject);
    if (words && words->value.address != subject->address)
        return std::unexpected(movedRing(words->observation));
    return words;
}

Known<Twice<GuestWords>> twicePart(const DomainPlan &plan, const VirtioPlan &device, int queue,
    const Ring &ring, RingPart part, const FactStore &facts)
{
    const auto subject = ringPart(plan, device, queue, ring, part);
    if (!subject)
        return std::unexpected(noPlace(plan, ring));
    auto words = facts.twice(qemuMemory, *subject);
    if (words
        && (words->first.value.address != subject->address
            || words->last.value.address != subject->address))
        return std::unexpected(movedRing(words->last.observation));
    return words;
}

static SilentFact noQueue(const VirtioPlan &device)
{
    if (device.vhostUser) {
        return {{Silence::NotAsked,
            PHRASE("path",
                "not asked: querying the queue of a started vhost-user device would stop it")}};
    }
    return {{Silence::NotAsked, PHRASE("path", "not asked yet")}};
}

static QueueLook lookAt(const Observed<VirtqueueStatus> &status)
{
    return {status.value.shadowAvailIndex.value_or(0), status.value.usedIndex, status.value.inUse,
        status.time};
}

static QueueLook lookAt(const Observed<GuestWords> &avail, const Observed<GuestWords> &used)
{
    // Flags come first, the index second.
    return {quint16(avail.value.word(1)), quint16(used.value.word(1)), 0, avail.time};
}

static void cite(EvidenceList &evidence, const Observed<VirtqueueStatus> &look, bool packed)
{
    // One decisive run of lines for each look: the two indices stand close together.
    const int used = look.value.lines.value("used-idx");
    const int other = look.value.lines.value(packed ? "inuse" : "shadow-avail-idx");
    evidence.append({look.observation, std::min(used, other), std::max(used, other)});
}

static Known<QueueLooks> looksInQemu(const DomainPlan &plan, const VirtioPlan &device, int queue,
    const Ring &ring, const FactStore &facts)
{
    const auto twice = facts.twice(qemuVirtqueue, queueSubject(plan, device, queue));
    if (!twice)
        return std::unexpected(twice.error());
    const VirtqueueStatus &first = twice->first.value;
    const VirtqueueStatus &last = twice->last.value;
    if (first.descriptors != last.descriptors || first.avail != last.avail
        || first.used != last.used)
        return std::unexpected(movedRing(twice->last.observation));
    if (!first.shadowAvailIndex || !last.shadowAvailIndex) {
        return std::unexpected(
            SilentFact{{Silence::Unsupported,
                           PHRASE("path", "the device's own indices are not in QEMU (vhost)")},
                twice->last.observation});
    }
    QueueLooks looks{lookAt(twice->first), lookAt(twice->last), ring, {}};
    cite(looks.evidence, twice->first, ring.packed);
    cite(looks.evidence, twice->last, ring.packed);
    return looks;
}

static Known<QueueLooks> looksInRam(const DomainPlan &plan, const VirtioPlan &device, int queue,
    const Ring &ring, const FactStore &facts)
{
    if (ring.packed) {
        return std::unexpected(SilentFact{{Silence::Unsupported,
            PHRASE("path", "a packed ring of a vhost device has no index in QEMU or in RAM")}});
    }
    const auto avail = twicePart(plan, device, queue, ring, RingPart::AvailIndex, facts);
    const auto used = twicePart(plan, device, queue, ring, RingPart::UsedIndex, facts);
    if (!avail)
        return std::unexpected(avail.error());
    if (!used)
        return std::unexpected(used.error());
    QueueLooks looks{lookAt(avail->first, used->first), lookAt(avail->last, used->last), ring, {}};
    if (looks.pending(looks.first) > ring.size || looks.pending(looks.last) > ring.size)
        return std::unexpected(movedRing(avail->last.observation));
    for (const auto &words : {avail->first, used->first, avail->last, used->last})
        looks.evidence.append({words.observation, 0, 0});
    return looks;
}

Known<QueueLooks> queueLooks(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    // Features may be unknown while the queue is not: a ring is split then, unless the device
    // offers packed ones. Read as the other layout it would show stalls that are none, and hide
    // others.
    const auto known = ringOf(plan, device, queue, facts);
    if (!known && plan.offersPacked) {
        return std::unexpected(SilentFact{{Silence::NotAsked,
                                              PHRASE("path",
                                                  "whether its ring is a packed one is not "
                                                  "known")},
            0});
    }
    const Ring ring = known.value_or(Ring());
    if (ring.vhost)
        return looksInRam(plan, device, queue, ring, facts);
    if (device.vhostUser)
        return std::unexpected(noQueue(device));
    return looksInQemu(plan, device, queue, ring, facts);
}

Known<QueueLook> lastLook(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    const auto ring = ringOf(plan, device, queue, facts);
    if (ring && ring->vhost) {
        const auto avail = lastPart(plan, device, queue, *ring, RingPart::AvailIndex, facts);
        const auto used = lastPart(plan, device, queue, *ring, RingPart::UsedIndex, facts);
        if (!avail)
            return std::unexpected(avail.error());
        if (!used)
            return std::unexpected(used.error());
        return lookAt(*avail, *used);
    }
    const auto status = facts.last(qemuVirtqueue, queueSubject(plan, device, queue));
    if (!status)
        return std::unexpected(device.vhostUser ? noQueue(device) : status.error());
    if (!status->value.shadowAvailIndex)
        return std::unexpected(noQueue(device));
    return lookAt(*status);
}

} // namespace plumbline
