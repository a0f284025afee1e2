// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/movement.h"

#include "probes/catalogue.h"

#include <algorithm>

namespace plumbline {

static SilentFact noQueues(const DiskPlan &disk)
{
    if (disk.bus == DiskPlan::Other)
        return {{Silence::Unsupported, PHRASE("path", "not a virtio disk: it has no virtqueue")}};
    return {{Silence::NotAsked, PHRASE("path", "the device's QOM path is not known yet")}};
}

// A usual queue's size: as many requests may end between the two questions of one look.
static constexpr qint64 slack = 1024;

static SilentFact setUpAnew(ObservationId observation)
{
    return {{Silence::NotAsked,
                PHRASE("path", "the guest has set its queue up anew: a second look will tell")},
        observation};
}

bool mayBeSlow(const BlockMovement &block, double seconds)
{
    // Five times the average is far out, also among requests of very different sizes.
    return block.completed > 0 && seconds < 5 * block.averageSeconds.value_or(0);
}

static Known<QueueMovement> movementOf(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    if (!plan.hasMonitor()) {
        return std::unexpected(SilentFact{
            {Silence::NotAsked, PHRASE("path", "this QEMU has no monitor that can be reached")}});
    }
    if (disk.qomPath.isEmpty() || disk.bus == DiskPlan::Other)
        return std::unexpected(noQueues(disk));
    const auto block = blockMovement(plan, disk, facts);
    const qint64 through = block && !disk.sharesQueues ? block->completed : 0;
    QueueMovement sum;
    bool fell = false;
    for (int queue = 0; queue < disk.queueCount; ++queue) {
        const auto looks = queueLooks(plan, virtioOf(disk), disk.firstQueue + queue, facts);
        if (!looks)
            return std::unexpected(looks.error());
        const qint64 before = looks->pending(looks->first);
        const qint64 now = looks->pending(looks->last);
        sum.inFlight += now;
        sum.submitted += looks->submitted();
        sum.completed += looks->completed();
        fell = fell || (!looks->ring.packed && looks->last.used < looks->first.used);
        const bool stands = looks->completed() == 0 && before > 0 && now > 0;
        // So many came through that an index may have gone round; the only queue's has.
        const bool mayHaveLapped = through >= looks->lap();
        if (mayHaveLapped)
            sum.completed = std::max(sum.completed, through);
        if (stands && mayHaveLapped)
            sum.doubtful += disk.queueCount > 1 ? now : 0;
        else if (stands && !(block && mayBeSlow(*block, looks->seconds())))
            sum.stuck += now;
        sum.queues += 1;
        sum.seconds = looks->seconds();
        sum.time = looks->last.time;
        sum.evidence += looks->evidence;
    }
    // A guest that rebooted may well have put its queue where it was. Its index begins at 0 again,
    // which looks like tens of thousands of requests: QEMU's own count knows better.
    if (fell && block && !disk.sharesQueues
        && sum.completed > 2 * (block->completed + block->failed) + slack)
        return std::unexpected(setUpAnew(sum.evidence.last().observation));
    return sum;
}

Known<QueueMovement> queueMovement(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    // Nearly every rule begins with it.
    const QByteArray key
        = "movement/" + QByteArray::number(plan.pid) + disk.qomPath + '/' + disk.target;
    return facts.derived<Known<QueueMovement>>(key, [&] { return movementOf(plan, disk, facts); });
}

std::optional<LastInFlight> lastInFlight(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    if (disk.qomPath.isEmpty() || disk.vhostUser)
        return std::nullopt;
    LastInFlight sum;
    for (int queue = 0; queue < disk.queueCount; ++queue) {
        const auto known
            = facts.lastKnown(qemuVirtqueue, plan.deviceSubject(disk, disk.firstQueue + queue));
        const auto ring = ringOf(plan, virtioOf(disk), disk.firstQueue + queue, facts);
        if (!known || !known->value.pending())
            return std::nullopt;
        const bool packed = ring && ring->packed;
        sum.inFlight += packed ? qint64(known->value.inUse) : *known->value.pending();
        sum.time = known->time;
        sum.evidence.append(
            cite(*known, known->value.lines.value(packed ? "inuse" : "shadow-avail-idx")));
    }
    return sum;
}

const BlockStats *blockStatsOf(const DiskPlan &disk, const QList<BlockStats> &stats)
{
    const auto found = std::find_if(stats.begin(), stats.end(), [&disk](const BlockStats &node) {
        // The name of the node on top changes with every snapshot; the device's does not. QEMU
        // gives its id, or its path where it has none: that of a virtio-blk's backend.
        if (!disk.id.isEmpty() && node.qdev == disk.id)
            return true;
        if (disk.bus == DiskPlan::VirtioBlk && !disk.qomPath.isEmpty() && node.qdev == disk.qomPath)
            return true;
        if (!disk.driveId.isEmpty() && node.device == disk.driveId)
            return true;
        return !disk.topNode.isEmpty() && node.nodeName == disk.topNode;
    });
    return found == stats.end() ? nullptr : &*found;
}

Known<BlockMovement> blockMovement(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    if (!plan.hasMonitor()) {
        return std::unexpected(SilentFact{
            {Silence::NotAsked, PHRASE("path", "this QEMU has no monitor that can be reached")}});
    }
    const auto twice = facts.twice(qemuBlockstats, plan.subject());
    if (!twice)
        return std::unexpected(twice.error());
    const BlockStats *first = blockStatsOf(disk, twice->first.value);
    const BlockStats *last = blockStatsOf(disk, twice->last.value);
    if (!first || !last) {
        return std::unexpected(
            SilentFact{{Silence::Unsupported,
                           PHRASE("path", "query-blockstats does not list this disk's node")},
                twice->last.observation});
    }
    BlockMovement movement;
    movement.completed = qint64(last->completed() - first->completed());
    movement.failed = qint64(last->failed() - first->failed());
    movement.bytes
        = qint64(last->readBytes + last->writeBytes - first->readBytes - first->writeBytes);
    // Unmaps are counted but not timed.
    const auto timed = qint64(last->readOps + last->writeOps + last->flushOps - first->readOps
        - first->writeOps - first->flushOps);
    const auto nanoseconds = qint64(last->readTotalNs + last->writeTotalNs + last->flushTotalNs
        - first->readTotalNs - first->writeTotalNs - first->flushTotalNs);
    if (timed > 0 && nanoseconds >= 0)
        movement.averageSeconds = double(nanoseconds) / double(timed) / 1e9;
    if (last->idleNs)
        movement.idleSeconds = double(*last->idleNs) / 1e9;
    movement.seconds = twice->seconds();
    movement.time = twice->last.time;
    for (const auto &[node, look] :
        {std::pair(first, twice->first.observation), std::pair(last, twice->last.observation)}) {
        for (const char *key :
            {"rd_operations", "wr_operations", "flush_operations", "idle_time_ns"}) {
            if (const int line = node->lines.value(key))
                movement.evidence.append({look, line, line});
        }
    }
    return movement;
}

} // namespace plumbline
