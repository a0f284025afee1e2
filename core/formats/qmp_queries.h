// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMap>

#include <optional>

namespace plumbline {

// Replies to the queries that QEMU answers from memory. Each reader takes a whole reply,
// {"return": …}, and fails on an error reply with QEMU's own words.
//
//     {"return": {"signalled-used": 294, "inuse": 1, "name": "virtio-blk", "used-idx": 294,
//       "last-avail-idx": 295, "shadow-avail-idx": 295, "vring-num": 1024, …}}
//
// QEMU: qapi/run-state.json, block-core.json, virtio.json.

/// Lines of the keys that a verdict may point at, 1-based in the reply's text.
using KeyLines = QMap<QByteArray, int>;

/// query-version. 11.1 (measured: 11.1.2 and 11.1.3; 10.0 does not) aborts when it answers
/// x-query-virtio-status, whatever the device: a required field is left out of the answer.
struct QemuVersion
{
    int major = 0;
    int minor = 0;
    int micro = 0;
    int line = 0;

    friend bool operator==(const QemuVersion &, const QemuVersion &) = default;
};
Result<QemuVersion> readQueryVersion(QByteArrayView reply);

/// query-status
struct VmStatus
{
    QByteArray status; ///< running, paused, io-error, internal-error, guest-panicked…
    bool running = false;
    int line = 0; ///< of the status

    friend bool operator==(const VmStatus &, const VmStatus &) = default;
};
Result<VmStatus> readQueryStatus(QByteArrayView reply);

/// query-blockstats: one node. Counters count completed requests only.
struct BlockStats
{
    QByteArray device; ///< empty since libvirt names nodes
    QByteArray nodeName;
    QByteArray qdev; ///< QOM path or id of the guest's device
    quint64 readOps = 0;
    quint64 writeOps = 0;
    quint64 flushOps = 0;
    quint64 unmapOps = 0;
    quint64 readBytes = 0;
    quint64 writeBytes = 0;
    quint64 failedReadOps = 0;
    quint64 failedWriteOps = 0;
    quint64 failedFlushOps = 0;
    quint64 failedUnmapOps = 0;
    quint64 readTotalNs = 0;
    quint64 writeTotalNs = 0;
    quint64 flushTotalNs = 0;
    std::optional<quint64> idleNs; ///< since the last request ended; absent before the first
    QList<BlockStats> parent; ///< none or one: the node that holds this one's data
    QList<BlockStats> backing; ///< none or one
    int line = 0;
    KeyLines lines; ///< rd_operations, wr_operations, flush_operations, idle_time_ns…

    quint64 completed() const { return readOps + writeOps + flushOps + unmapOps; }
    quint64 failed() const
    {
        return failedReadOps + failedWriteOps + failedFlushOps + failedUnmapOps;
    }
    friend bool operator==(const BlockStats &, const BlockStats &) = default;
};
Result<QList<BlockStats>> readQueryBlockstats(QByteArrayView reply);

/// x-query-virtio-status
struct VirtioStatus
{
    QByteArray name;
    int queues = 0; ///< num-vqs
    bool vhostStarted = false;
    bool broken = false; ///< the device met a bogus descriptor and stopped for good
    bool disabled = false;
    bool started = false;
    quint32 isr = 0;
    QList<QByteArray> driverStatus; ///< "VIRTIO_CONFIG_S_DRIVER_OK: …"
    QList<QByteArray> guestFeatures; ///< "VIRTIO_RING_F_EVENT_IDX: …", device's and transport's
    KeyLines lines; ///< num-vqs, vhost-started, broken, started…

    bool hasGuestFeature(QByteArrayView feature) const;
    bool hasEventIdx() const { return hasGuestFeature("VIRTIO_RING_F_EVENT_IDX"); }
    bool isPacked() const { return hasGuestFeature("VIRTIO_F_RING_PACKED"); }
    bool isDriverOk() const;
    friend bool operator==(const VirtioStatus &, const VirtioStatus &) = default;
};
Result<VirtioStatus> readQueryVirtioStatus(QByteArrayView reply);

/// x-query-virtio-queue-status. Indices run modulo 65536. With vhost started used-idx and inuse are
/// stale copies and last-avail-idx is no index at all (hw/virtio/virtio.c).
struct VirtqueueStatus
{
    QByteArray name;
    int queue = 0;
    quint32 inUse = 0; ///< popped by the device and not yet returned
    quint32 size = 0; ///< vring-num
    quint32 defaultSize = 0;
    quint32 align = 0;
    quint64 descriptors = 0; ///< guest-physical address
    quint64 avail = 0;
    quint64 used = 0;
    std::optional<quint16> lastAvailIndex;
    std::optional<quint16> shadowAvailIndex;
    quint16 usedIndex = 0;
    quint16 signalledUsed = 0;
    bool signalledUsedValid = false;
    KeyLines lines; ///< by QMP's key: used-idx, inuse, shadow-avail-idx…

    /// Requests the device has seen and not completed; nullopt without the shadow index.
    std::optional<quint16> pending() const
    {
        if (!shadowAvailIndex)
            return std::nullopt;
        return quint16(*shadowAvailIndex - usedIndex);
    }
    friend bool operator==(const VirtqueueStatus &, const VirtqueueStatus &) = default;
};
Result<VirtqueueStatus> readQueryVirtioQueueStatus(QByteArrayView reply);

/// x-query-virtio-vhost-queue-status: where the rings of a started vhost device lie. Its indices
/// are not in QEMU.
struct VhostQueueStatus
{
    QByteArray name;
    quint32 size = 0; ///< num
    quint64 descriptors = 0; ///< guest-physical address
    quint64 avail = 0;
    quint64 used = 0;
    KeyLines lines;

    friend bool operator==(const VhostQueueStatus &, const VhostQueueStatus &) = default;
};
Result<VhostQueueStatus> readQueryVhostQueueStatus(QByteArrayView reply);

} // namespace plumbline
