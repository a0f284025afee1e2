// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/block_graph.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace plumbline {

// A QEMU process's arguments, as libvirt (JSON forms) or a person (key=value forms) wrote them.
//
//     -name guest=guest1,debug-threads=on
//     -qmp unix:/run/user/1000/vm/qmp.sock,server=on,wait=off
//     -blockdev {"driver":"nbd","server":{"type":"unix","path":"/lab/nbd.sock"},"node-name":"n0"}
//     -device virtio-blk-pci,drive=n0,iothread=iothread1,id=virtio-disk0
//     -drive if=virtio,file=/img/a,,b.qcow2,format=qcow2,id=hd0
//
// QEMU: qemu-options.hx; util/keyval.c and util/qemu-option.c (a doubled comma is a comma).

/// A guest's disk as a device on the command line.
struct QemuDiskDevice
{
    QByteArray driver; ///< virtio-blk-pci, scsi-hd, vhost-user-blk-pci, ide-hd…
    QByteArray id; ///< the qdev id; empty when none was given
    QByteArray drive; ///< node name or drive id; for vhost-user-blk the chardev's id
    QByteArray serial;
    QByteArray iothread; ///< of several (iothread-vq-mapping) the first
    QList<QByteArray> iothreads;
    QByteArray bus;
    QByteArray controller; ///< id of the SCSI controller that owns the bus, when it can be told
    int queues = 0; ///< num-queues; 0 when not given
    bool vhostUser = false; ///< served by another process through a socket
    QByteArray vhostSocket;

    bool isVirtio() const { return driver.startsWith("virtio-blk") || vhostUser; }
    bool isScsi() const { return driver.startsWith("scsi-"); }
    friend bool operator==(const QemuDiskDevice &, const QemuDiskDevice &) = default;
};

/// A virtio device that is no disk and has an id.
struct QemuVirtioDevice
{
    QByteArray name; ///< "virtio-net", "virtio-serial", "vhost-user-fs"
    QByteArray id;
    /// Its queues are served by another process through a socket, or nobody can tell.
    bool vhostUser = false;
    QByteArray netdev; ///< of a network card

    friend bool operator==(const QemuVirtioDevice &, const QemuVirtioDevice &) = default;
};

/// What carries a network card's packets on the host: -netdev, -nic or -net.
///
///     {"type":"tap","fd":"33","vhost":true,"vhostfd":"35","id":"hostnet0"}
///     tap,id=net0,ifname=tap3,script=no,downscript=no
struct QemuNetwork
{
    QByteArray id; ///< empty when none was given
    QByteArray type; ///< tap, bridge, user, vhost-user, passt…
    QByteArray interface; ///< of a tap; empty when it was passed open, or the kernel names it
    bool vhost = false; ///< the host's kernel carries the packets, not QEMU

    friend bool operator==(const QemuNetwork &, const QemuNetwork &) = default;
};

/// virtio-scsi and other controllers that disks hang on.
struct QemuController
{
    QByteArray driver;
    QByteArray id;
    QByteArray iothread;
    int queues = 0;

    friend bool operator==(const QemuController &, const QemuController &) = default;
};

/// A -drive that makes its device itself (if=virtio, ide…) or serves one (if=none).
struct QemuDrive
{
    QByteArray id;
    QByteArray interface; ///< "virtio", "none", "ide"…; empty: the machine's default
    QByteArray node; ///< top node in the block graph
    QMap<QByteArray, QByteArray> throttling; ///< "bps-total" → "1048576"

    friend bool operator==(const QemuDrive &, const QemuDrive &) = default;
};

struct QemuCommandLine
{
    QByteArray binary;
    QByteArray name;
    QByteArray uuid;
    int cpus = 1;
    QByteArray machine; ///< "pc-q35-10.0", "q35", "pc"; empty: the binary's own default
    quint64 memory = 0; ///< bytes of RAM at start; 0 when not given
    quint64 memoryAtMost = 0; ///< with hotplugged modules (maxmem)
    QByteArray pidFile;
    QList<QByteArray> qmpSockets; ///< paths of control monitors; each takes one client at a time
    bool monitorByFd = false; ///< a control monitor's socket was passed open and has no path here
    bool underLibvirt = false; ///< libvirt holds a control monitor
    QByteArray agentSocket; ///< of the port org.qemu.guest_agent.0
    QByteArray serialLog; ///< file that takes the first serial port's output
    QList<QByteArray> iothreads;
    QList<QemuController> controllers;
    QList<QemuDiskDevice> disks;
    QList<QemuDrive> drives;
    QList<QemuVirtioDevice> virtioDevices;
    QList<QemuNetwork> networks;
    BlockGraph graph;
    int unreadable = 0; ///< options of the kinds above that could not be read

    /// The node in the graph that a disk's requests enter; empty for vhost-user.
    QByteArray topNode(const QemuDiskDevice &disk) const;
    friend bool operator==(const QemuCommandLine &, const QemuCommandLine &) = default;
};

/// Never fails on an option it does not know; an empty list, or one of more than 10,000, is an
/// error.
Result<QemuCommandLine> readQemuCommandLine(const QList<QByteArray> &arguments);

} // namespace plumbline
