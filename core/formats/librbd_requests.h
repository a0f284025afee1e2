// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace plumbline {

// What the Ceph clients inside a QEMU say through their admin sockets: `objecter_requests`, the
// requests that no OSD has answered, and `perf dump`, its counters, as JSON below words of ours.
//
//     sockets 1
//     client /run/ceph/ceph-client.libvirt.4711.93990870005672.asok
//     requests
//     { "ops": [ { "tid": 317, "osd": 0, "object_id": "rbd_data.10122cb34934.0000000000000000",
//         "paused": 0, "age": 8.212, "attempts": 1, "osd_ops": ["read 2658304~4096"] } ], … }
//     counters
//     { "librbd-10122cb34934-guests-vm-1": { "wr": 42, "wr_latency": { "avgcount": 41 }, … },
//       "objecter": { "osdop_read": 19, "osdop_write": 42, … }, … }
//
// Ceph: src/osdc/Objecter.cc (dump_ops), src/librbd/ImageCtx.cc (perf_start). Each image that QEMU
// opens has a client of its own.

struct LibrbdRequest
{
    quint64 tid = 0; ///< counts up: the same number later is the same request
    int osd = -1; ///< none: its placement group has no OSD
    QByteArray object;
    int dataOperations = 0; ///< reads, writes and the like among its operations
    bool paused = false; ///< held back by a flag of the cluster or the pool: pause, full
    /// Since it was sent, in seconds; nullopt if it was not: Ceph then tells the host's uptime.
    std::optional<double> age;
    int line = 0;

    /// Carries the guest's data, as opposed to the watch on the image's header and the like.
    bool isData() const { return object.startsWith("rbd_data.") || object.startsWith("rb.0."); }
    friend bool operator==(const LibrbdRequest &, const LibrbdRequest &) = default;
};

struct LibrbdImage
{
    QByteArray name; ///< "guests-vm-1": pool and image; a namespace is not told
    quint64 begun = 0; ///< requests of QEMU's, all kinds
    /// Not by OSDs alone: what the object map says to be empty is read without them.
    quint64 completed = 0;
    int line = 0;

    qint64 inFlight() const { return qint64(begun - completed); }
    friend bool operator==(const LibrbdImage &, const LibrbdImage &) = default;
};

struct LibrbdClient
{
    QByteArray socket;
    QByteArray failure; ///< why it did not answer; empty if it did
    QList<LibrbdRequest> requests;
    QList<LibrbdImage> images; ///< the disk's own, and those that it was cloned from
    quint64 dataBegun = 0; ///< reads, writes and the like that were meant for OSDs
    int line = 0;

    /// Reads, writes and the like that OSDs have answered.
    quint64 answered() const;
    const LibrbdRequest *numbered(quint64 tid) const;
    const LibrbdImage *image(QByteArrayView name) const;
    friend bool operator==(const LibrbdClient &, const LibrbdClient &) = default;
};

struct LibrbdClients
{
    /// Of which 64 are asked; nullopt without the right to see them.
    std::optional<int> sockets;
    QList<LibrbdClient> clients;

    /// The client that has opened the image "pool-image"; null if none says so.
    const LibrbdClient *serving(QByteArrayView image) const;
    friend bool operator==(const LibrbdClients &, const LibrbdClients &) = default;
};

Result<LibrbdClients> readLibrbdRequests(QByteArrayView text);

} // namespace plumbline
