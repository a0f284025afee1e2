// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/virtio_devices.h"

#include <algorithm>

namespace plumbline {

VirtioPlan virtioOf(const DiskPlan &disk)
{
    QByteArray name = disk.bus == DiskPlan::VirtioScsi ? "virtio-scsi" : "virtio-blk";
    if (disk.vhostUser)
        name = "vhost-user-blk";
    return {disk.device, disk.qomPath, name, disk.vhostUser, !disk.vhostUser};
}

QList<VirtioPlan> virtioDevices(const DomainPlan &plan)
{
    QList<VirtioPlan> devices;
    const auto has = [&devices](const QByteArray &path) {
        return std::any_of(devices.begin(), devices.end(),
            [&path](const VirtioPlan &device) { return device.qomPath == path; });
    };
    for (const DiskPlan &disk : plan.disks) {
        // Disks on one SCSI controller share its queues.
        if (!disk.qomPath.isEmpty() && disk.bus != DiskPlan::Other && !has(disk.qomPath))
            devices.append(virtioOf(disk));
    }
    for (const VirtioPlan &device : plan.otherDevices) {
        if (!has(device.qomPath))
            devices.append(device);
    }
    return devices;
}

QueueRole queueRole(const QByteArray &deviceName, int queue, int queues)
{
    if (deviceName == "virtio-scsi" || deviceName == "vhost-scsi"
        || deviceName == "vhost-user-scsi") {
        return queue == 0 ? QueueRole::Control
            : queue == 1  ? QueueRole::Input
                          : QueueRole::Requests;
    }
    if (deviceName == "virtio-net") {
        if (queue == queues - 1 && queues % 2 == 1)
            return QueueRole::Control;
        return queue % 2 == 0 ? QueueRole::Input : QueueRole::Requests;
    }
    // Input comes first in each pair, also in the pair of control queues.
    if (deviceName == "virtio-serial")
        return queue % 2 == 0 ? QueueRole::Input : QueueRole::Requests;
    const bool asks = deviceName.endsWith("-blk") || deviceName.endsWith("-fs")
        || deviceName.endsWith("-9p") || deviceName.endsWith("-crypto");
    return asks ? QueueRole::Requests : QueueRole::Control;
}

} // namespace plumbline
