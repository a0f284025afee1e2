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

// /proc/PID/mountstats: what the kernel's RPC client counted for each NFS mount.
//
//     device 10.9.9.1:/ mounted on /var/lib/virt/images with fstype nfs4 statvers=1.1
//             opts:   rw,vers=4.2,rsize=524288,hard,proto=tcp,timeo=50,retrans=2
//             age:    793
//             xprt:   tcp 0 0 6 0 0 1525 1522 0 1550 0 6 6 21
//             per-op statistics
//                    WRITE: 1327 1327 0 89003432 148624 1015 14439 15845 0
//
// Kernel: fs/nfs/super.c (nfs_show_stats), net/sunrpc/stats.c, net/sunrpc/xprtsock.c
// (xs_tcp_print_stats: 10 or 13 numbers; xs_udp_print_stats: 7 or 10),
// net/sunrpc/xprtrdma/transport.c (xprt_rdma_print_stats). Mounts of other kinds are passed over.

struct NfsTransport
{
    QByteArray protocol; ///< tcp, udp, rdma or local
    quint64 port = 0;
    quint64 binds = 0;
    quint64 connects = 0;
    quint64 connectTime = 0; ///< seconds once spent connecting (jiffies in old kernels)
    quint64 idleSeconds = 0; ///< seconds since the last use
    quint64 sends = 0; ///< requests sent
    quint64 receives = 0; ///< replies matched to a request
    quint64 badXids = 0; ///< replies that nobody waited for
    quint64 requestQueueTime = 0; ///< sum over sends of requests then on the wire ("req_u")
    quint64 backlogQueueTime = 0; ///< sum over sends of requests then without a slot ("bklog_u")
    std::optional<quint64> maxSlots; ///< with 13 (tcp) or 10 (udp) numbers
    std::optional<quint64> sendingQueueTime;
    std::optional<quint64> pendingQueueTime;
    int line = 0;

    /// Sends that no reply was matched to. An upper bound of what waits now: a request that was
    /// sent again counts twice, so the difference stays after a stall has passed (1559 - 1556 on a
    /// recovered mount). Only together with receives that stand still does it mean anything.
    quint64 inFlight() const { return sends > receives ? sends - receives : 0; }
    friend bool operator==(const NfsTransport &, const NfsTransport &) = default;
};

struct NfsOperation
{
    QByteArray name; ///< READ, WRITE, COMMIT…
    quint64 operations = 0; ///< completed, whatever the outcome
    quint64 transmissions = 0;
    quint64 majorTimeouts = 0;
    quint64 bytesSent = 0;
    quint64 bytesReceived = 0;
    quint64 queueMs = 0; ///< these three are sums over the completed operations
    quint64 roundTripMs = 0;
    quint64 executeMs = 0;
    std::optional<quint64> errors; ///< since statvers 1.1
    int line = 0;

    friend bool operator==(const NfsOperation &, const NfsOperation &) = default;
};

struct NfsMountStats
{
    QByteArray device; ///< server:/export
    QByteArray mountPoint;
    QByteArray fsType; ///< nfs or nfs4
    QByteArray statVersion;
    QMap<QByteArray, QByteArray> options; ///< a flag such as hard has an empty value
    quint64 ageSeconds = 0; ///< since mounted
    QList<NfsTransport> transports; ///< several with nconnect
    QList<NfsOperation> operations;
    int line = 0;
    int optionsLine = 0;

    /// A hard mount waits for its server for ever; soft and softerr give the caller an error.
    bool isHard() const { return !options.contains("soft") && !options.contains("softerr"); }
    /// Null when the mount has no such operation.
    const NfsOperation *operation(QByteArrayView name) const;
    friend bool operator==(const NfsMountStats &, const NfsMountStats &) = default;
};

struct MountStatsTable
{
    QList<NfsMountStats> mounts;

    /// By mount point; of several at one place the last. Null when none is.
    const NfsMountStats *at(QByteArrayView mountPoint) const;
    friend bool operator==(const MountStatsTable &, const MountStatsTable &) = default;
};

Result<MountStatsTable> readMountstats(QByteArrayView text);

} // namespace plumbline
