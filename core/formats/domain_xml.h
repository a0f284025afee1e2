// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMap>

namespace plumbline {

// `virsh dumpxml DOMAIN`: how libvirt describes a domain; live it has an id and aliases.
//
//     <domain type='qemu' id='1'>
//       <name>guest1</name>
//       <devices>
//         <disk type='file' device='disk'>
//           <driver name='qemu' type='qcow2' cache='none' iothread='2'/>
//           <source file='/lab/img/b.qcow2' index='1'/>
//           <target dev='vdb' bus='virtio'/>
//
// libvirt: docs/formatdomain.rst; src/conf/domain_conf.c.

struct DomainDisk
{
    QByteArray target; ///< vda
    QByteArray bus; ///< virtio, scsi, sata…
    QByteArray device; ///< disk, cdrom, lun, floppy
    QByteArray driverType; ///< raw, qcow2
    QByteArray cache;
    QByteArray io; ///< native, threads, io_uring
    QByteArray iothread; ///< its number, empty for QEMU's main loop
    int queues = 0;
    QByteArray errorPolicy; ///< as written; empty is QEMU's default: enospc for writes, else report
    QByteArray readErrorPolicy;
    QByteArray sourceType; ///< file, block, network, vhostuser, volume, nvme, dir
    QByteArray path; ///< file, device, vhost-user socket or directory
    QByteArray pool; ///< of sourceType volume
    QByteArray volume;
    QByteArray protocol; ///< of sourceType network: nbd, rbd, iscsi…
    QByteArray sourceName; ///< export, image or target name
    QByteArray host;
    QByteArray port;
    QByteArray unixSocket;
    int sourceIndex = 0; ///< N of the node names libvirt-N-format and libvirt-N-storage; 0: none
    QByteArray alias; ///< virtio-disk0: QEMU's qdev id
    QByteArray controller; ///< index of the controller a drive address names
    QByteArray serial;
    QMap<QByteArray, QByteArray> iotune; ///< total_bytes_sec → "1"
    bool readOnly = false;
    bool hasBackingChain = false; ///< a non-empty <backingStore>
    int line = 0;
    int sourceLine = 0;

    friend bool operator==(const DomainDisk &, const DomainDisk &) = default;
};

struct DomainController
{
    QByteArray type; ///< scsi
    QByteArray model; ///< virtio-scsi
    QByteArray index;
    QByteArray alias;
    QByteArray iothread;
    int queues = 0;

    friend bool operator==(const DomainController &, const DomainController &) = default;
};

struct DomainInterface
{
    QByteArray type; ///< network, bridge, direct, ethernet, user, vhostuser, hostdev, vdpa…
    QByteArray target; ///< its interface on the host, "vnet0"; live only
    QByteArray alias; ///< net0: QEMU's id of its backend is "host" and this

    friend bool operator==(const DomainInterface &, const DomainInterface &) = default;
};

struct DomainXml
{
    QByteArray type; ///< kvm or qemu
    QByteArray id; ///< empty when not running
    QByteArray name;
    QByteArray uuid;
    int vcpus = 1;
    int iothreads = 0;
    QList<DomainDisk> disks;
    QList<DomainController> controllers; ///< SCSI ones
    QList<DomainInterface> interfaces;
    QByteArray serialType; ///< of the first <serial>: pty, file, unix…
    QByteArray serialPath; ///< its pty, file or socket
    QByteArray serialLog; ///< its <log file>
    QByteArray agentPath; ///< socket of the channel org.qemu.guest_agent.0
    QByteArray agentState; ///< connected or disconnected; empty without a channel or when not live
    int agentLine = 0;
    QByteArray panicModel; ///< pvpanic, isa…; empty without
    bool vmcoreinfo = false;

    const DomainDisk *disk(QByteArrayView target) const;
    friend bool operator==(const DomainXml &, const DomainXml &) = default;
};

/// At most 8 MiB and 64 levels deep; a document type declaration is refused, since libvirt writes
/// none and entities can be made to expand without end.
Result<DomainXml> readDomainXml(QByteArrayView text);

} // namespace plumbline
