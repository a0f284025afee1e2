// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/block_graph.h"
#include "formats/domain_xml.h"
#include "formats/process_list.h"
#include "formats/qemu_command_line.h"
#include "formats/qmp_queries.h"
#include "path/guest_ram.h"
#include "path/virtio_plan.h"
#include "probes/subject.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace plumbline {

/// What is known of one guest disk before its layers are measured: which device shows it to the
/// guest, which queues carry its requests, which block nodes serve it.
struct DiskPlan
{
    enum Bus { VirtioBlk, VirtioScsi, Other };

    /// "vda": from libvirt, or by the order on QEMU's command line.
    QByteArray target;
    bool targetIsGuessed = false;
    Bus bus = Other;
    /// QEMU's id of the disk's own device; empty when it has none.
    QByteArray id;
    /// Device whose virtqueues carry the requests: the disk's own, or its SCSI controller.
    QByteArray device;
    /// Its QOM path up to virtio-backend; empty while unknown.
    QByteArray qomPath;
    /// Queues that carry requests: first and number. Virtio-scsi has control and event before them.
    int firstQueue = 0;
    int queueCount = 1;
    /// Ids of the IOThreads that serve its queues; none: QEMU's main loop does.
    QList<QByteArray> iothreads;
    /// Other disks' requests are in the same queues (several disks on one SCSI controller): what
    /// moves there says nothing about this one.
    bool sharesQueues = false;
    /// Served by another process through a socket: its queues must not be queried.
    bool vhostUser = false;
    QByteArray vhostSocket;
    /// Name of the node on top, and from there down to the protocol node.
    QByteArray topNode;
    QList<BlockNode> chain;
    /// Name under which -drive statistics appear when the node has none of its own.
    QByteArray driveId;
    /// Limits in force: "total_bytes_sec" → "1".
    QMap<QByteArray, QByteArray> limits;

    /// The lowest block node; null when the chain is unknown.
    const BlockNode *protocol() const { return chain.isEmpty() ? nullptr : &chain.last(); }
    /// File, device or Ceph image that the disk lives on; empty for other network backends.
    QByteArray filename() const { return protocol() ? protocol()->filename : QByteArray(); }
    bool isNbd() const { return protocol() && protocol()->driver == "nbd"; }
    /// Of QEMU's own Ceph client; the filename is "POOL/IMAGE" or "POOL/NAMESPACE/IMAGE".
    bool isRbd() const { return protocol() && protocol()->driver == "rbd"; }
    friend bool operator==(const DiskPlan &, const DiskPlan &) = default;
};

/// What carries the packets of one of the guest's network cards.
struct NetworkPlan
{
    enum Where {
        OnHost, ///< an interface of the host's kernel: tap or macvtap
        UserMode, ///< QEMU's own network stack, or passt
        Elsewhere, ///< another process, or the card itself: past the host's kernel
    };

    Where where = OnHost;
    /// libvirt's or QEMU's word for it: "tap", "user", "vhost-user", "hostdev".
    QByteArray type;
    /// QEMU's: "hostnet0".
    QByteArray id;
    /// Of the host, "vnet0"; empty while nobody told.
    QByteArray interface;
    bool vhost = false;
    friend bool operator==(const NetworkPlan &, const NetworkPlan &) = default;
};

/// One running domain: how to ask about it and what disks it has.
struct DomainPlan
{
    /// Bytes as they are; views show them escaped.
    QByteArray name;
    QByteArray uuid;
    qint64 pid = 0;
    /// When the process began, in ticks since boot; 0 when unknown. Pids are used again.
    quint64 startTicks = 0;
    qint64 uid = -1;
    /// Its command line is of libvirt's making.
    bool underLibvirt = false;
    /// Empty for a bare QEMU.
    QByteArray virshUri;
    /// Of a bare QEMU; empty when it has none that can be reached.
    QByteArray monitorSocket;
    QByteArray serialLog;
    bool hasAgentChannel = false;
    QByteArray agentState;
    int cpus = 1;
    GuestRam ram;
    /// Some device offers the driver packed rings.
    bool offersPacked = false;
    /// Its QEMU is known to survive x-query-virtio-status.
    bool virtioStatusIsSafe = false;
    /// Virtio devices with an id that are no disks: network, console, file systems.
    QList<VirtioPlan> otherDevices;
    QList<DiskPlan> disks;
    QList<NetworkPlan> networks;

    bool isLibvirt() const { return !virshUri.isEmpty(); }
    bool hasMonitor() const { return isLibvirt() || !monitorSocket.isEmpty(); }
    Subject subject() const { return {pid, uuid, virshUri, monitorSocket, {}, {}, 0, {}}; }
    Subject deviceSubject(const DiskPlan &disk, int queue = 0) const
    {
        return {pid, uuid, virshUri, monitorSocket, disk.device, disk.qomPath, queue, {}};
    }
    Subject pathSubject(const QByteArray &path) const
    {
        return {pid, uuid, virshUri, monitorSocket, {}, {}, 0, path};
    }
    friend bool operator==(const DomainPlan &, const DomainPlan &) = default;
};

/// From QEMU's own command line, which tells the block graph without asking QEMU anything.
Result<DomainPlan> planFromProcess(const ListedProcess &process);

/// Adds what libvirt knows: the guest's names of the disks, limits, the networks' interfaces, the
/// serial log, the agent.
void refinePlan(DomainPlan &plan, const DomainXml &xml);

/// Finds the QOM paths of devices that have no id, by the devices that QEMU named in its
/// statistics.
void refinePlan(DomainPlan &plan, const QList<BlockStats> &stats);

/// Some QEMUs abort when they are asked x-query-virtio-status.
void refinePlan(DomainPlan &plan, const QemuVersion &version);

/// Takes the number of queues from the device; at most VIRTIO_QUEUE_MAX of them.
void refinePlan(DiskPlan &disk, const VirtioStatus &status);

/// A running QEMU that emulates a machine, as opposed to qemu-nbd, qemu-ga and the like.
bool isEmulator(const ListedProcess &process);

} // namespace plumbline
