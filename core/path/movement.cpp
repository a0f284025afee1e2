// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/movement.h"

#include "probes/catalogue.h"

#include <algorithm>

namespace plumbline {

static SilentFact noQueues(const DiskPlan &disk)
{
    if (disk.vhostUser) {
        return {{Silence::NotAsked,
            PHRASE("path",
                "not asked: querying the queue of a started vhost-user device would stop it")}};
    }
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

Known<QueueMovement> queueMovement(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    if (!plan.hasMonitor()) {
        return std::unexpected(SilentFact{
            {Silence::NotAsked, PHRASE("path", "this QEMU has no monitor that can be reached")}});
    }
    if (disk.qomPath.isEmpty() || disk.vhostUser || disk.bus == DiskPlan::Other)
        return std::unexpected(noQueues(disk));
    QueueMovement sum;
    bool fell = false;
    for (int queue = 0; queue < disk.queueCount; ++queue) {
        const auto twice
            = facts.twice(qemuVirtqueue, plan.deviceSubject(disk, disk.firstQueue + queue));
        if (!twice)
            return std::unexpected(twice.error());
        const VirtqueueStatus &first = twice->first.value;
        const VirtqueueStatus &last = twice->last.value;
        if (first.descriptors != last.descriptors || first.avail != last.avail
            || first.used != last.used) {
            return std::unexpected(setUpAnew(twice->last.observation));
        }
        const auto before = first.pending();
        const auto now = last.pending();
        if (!before || !now) {
            return std::unexpected(
                SilentFact{{Silence::Unsupported,
                               PHRASE("path", "the device's own indices are not in QEMU (vhost)")},
                    twice->last.observation});
        }
        const auto completed = quint16(last.usedIndex - first.usedIndex);
        sum.inFlight += *now;
        sum.submitted += quint16(*last.shadowAvailIndex - *first.shadowAvailIndex);
        sum.completed += completed;
        fell = fell || last.usedIndex < first.usedIndex;
        if (completed == 0 && *before > 0 && *now > 0)
            sum.stuck += *now;
        sum.queues += 1;
        sum.seconds = twice->seconds();
        sum.time = twice->last.time;
        for (const auto &look : {twice->first, twice->last}) {
            // One decisive run of lines for each look: the two indices stand close together.
            const int used = look.value.lines.value("used-idx");
            const int avail = look.value.lines.value("shadow-avail-idx");
            sum.evidence.append({look.observation, std::min(used, avail), std::max(used, avail)});
        }
    }
    // A guest that rebooted may well have put its queue where it was. Its index begins at 0 again,
    // which looks like tens of thousands of requests: QEMU's own count knows better.
    const auto block = blockMovement(plan, disk, facts);
    if (fell && block && !disk.sharesQueues
        && sum.completed > 2 * (block->completed + block->failed) + slack)
        return std::unexpected(setUpAnew(sum.evidence.last().observation));
    return sum;
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
        if (!known || !known->value.pending())
            return std::nullopt;
        sum.inFlight += *known->value.pending();
        sum.time = known->time;
        sum.evidence.append(cite(*known, known->value.lines.value("shadow-avail-idx")));
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
