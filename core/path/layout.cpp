// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/layout.h"

#include "path/block_layers.h"
#include "path/file_path.h"
#include "path/layer_parts.h"
#include "path/nfs_server.h"
#include "path/qemu_activity.h"
#include "path/qemu_threads.h"
#include "path/rbd_image.h"
#include "path/round_plan.h"
#include "probes/catalogue.h"

#include <algorithm>

namespace plumbline {

static Layer driverLayer(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts, const QString &own)
{
    Layer layer = layerOf(LayerKind::VirtioDriver, own,
        disk.bus == DiskPlan::VirtioScsi      ? QStringLiteral("virtio_scsi")
            : disk.bus == DiskPlan::VirtioBlk ? QStringLiteral("virtio_blk")
                                              : QString());
    if (const auto status = facts.lastKnown(qemuVirtioStatus, plan.deviceSubject(disk))) {
        layer.details.append({PHRASE("path", "ring"),
            status->value.isPacked() ? PHRASE("path", "packed") : PHRASE("path", "split")});
        layer.details.append({PHRASE("path", "EVENT_IDX"),
            status->value.hasEventIdx() ? PHRASE("path", "on") : PHRASE("path", "off")});
    }
    return layer;
}

static Layer nodeLayer(const DiskPlan &disk, const QString &own)
{
    Layer layer = layerOf(LayerKind::BlockNode, own, asText(disk.topNode));
    QByteArray chain;
    for (const BlockNode &node : disk.chain)
        chain += (chain.isEmpty() ? "" : " ▸ ") + node.driver;
    addDetail(layer, PHRASE("path", "nodes"), chain);
    for (const auto &[name, value] : disk.limits.asKeyValueRange())
        addDetail(layer, asPhrase(name), value);
    return layer;
}

static void addNbd(QList<Layer> &layers, const DiskPlan &disk)
{
    const NbdServer &nbd = disk.protocol()->nbd;
    const QString address = nbd.unixPath.isEmpty()
        ? QStringLiteral("tcp:%1:%2").arg(asText(nbd.host), asText(nbd.port))
        : QStringLiteral("unix:") + asText(nbd.unixPath);
    layers.append(layerOf(LayerKind::Fabric, address, address));
    Layer server = layerOf(
        LayerKind::Backend, QStringLiteral("nbd:") + address, QStringLiteral("NBD ") + address);
    addDetail(server, PHRASE("path", "export"), nbd.exportName);
    layers.append(server);
}

static void addRbd(
    QList<Layer> &layers, const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const QString name = asText(disk.filename());
    Layer image = layerOf(
        LayerKind::Backend, QStringLiteral("rbd:") + name, QStringLiteral("Ceph RBD ") + name);
    addDetail(image, PHRASE("path", "client"), "librbd");
    addDetail(image, PHRASE("path", "admin socket"), adminSocketOf(plan, disk, facts));
    layers.append(image);
}

static Layer mountLayer(const Mount &mount)
{
    Layer layer = layerOf(LayerKind::HostMount,
        QStringLiteral("%1:%2:%3").arg(mount.major).arg(mount.minor).arg(asText(mount.mountPoint)),
        asText(mount.mountPoint));
    addDetail(layer, PHRASE("path", "file system"), mount.fsType);
    addDetail(layer, PHRASE("path", "source"), mount.source);
    return layer;
}

static Layer blockLayer(const QString &name)
{
    return layerOf(LayerKind::HostBlock, name, name);
}

// Loop devices on files on loop devices …: further than people go.
static constexpr int deepestLoop = 4;

static void addFileBelow(QList<Layer> &layers, const DomainPlan &plan, const FactStore &facts,
    const QByteArray &file, int depth);

static void addDevices(QList<Layer> &layers, const DomainPlan &plan, const FactStore &facts,
    const BlockStack &stack, const QList<const BlockDevice *> &tops, int depth)
{
    const BlockLayers found = layersBelow(stack, tops);
    for (const Layer &layer : found.layers) {
        const bool known = std::any_of(layers.begin(), layers.end(),
            [&layer](const Layer &other) { return other.identity == layer.identity; });
        if (!known)
            layers.append(layer);
    }
    for (const QByteArray &file : found.backingFiles) {
        if (depth < deepestLoop)
            addFileBelow(layers, plan, facts, file, depth + 1);
    }
}

// A device file: /dev/sda, /dev/mapper/mpatha, /dev/vg/lv, /dev/disk/by-id/…, /dev/zvol/tank/vm1.
static void addDeviceFile(
    QList<Layer> &layers, const DomainPlan &plan, const FactStore &facts, const QByteArray &file)
{
    const auto stack = facts.lastKnown(hostBlockStack, plan.subject());
    const auto node = facts.lastKnown(deviceNode, plan.pathSubject(file));
    const BlockDevice *device = nullptr;
    if (stack && node && node->value.isBlock)
        device = stack->value.numbered(node->value.major, node->value.minor);
    if (stack && !device)
        device = stack->value.atPath(file);
    if (device)
        addDevices(layers, plan, facts, stack->value, {device}, 0);
    else
        layers.append(blockLayer(asText(file.startsWith("/dev/") ? file.mid(5) : file)));
    if (file.startsWith("/dev/zvol/"))
        layers.append(poolLayer(file.sliced(10).left(file.sliced(10).indexOf('/'))));
}

static void addLocalFileSystem(QList<Layer> &layers, const DomainPlan &plan, const FactStore &facts,
    const Mount &mount, int depth)
{
    if (mount.fsType == "zfs") {
        layers.append(poolLayer(mount.source.left(mount.source.indexOf('/'))));
        return;
    }
    const auto stack = facts.lastKnown(hostBlockStack, plan.subject());
    QList<const BlockDevice *> tops;
    if (stack) {
        // btrfs has no device number of its own, and may be on several devices.
        const BlockDevice *device = mount.fsType == "btrfs"
            ? stack->value.atPath(mount.source)
            : stack->value.numbered(mount.major, mount.minor);
        if (device)
            tops.append(device);
        const BlockTransport *btrfs
            = device && mount.fsType == "btrfs" ? stack->value.btrfsOn(device->name) : nullptr;
        if (btrfs) {
            for (const QByteArray &name : btrfs->files.keys()) {
                if (const BlockDevice *other = stack->value.named(name); other && other != device)
                    tops.append(other);
            }
        }
    }
    if (!tops.isEmpty()) {
        addDevices(layers, plan, facts, stack->value, tops, depth);
        return;
    }
    const auto disks = facts.lastKnown(hostDisks, plan.subject());
    if (!disks)
        return;
    if (const DiskCounters *device = disks->value.numbered(mount.major, mount.minor))
        layers.append(blockLayer(asText(device->name)));
}

static void addPortDetail(
    Layer &layer, const DomainPlan &plan, const FactStore &facts, const Mount &mount)
{
    const auto server = nfsServerOf(mount);
    if (!server)
        return;
    if (const auto answer = facts.last(portAnswers, plan.pathSubject(server->endpoint()))) {
        // It is tried seldom: an answer of a minute ago must not pass for one of now.
        layer.details.append({PHRASE("path", "port %1").arg(QString::number(server->port)),
            PHRASE("path", "%1 (at %2)")
                .arg(portPhrase(answer->value))
                .arg(clockTime(answer->time))});
    }
}

// From a file down: its mount, and what that is made of.
static void addFileBelow(QList<Layer> &layers, const DomainPlan &plan, const FactStore &facts,
    const QByteArray &file, int depth)
{
    const auto mounts = facts.lastKnown(processMounts, plan.subject());
    const Mount *mount = mounts ? mountOf(mounts->value, file) : nullptr;
    if (!mount) {
        layers.append(
            layerOf(LayerKind::HostMount, QStringLiteral("of ") + asText(file), asText(file)));
        return;
    }
    Layer layer = mountLayer(*mount);
    // A loop device whose file lies on the very mount that it carries: a circle is no path.
    if (std::any_of(layers.begin(), layers.end(),
            [&layer](const Layer &other) { return other.identity == layer.identity; }))
        return;
    addDetail(layer, PHRASE("path", "image"), file);
    layers.append(layer);
    if (mount->fsType.startsWith("nfs")) {
        const QByteArray server = mount->source.left(mount->source.lastIndexOf(":/"));
        Layer fabric = layerOf(LayerKind::Fabric, QStringLiteral("nfs:") + asText(server),
            QStringLiteral("tcp:") + asText(server));
        addPortDetail(fabric, plan, facts, *mount);
        layers.append(fabric);
        layers.append(layerOf(LayerKind::Backend, QStringLiteral("nfs:") + asText(mount->source),
            QStringLiteral("NFS ") + asText(mount->source)));
    } else if (isRemoteFileSystem(mount->fsType)) {
        layers.append(
            layerOf(LayerKind::Backend, asText(mount->fsType) + u':' + asText(mount->source),
                asText(mount->fsType) + u' ' + asText(mount->source)));
    } else {
        addLocalFileSystem(layers, plan, facts, *mount, depth);
    }
}

static void addFile(QList<Layer> &layers, const DomainPlan &plan, const DiskPlan &disk,
    const FactStore &facts, const QString &own)
{
    Layer threads = layerOf(LayerKind::HostProcess, own, QStringLiteral("pid %1").arg(plan.pid));
    addDetail(threads, PHRASE("path", "aio"), disk.protocol()->aio);
    layers.append(threads);
    const qsizetype below = layers.size();
    const QByteArray file = filePathOf(plan, disk, facts);
    if (isDeviceFile(disk, file))
        addDeviceFile(layers, plan, facts, file);
    else
        addFileBelow(layers, plan, facts, file, 0);
    if (below < layers.size())
        addPathDetails(layers[below], plan, disk, facts);
}

QList<Layer> layOut(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const QString target = asText(disk.target);
    const QString own = QStringLiteral("%1:%2").arg(plan.pid).arg(target);
    QList<Layer> layers;
    layers.append(layerOf(LayerKind::GuestApplication, own, QString()));
    Layer kernel = layerOf(LayerKind::GuestKernel, own, target);
    if (disk.targetIsGuessed)
        kernel.details.append(
            {PHRASE("path", "name"), PHRASE("path", "by order on the command line")});
    layers.append(kernel);
    layers.append(driverLayer(plan, disk, facts, own));
    if (disk.bus != DiskPlan::Other) {
        // Disks of one SCSI controller share its queues.
        const QString queues = QStringLiteral("%1:%2").arg(plan.pid).arg(
            disk.device.isEmpty() ? target : asText(disk.device));
        Layer queue = layerOf(LayerKind::Virtqueue, queues,
            disk.queueCount == 1 ? target + u'.' + QString::number(disk.firstQueue)
                                 : QStringLiteral("%1.%2–%3")
                                       .arg(target)
                                       .arg(disk.firstQueue)
                                       .arg(disk.firstQueue + disk.queueCount - 1));
        layers.append(queue);
    }
    Layer device
        = layerOf(LayerKind::Device, own, disk.device.isEmpty() ? target : asText(disk.device));
    addDetail(device, PHRASE("path", "QEMU pid"), QByteArray::number(plan.pid));
    addThreadDetails(device, plan, disk, facts);
    addMigrationDetail(device, plan, facts);
    layers.append(device);
    if (disk.vhostUser) {
        layers.append(
            layerOf(LayerKind::Backend, QStringLiteral("vhost-user:") + asText(disk.vhostSocket),
                QStringLiteral("vhost-user ") + asText(disk.vhostSocket)));
        return layers;
    }
    Layer node = nodeLayer(disk, own);
    addJobDetails(node, plan, disk, facts);
    layers.append(node);
    if (disk.isNbd())
        addNbd(layers, disk);
    else if (disk.isRbd())
        addRbd(layers, plan, disk, facts);
    else if (!disk.filename().isEmpty())
        addFile(layers, plan, disk, facts, own);
    else if (disk.protocol())
        layers.append(layerOf(LayerKind::Backend, own + asText(disk.protocol()->driver),
            asText(disk.protocol()->driver)));
    return layers;
}

QList<Layer> layOutUnknown(const Phrase &reason)
{
    QList<Layer> layers;
    for (const LayerKind kind :
        {LayerKind::GuestApplication, LayerKind::GuestKernel, LayerKind::VirtioDriver,
            LayerKind::Virtqueue, LayerKind::Device, LayerKind::BlockNode, LayerKind::HostProcess,
            LayerKind::HostMount, LayerKind::HostBlock, LayerKind::Fabric, LayerKind::Backend}) {
        Layer layer = layerOf(kind, QStringLiteral("?"), QString());
        layer.verdict = unknown(reason);
        layers.append(layer);
    }
    return layers;
}

} // namespace plumbline
