// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/domain_plan.h"

#include <QUuid>

#include <algorithm>

namespace plumbline {

// A device with more queues than this is asked about the first ones only until its status is known.
static constexpr int guessedQueues = 8;

bool isEmulator(const ListedProcess &process)
{
    if (process.arguments.size() < 2)
        return false;
    const QByteArray &path = process.arguments.first();
    const QByteArray name = path.mid(path.lastIndexOf('/') + 1);
    return name.startsWith("qemu-system-") || name == "qemu-kvm" || name == "kvm";
}

static QByteArray peripheralPath(const QByteArray &id)
{
    return id.isEmpty() ? QByteArray() : "/machine/peripheral/" + id + "/virtio-backend";
}

static void attachNode(DiskPlan &disk, const QemuCommandLine &line, const QemuDiskDevice &device)
{
    disk.topNode = line.topNode(device);
    disk.chain = line.graph.chain(disk.topNode);
    for (const QemuDrive &drive : line.drives) {
        if (drive.id != device.drive)
            continue;
        disk.driveId = drive.id;
        disk.limits = drive.throttling;
    }
}

static DiskPlan planDevice(const QemuDiskDevice &device, const QemuCommandLine &line)
{
    DiskPlan disk;
    // The device that a plain -drive makes has no id; its drive has.
    disk.device = device.id.isEmpty() ? device.drive : device.id;
    if (device.vhostUser) {
        disk.bus = DiskPlan::VirtioBlk;
        disk.vhostUser = true;
        disk.vhostSocket = device.vhostSocket;
        disk.qomPath = peripheralPath(device.id);
        return disk;
    }
    attachNode(disk, line, device);
    if (device.isVirtio()) {
        disk.bus = DiskPlan::VirtioBlk;
        disk.qomPath = peripheralPath(device.id);
        // Since QEMU 5.2 virtio-blk-pci has a queue per CPU unless told otherwise.
        disk.queueCount = device.queues > 0 ? device.queues : std::min(line.cpus, guessedQueues);
    } else if (device.isScsi()) {
        const auto controller = std::find_if(line.controllers.begin(), line.controllers.end(),
            [&device](const QemuController &item) { return item.id == device.controller; });
        if (controller != line.controllers.end() && controller->driver.startsWith("virtio-scsi")) {
            disk.bus = DiskPlan::VirtioScsi;
            disk.device = controller->id;
            disk.qomPath = peripheralPath(controller->id);
            disk.firstQueue = 2;
            disk.queueCount
                = controller->queues > 0 ? controller->queues : std::min(line.cpus, guessedQueues);
        }
    }
    return disk;
}

static void nameByOrder(QList<DiskPlan> &disks)
{
    int virtio = 0;
    int scsi = 0;
    for (DiskPlan &disk : disks) {
        int &number = disk.bus == DiskPlan::VirtioBlk ? virtio : scsi;
        disk.target = disk.bus == DiskPlan::VirtioBlk ? "vd" : "sd";
        disk.target += number < 26 ? QByteArray(1, char('a' + number))
                                   : QByteArray::number(number);
        disk.targetIsGuessed = true;
        ++number;
    }
}

Result<DomainPlan> planFromProcess(const ListedProcess &process)
{
    const Result<QemuCommandLine> line = readQemuCommandLine(process.arguments);
    if (!line)
        return std::unexpected(line.error());
    DomainPlan plan;
    plan.name = line->name;
    // Anybody can start a process whose arguments look like libvirt's; nothing but a UUID may become
    // a word of virsh.
    if (line->uuid.size() == 36 && !QUuid::fromString(QString::fromLatin1(line->uuid)).isNull())
        plan.uuid = line->uuid;
    plan.pid = process.pid;
    plan.uid = process.uid;
    plan.cpus = line->cpus;
    plan.serialLog = line->serialLog;
    plan.hasAgentChannel = !line->agentSocket.isEmpty();
    plan.underLibvirt = line->underLibvirt;
    // A monitor takes one client at a time: libvirt's own socket is libvirt's.
    if (!line->qmpSockets.isEmpty() && !line->underLibvirt)
        plan.monitorSocket = line->qmpSockets.first();
    for (const QemuDiskDevice &device : line->disks) {
        // Nobody waits for a CD-ROM, and an idle one would leave the whole domain "unknown".
        if (!device.driver.endsWith("-cd"))
            plan.disks.append(planDevice(device, *line));
    }
    nameByOrder(plan.disks);
    return plan;
}

void refinePlan(DomainPlan &plan, const DomainXml &xml)
{
    for (DiskPlan &disk : plan.disks) {
        const auto matches = [&disk](const DomainDisk &item) {
            if (item.sourceIndex > 0) {
                const QByteArray node = "libvirt-" + QByteArray::number(item.sourceIndex);
                if (disk.topNode.startsWith(node + '-'))
                    return true;
            }
            return !item.alias.isEmpty() && item.alias == disk.device;
        };
        const auto found = std::find_if(xml.disks.begin(), xml.disks.end(), matches);
        if (found == xml.disks.end())
            continue;
        disk.target = found->target;
        disk.targetIsGuessed = false;
        for (const auto &[name, value] : found->iotune.asKeyValueRange()) {
            if (value != "0")
                disk.limits.insert(name, value);
        }
    }
    if (!xml.serialLog.isEmpty())
        plan.serialLog = xml.serialLog;
    plan.hasAgentChannel = !xml.agentPath.isEmpty() || !xml.agentState.isEmpty();
    plan.agentState = xml.agentState;
}

void refinePlan(DomainPlan &plan, const QList<BlockStats> &stats)
{
    for (DiskPlan &disk : plan.disks) {
        if (!disk.qomPath.isEmpty() || disk.vhostUser || disk.bus != DiskPlan::VirtioBlk)
            continue;
        for (const BlockStats &node : stats) {
            const bool same = (!disk.driveId.isEmpty() && node.device == disk.driveId)
                || (!disk.topNode.isEmpty() && node.nodeName == disk.topNode);
            if (same && node.qdev.endsWith("/virtio-backend"))
                disk.qomPath = node.qdev;
        }
    }
}

void refinePlan(DiskPlan &disk, const VirtioStatus &status)
{
    if (status.queues > disk.firstQueue)
        disk.queueCount = status.queues - disk.firstQueue;
}

} // namespace plumbline
