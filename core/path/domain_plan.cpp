// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/domain_plan.h"

#include "path/network_plan.h"

#include <QUuid>

#include <algorithm>

namespace plumbline {

// VIRTIO_QUEUE_MAX of include/hw/virtio/virtio.h. The number comes from the host: it is bounded
// here.
static constexpr int queueLimit = 1024;

static int boundedQueues(int configured, int cpus)
{
    // Since QEMU 5.2 a virtio-blk or virtio-scsi PCI device has a queue per CPU unless told
    // otherwise. Asking about one that is not there is only an error reply.
    return std::clamp(configured > 0 ? configured : cpus, 1, queueLimit);
}

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

// Queues of a virtio-scsi controller: the first two are for control and events.
static void attachController(DiskPlan &disk, const QByteArray &id, int queues, int cpus)
{
    disk.bus = DiskPlan::VirtioScsi;
    disk.device = id;
    disk.qomPath = peripheralPath(id);
    disk.firstQueue = 2;
    disk.queueCount = boundedQueues(queues, cpus);
}

static DiskPlan planDevice(const QemuDiskDevice &device, const QemuCommandLine &line)
{
    DiskPlan disk;
    // The device that a plain -drive makes has no id; its drive has.
    disk.id = device.id;
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
        disk.queueCount = boundedQueues(device.queues, line.cpus);
        disk.iothreads = device.iothreads;
    } else if (device.isScsi()) {
        const auto controller = std::find_if(line.controllers.begin(), line.controllers.end(),
            [&device](const QemuController &item) { return item.id == device.controller; });
        if (controller != line.controllers.end() && controller->driver.startsWith("virtio-scsi")) {
            attachController(disk, controller->id, controller->queues, line.cpus);
            if (!controller->iothread.isEmpty())
                disk.iothreads = {controller->iothread};
            // CD-ROMs count: a guest polls them.
            disk.sharesQueues
                = 1 < std::count_if(
                      line.disks.begin(), line.disks.end(), [&device](const QemuDiskDevice &other) {
                          return other.isScsi() && other.controller == device.controller;
                      });
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
        disk.target += number < 26 ? QByteArray(1, char('a' + number)) : QByteArray::number(number);
        disk.targetIsGuessed = true;
        ++number;
    }
}

// A path as QEMU understands it, if it is known where its relative ones begin.
static void makeAbsolute(QByteArray &path, const QByteArray &folder)
{
    const bool isRelative = !path.isEmpty() && !path.startsWith('/') && !path.startsWith('@');
    if (isRelative && !folder.isEmpty())
        path.prepend(folder == "/" ? folder : folder + '/');
}

static void makeAbsolute(DomainPlan &plan, const QByteArray &folder)
{
    for (QByteArray *opened : {&plan.monitorSocket, &plan.serialLog}) {
        makeAbsolute(*opened, folder);
        // Taken as it is it would be looked for in our own folder: somebody else's file.
        if (!opened->startsWith('/'))
            opened->clear();
    }
    for (DiskPlan &disk : plan.disks) {
        makeAbsolute(disk.vhostSocket, folder);
        for (BlockNode &node : disk.chain) {
            makeAbsolute(node.nbd.unixPath, folder);
            if (node.driver == "file" || node.driver.startsWith("host_"))
                makeAbsolute(node.filename, folder);
        }
    }
}

// Where QEMU's relative paths began. It may have gone elsewhere since.
static QByteArray folderAtStart(const ListedProcess &process)
{
    for (const QByteArray &argument : process.arguments) {
        if (argument.endsWith("-daemonize") || argument.endsWith("-chroot")
            || argument.contains("chroot="))
            return {};
    }
    return process.folder.endsWith(" (deleted)") ? QByteArray() : process.folder;
}

Result<DomainPlan> planFromProcess(const ListedProcess &process)
{
    const Result<QemuCommandLine> line = readQemuCommandLine(process.arguments);
    if (!line)
        return std::unexpected(line.error());
    DomainPlan plan;
    plan.name = line->name;
    // Anybody can start a process whose arguments look like libvirt's; nothing but a UUID may
    // become a word of virsh.
    if (line->uuid.size() == 36 && !QUuid::fromString(QString::fromLatin1(line->uuid)).isNull())
        plan.uuid = line->uuid;
    plan.pid = process.pid;
    plan.startTicks = process.startTicks;
    plan.uid = process.uid;
    plan.cpus = line->cpus;
    plan.offersPacked = std::any_of(
        process.arguments.begin(), process.arguments.end(), [](const QByteArray &argument) {
            return argument.contains("packed=on") || argument.contains("\"packed\":true");
        });
    plan.ram = {line->machine, line->memory, line->memoryAtMost};
    for (const QemuVirtioDevice &device : line->virtioDevices) {
        plan.otherDevices.append({device.id, peripheralPath(device.id), device.name,
            device.vhostUser, !device.vhostUser});
    }
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
    makeAbsolute(plan, folderAtStart(process));
    nameByOrder(plan.disks);
    plan.networks = planNetworks(*line);
    return plan;
}

static bool isSameDisk(const DiskPlan &disk, const DomainDisk &item)
{
    if (item.sourceIndex == 0 && item.alias.isEmpty())
        return !disk.targetIsGuessed && item.target == disk.target;
    if (item.sourceIndex > 0
        && disk.topNode.startsWith("libvirt-" + QByteArray::number(item.sourceIndex) + '-'))
        return true;
    return !item.alias.isEmpty() && item.alias == disk.id;
}

static const DomainController *virtioController(const DomainXml &xml, const DomainDisk &item)
{
    const auto found = std::find_if(xml.controllers.begin(), xml.controllers.end(),
        [&item](const DomainController &controller) {
            return item.bus == "scsi" && !controller.alias.isEmpty()
                && controller.index == item.controller && controller.model.startsWith("virtio");
        });
    return found == xml.controllers.end() ? nullptr : &*found;
}

// A disk that was plugged in after QEMU started is in libvirt's description only.
static DiskPlan planPlugged(const DomainXml &xml, const DomainDisk &item, int cpus)
{
    DiskPlan disk;
    disk.target = item.target;
    disk.id = disk.device = item.alias;
    // Before anything else: the queues of such a device must never be queried.
    disk.vhostUser = item.sourceType == "vhostuser";
    if (disk.vhostUser)
        disk.vhostSocket = item.path;
    if (item.bus == "virtio") {
        disk.bus = DiskPlan::VirtioBlk;
        disk.qomPath = peripheralPath(item.alias);
        disk.queueCount = boundedQueues(item.queues, cpus);
    } else if (const DomainController *controller = virtioController(xml, item)) {
        attachController(disk, controller->alias, controller->queues, cpus);
    }
    if (item.sourceIndex > 0 && !disk.vhostUser) {
        BlockNode node;
        node.nodeName = disk.topNode
            = "libvirt-" + QByteArray::number(item.sourceIndex) + "-format";
        node.filename = item.path;
        node.driver = item.sourceType == "network" ? item.protocol
            : item.sourceType == "block"           ? QByteArray("host_device")
                                                   : QByteArray("file");
        node.nbd = {item.unixSocket, item.host, item.port, item.sourceName};
        // What IANA gave to NBD; libvirt's description may leave it out.
        if (node.driver == "nbd" && item.unixSocket.isEmpty() && item.port.isEmpty())
            node.nbd.port = "10809";
        disk.chain = {node};
    }
    return disk;
}

// A disk that is plugged into a controller takes its neighbours' queues away from them.
static void markShared(DomainPlan &plan, const DomainXml &xml)
{
    QMap<QByteArray, int> served;
    for (const DomainDisk &item : xml.disks) {
        if (const DomainController *controller = virtioController(xml, item))
            ++served[controller->alias];
    }
    for (DiskPlan &disk : plan.disks) {
        if (disk.bus == DiskPlan::VirtioScsi && served.value(disk.device) > 1)
            disk.sharesQueues = true;
    }
}

// Since a snapshot, a copy or a commit the disk writes elsewhere: libvirt numbers each source anew,
// and its nodes by that.
static bool hasMoved(const DiskPlan &disk, const DomainDisk &item)
{
    if (item.sourceIndex <= 0 || disk.vhostUser || disk.chain.isEmpty())
        return false;
    const QByteArray prefix = "libvirt-" + QByteArray::number(item.sourceIndex) + '-';
    return std::all_of(disk.chain.begin(), disk.chain.end(), [&prefix](const BlockNode &node) {
        return node.nodeName.startsWith("libvirt-") && !node.nodeName.startsWith(prefix);
    });
}

// Its device stays, and with it the queues.
static void moveTo(DiskPlan &disk, DiskPlan described)
{
    disk.chain = std::move(described.chain);
    disk.topNode = std::move(described.topNode);
    disk.driveId.clear();
}

void refinePlan(DomainPlan &plan, const DomainXml &xml)
{
    // A disk that libvirt once named and names no more was unplugged.
    plan.disks.removeIf([&xml](const DiskPlan &disk) {
        return !disk.targetIsGuessed
            && std::none_of(xml.disks.begin(), xml.disks.end(),
                [&disk](const DomainDisk &item) { return isSameDisk(disk, item); });
    });
    for (const DomainDisk &item : xml.disks) {
        if (item.device == "cdrom" || item.device == "floppy")
            continue;
        auto disk = std::find_if(plan.disks.begin(), plan.disks.end(),
            [&item](const DiskPlan &known) { return isSameDisk(known, item); });
        // Another kind of device may have come under the same name: who serves it decides what may
        // be asked.
        if (disk != plan.disks.end() && disk->vhostUser != (item.sourceType == "vhostuser"))
            *disk = planPlugged(xml, item, plan.cpus);
        if (disk == plan.disks.end())
            disk = plan.disks.insert(plan.disks.end(), planPlugged(xml, item, plan.cpus));
        if (hasMoved(*disk, item))
            moveTo(*disk, planPlugged(xml, item, plan.cpus));
        disk->target = item.target;
        disk->targetIsGuessed = false;
        // libvirt keeps its limits here alone, and a lifted one must not be blamed for ever.
        disk->limits.clear();
        for (const auto &[name, value] : item.iotune.asKeyValueRange()) {
            if (value != "0")
                disk->limits.insert(name, value);
        }
    }
    markShared(plan, xml);
    plan.networks = planNetworks(xml, plan.networks);
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

// Measured: 7.2 and 10.0 answer; 11.1.2 and 11.1.3 abort in the answer's output visitor, whatever
// the device, because a field that the schema requires is no longer set. Those between were not to
// be had: they count as the latter. 10.0.50 and up are 10.1 in the making.
void refinePlan(DomainPlan &plan, const QemuVersion &version)
{
    plan.virtioStatusIsSafe
        = version.major < 10 || (version.major == 10 && version.minor == 0 && version.micro < 50);
}

void refinePlan(DiskPlan &disk, const VirtioStatus &status)
{
    if (status.queues > disk.firstQueue)
        disk.queueCount = std::clamp(status.queues - disk.firstQueue, 1, queueLimit);
}

} // namespace plumbline
