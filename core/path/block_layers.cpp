// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/block_layers.h"

#include "path/layer_parts.h"

#include <QSet>

#include <algorithm>

namespace plumbline {

static constexpr qsizetype mostDevices = 64;

QByteArray identityAfter(const Layer &layer, QByteArrayView prefix)
{
    const QByteArray identity = layer.identity.toUtf8();
    return identity.startsWith(prefix) ? identity.sliced(prefix.size()) : QByteArray();
}

QByteArray deviceName(const Layer &layer)
{
    return identityAfter(layer, "host-block:");
}

const BlockDevice *deviceOf(const Layer &layer, const BlockStack &stack)
{
    return stack.named(deviceName(layer));
}

QByteArray numberText(const BlockDevice &device)
{
    return QByteArray::number(device.major) + ':' + QByteArray::number(device.minor);
}

const BlockDevice &wholeOf(const BlockDevice &device, const BlockStack &stack)
{
    const BlockDevice *parent = device.parent.isEmpty() ? nullptr : stack.named(device.parent);
    return parent ? *parent : device;
}

static const BlockTransport *find(
    const QMap<QByteArray, BlockTransport> &all, const QByteArray &name)
{
    const auto found = all.constFind(name);
    return name.isEmpty() || found == all.constEnd() ? nullptr : &*found;
}

const BlockTransport *sessionOf(const BlockDevice &device, const BlockStack &stack)
{
    return find(stack.sessions, device.pathPart("session"));
}

const BlockTransport *remotePortOf(const BlockDevice &device, const BlockStack &stack)
{
    return find(stack.remotePorts, device.pathPart("rport-"));
}

const BlockTransport *fabricControllerOf(const BlockDevice &device, const BlockStack &stack)
{
    const bool isNvme = device.kind == BlockDevice::Nvme || device.kind == BlockDevice::NvmePath;
    if (!isNvme || !stack.nvmePaths(device).isEmpty())
        return nullptr;
    const BlockTransport *controller = find(stack.controllers, device.controller());
    return controller && controller->value("transport") != "pcie" ? controller : nullptr;
}

const BlockTransport *imageOf(const BlockDevice &device, const BlockStack &stack)
{
    return device.kind == BlockDevice::Rbd ? find(stack.images, device.name.sliced(3)) : nullptr;
}

QByteArray cephClientOf(const BlockTransport &image)
{
    return image.value("cluster_fsid") + '.' + image.value("client_id");
}

static QList<const BlockDevice *> below(const BlockDevice &device, const BlockStack &stack)
{
    QList<const BlockDevice *> out = stack.nvmePaths(device);
    for (const QByteArray &name : device.slaves) {
        if (const BlockDevice *slave = stack.named(name))
            out.append(&wholeOf(*slave, stack));
    }
    return out;
}

// How far below a top each device is at most, so that everything stands above what it is made of.
static void sink(const BlockStack &stack, const BlockDevice *device, int depth,
    QMap<const BlockDevice *, int> &depths, QList<const BlockDevice *> &order)
{
    static constexpr int deepest = 16;
    const auto known = depths.constFind(device);
    if (depth > deepest || (known != depths.constEnd() && *known >= depth)
        || (known == depths.constEnd() && order.size() >= mostDevices))
        return;
    if (known == depths.constEnd())
        order.append(device);
    depths[device] = depth;
    for (const BlockDevice *slave : below(*device, stack))
        sink(stack, slave, depth + 1, depths, order);
}

static QByteArray typeOf(const BlockDevice &device)
{
    switch (device.kind) {
    case BlockDevice::Scsi:
        return "SCSI";
    case BlockDevice::Nvme:
        return "NVMe";
    case BlockDevice::NvmePath:
        return "NVMe path";
    case BlockDevice::Md:
        return "md " + device.value("md/level");
    case BlockDevice::DeviceMapper:
        return device.isMultipath() ? QByteArray("multipath")
                                    : "device-mapper " + device.mapperType();
    case BlockDevice::Loop:
        return "loop";
    case BlockDevice::Rbd:
        return "Ceph krbd";
    case BlockDevice::Nbd:
        return "NBD";
    case BlockDevice::Drbd:
        return "DRBD";
    case BlockDevice::Zvol:
        return "ZFS volume";
    case BlockDevice::Virtio:
        return "virtio";
    case BlockDevice::Pmem:
        return "persistent memory";
    case BlockDevice::Other:
        break;
    }
    return {};
}

// "mpatha (dm-3)": the name that people gave, and the one that the kernel uses in its logs.
static Layer deviceLayer(const BlockDevice &device)
{
    const QByteArray mapped = device.value("dm/name");
    Layer layer = layerOf(LayerKind::HostBlock, asText(device.name),
        asText(mapped.isEmpty() ? device.name : mapped + " (" + device.name + ')'));
    addDetail(layer, PHRASE("path", "type"), typeOf(device).trimmed());
    addDetail(layer, PHRASE("path", "file"), device.value("loop/backing_file"));
    return layer;
}

Layer poolLayer(const QByteArray &pool)
{
    Layer layer = layerOf(
        LayerKind::HostBlock, asText("zpool:" + pool), QStringLiteral("ZFS pool ") + asText(pool));
    addDetail(layer, PHRASE("path", "type"), "ZFS");
    return layer;
}

static QByteArray portalOf(const BlockTransport &session, const BlockStack &stack)
{
    // session1 has connection1:0, and with it all that there are on Linux.
    const BlockTransport *connection
        = find(stack.connections, "connection" + session.name.sliced(7) + ":0");
    if (!connection)
        return {};
    return connection->value("persistent_address") + ':' + connection->value("persistent_port");
}

// "traddr=10.9.0.7,trsvcid=4420,src_addr=10.9.0.1" → "10.9.0.7:4420"
static QByteArray addressOf(const BlockTransport &controller)
{
    const QByteArray whole = controller.value("address");
    QByteArray address;
    QByteArray port;
    for (const QByteArray &part : whole.split(',')) {
        if (part.startsWith("traddr="))
            address = part.sliced(7);
        else if (part.startsWith("trsvcid="))
            port = ':' + part.sliced(8);
    }
    return address.isEmpty() ? whole : address + port;
}

static void addTransport(QList<Layer> &fabrics, QList<Layer> &backends, const BlockDevice &device,
    const BlockStack &stack)
{
    if (const BlockTransport *session = sessionOf(device, stack)) {
        Layer layer = layerOf(LayerKind::Fabric, asText("iscsi:" + session->name),
            asText("iSCSI " + portalOf(*session, stack) + " (" + session->name + ')'));
        addDetail(layer, PHRASE("path", "recovery_tmo"), session->value("recovery_tmo"));
        fabrics.append(layer);
        const QByteArray target = session->value("targetname");
        backends.append(layerOf(
            LayerKind::Backend, asText("iscsi:" + target), asText("iSCSI target " + target)));
    } else if (const BlockTransport *port = remotePortOf(device, stack)) {
        Layer layer = layerOf(LayerKind::Fabric, asText("fc:" + port->name),
            asText("Fibre Channel " + port->value("port_name") + " (" + port->name + ')'));
        addDetail(layer, PHRASE("path", "fast_io_fail_tmo"), port->value("fast_io_fail_tmo"));
        addDetail(layer, PHRASE("path", "dev_loss_tmo"), port->value("dev_loss_tmo"));
        fabrics.append(layer);
    } else if (const BlockTransport *controller = fabricControllerOf(device, stack)) {
        Layer layer = layerOf(LayerKind::Fabric, asText("nvme:" + controller->name),
            asText("NVMe/" + controller->value("transport") + ' ' + addressOf(*controller) + " ("
                + controller->name + ')'));
        addDetail(layer, PHRASE("path", "ctrl_loss_tmo"), controller->value("ctrl_loss_tmo"));
        fabrics.append(layer);
        const QByteArray name = controller->value("subsysnqn");
        backends.append(
            layerOf(LayerKind::Backend, asText("nvme:" + name), asText("NVMe subsystem " + name)));
    } else if (const BlockTransport *image = imageOf(device, stack)) {
        const QByteArray name = image->value("pool") + '/' + image->value("name");
        Layer layer = layerOf(LayerKind::Backend,
            asText("ceph:" + cephClientOf(*image) + ':' + name), asText("Ceph RBD " + name));
        addDetail(layer, PHRASE("path", "client"), image->value("client_id"));
        backends.append(layer);
    }
}

BlockLayers layersBelow(const BlockStack &stack, const QList<const BlockDevice *> &tops)
{
    QMap<const BlockDevice *, int> depths;
    QList<const BlockDevice *> devices;
    for (const BlockDevice *top : tops)
        sink(stack, &wholeOf(*top, stack), 0, depths, devices);
    std::stable_sort(devices.begin(), devices.end(),
        [&depths](const BlockDevice *a, const BlockDevice *b) { return depths[a] < depths[b]; });

    BlockLayers out;
    QList<Layer> fabrics;
    QList<Layer> backends;
    for (const BlockDevice *device : std::as_const(devices)) {
        out.layers.append(deviceLayer(*device));
        addTransport(fabrics, backends, *device, stack);
        const QByteArray file = device->value("loop/backing_file");
        if (file.startsWith('/') && !out.backingFiles.contains(file))
            out.backingFiles.append(file);
    }
    QSet<QString> seen;
    for (const Layer &layer : std::as_const(fabrics) + backends) {
        if (!seen.contains(layer.identity))
            out.layers.append(layer);
        seen.insert(layer.identity);
    }
    return out;
}

} // namespace plumbline
