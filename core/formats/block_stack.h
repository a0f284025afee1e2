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

// The host's block devices and what connects them, as small files and links below /sys: a file is
// "path:value" as `grep -H` prints it, an entry of a folder its path alone, a link "path ->
// target".
//
//     block/dm-0/dev:252:0
//     block/dm-0/dm/suspended:1
//     block/dm-0/slaves/sda
//     block/sda -> /sys/devices/platform/host2/session1/target2:0:0/2:0:0:0/block/sda
//     block/sda/device/iorequest_cnt:0x1f4
//     class/iscsi_session/session1/recovery_tmo:120
//     /proc/spl/kstat/zfs/tank/state:ONLINE
//
// Kernel: Documentation/ABI/{stable,testing}/sysfs-block, sysfs-block-dm, sysfs-block-rbd,
// Documentation/admin-guide/md.rst, drivers/scsi/{scsi_sysfs,scsi_transport_iscsi}.c,
// drivers/nvme/host/sysfs.c. Files that this reader does not know are passed over.

/// A block device of the host.
struct BlockDevice
{
    enum Kind {
        Other,
        Scsi,
        Nvme, ///< a namespace: with native multipath the device on top of its paths
        NvmePath, ///< one path of it, hidden in /dev: nvme0c1n1
        Md,
        DeviceMapper,
        Loop,
        Rbd,
        Nbd,
        Drbd,
        Zvol,
        Virtio,
        Pmem,
    };

    QByteArray name;
    int major = -1;
    int minor = -1;
    Kind kind = Other;
    /// Of a partition: the disk that it is on.
    QByteArray parent;
    /// Devices that it is made of.
    QList<QByteArray> slaves;
    /// /sys/devices/…; empty when the link was not seen.
    QByteArray devicePath;
    /// Every file under it, relative: "dm/uuid", "device/state", "md/dev-sda/state".
    QMap<QByteArray, QByteArray> files;
    /// Where each stands in the text.
    QMap<QByteArray, int> lines;

    QByteArray value(const QByteArray &file) const { return files.value(file); }
    int line(const QByteArray &file) const { return lines.value(file); }
    /// A counter or limit; SCSI writes its counters in hex ("0x1f4").
    std::optional<qint64> number(const QByteArray &file) const;
    /// Reads and writes given to its driver that are not done; nullopt when not seen.
    std::optional<qint64> inFlight() const;

    /// Its requests are those of a blk-mq queue, whose count in flight is that of tags in use.
    /// The count of a bio-based device (md, most of dm, DRBD) is a difference of two counters,
    /// and some kernels let it drift.
    bool countsTags() const;
    /// "LVM", "mpath", "CRYPT" … of a device-mapper device: how its uuid begins.
    QByteArray mapperType() const;
    bool isMultipath() const { return kind == DeviceMapper && mapperType() == "mpath"; }
    /// nvme0c1n1 → nvme1, nvme0n1 (without native multipath) → nvme0.
    QByteArray controller() const;
    /// The part of its path that begins with `start`: "session" → "session1", "rport-" …
    QByteArray pathPart(QByteArrayView start) const;
    friend bool operator==(const BlockDevice &, const BlockDevice &) = default;
};

/// A transport under a device: an iSCSI session, an NVMe controller, an FC remote port, a SCSI
/// host, a krbd image, a ZFS pool, a btrfs (whose files are the devices it is on).
struct BlockTransport
{
    QByteArray name;
    QMap<QByteArray, QByteArray> files;
    QMap<QByteArray, int> lines;

    QByteArray value(const QByteArray &file) const { return files.value(file); }
    int line(const QByteArray &file) const { return lines.value(file); }
    std::optional<qint64> number(const QByteArray &file) const;
    friend bool operator==(const BlockTransport &, const BlockTransport &) = default;
};

struct BlockStack
{
    QList<BlockDevice> devices;
    QMap<QByteArray, BlockTransport> scsiHosts; ///< "host2"
    QMap<QByteArray, BlockTransport> sessions; ///< iSCSI: "session1"
    QMap<QByteArray, BlockTransport> connections; ///< iSCSI: "connection1:0"
    QMap<QByteArray, BlockTransport> remotePorts; ///< FC: "rport-2:0-1"
    QMap<QByteArray, BlockTransport> controllers; ///< "nvme0"
    QMap<QByteArray, BlockTransport> images; ///< krbd, by device number: "0"
    QMap<QByteArray, BlockTransport> pools; ///< ZFS, by name
    QMap<QByteArray, BlockTransport> btrfs; ///< by uuid

    /// Null when there is none.
    const BlockDevice *named(QByteArrayView name) const;
    const BlockDevice *numbered(int major, int minor) const;
    /// By what is written in a domain's description: "/dev/sda", "/dev/mapper/mpatha",
    /// "/dev/vg/lv". Other links of udev are not known to the kernel: null.
    const BlockDevice *atPath(QByteArrayView path) const;
    /// Hidden paths of an NVMe namespace with native multipath.
    QList<const BlockDevice *> nvmePaths(const BlockDevice &head) const;
    /// The btrfs that is on a device; null when none is.
    const BlockTransport *btrfsOn(QByteArrayView device) const;
    friend bool operator==(const BlockStack &, const BlockStack &) = default;
};

Result<BlockStack> readBlockStack(QByteArrayView text);

} // namespace plumbline
