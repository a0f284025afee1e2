// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Block devices of the host and what is below them.
#include "renderings.h"

#include "formats/block_stack.h"
#include "formats/ceph_requests.h"
#include "formats/device_node.h"
#include "formats/drbd_status.h"
#include "formats/librbd_requests.h"
#include "formats/multipath_table.h"

namespace plumbline::tests {

static void showFiles(
    Listing &out, const QMap<QByteArray, QByteArray> &files, const QMap<QByteArray, int> &lines)
{
    for (const auto &[name, value] : files.asKeyValueRange())
        out.field((QByteArray::number(lines.value(name)) + ' ' + name).constData(), value);
}

static void showTransports(
    Listing &out, const char *what, const QMap<QByteArray, BlockTransport> &all)
{
    out.list(what, all.values(), [](Listing &transport, const BlockTransport &t) {
        transport.field("name", t.name);
        showFiles(transport, t.files, t.lines);
    });
}

static QByteArray blockStack(QByteArrayView text)
{
    return rendering(readBlockStack(text), [](Listing &out, const BlockStack &stack) {
        out.list("device", stack.devices, [](Listing &device, const BlockDevice &d) {
            static const QList<QByteArray> kinds{"other", "SCSI", "NVMe", "NVMe path", "md",
                "device-mapper", "loop", "rbd", "nbd", "DRBD", "zvol", "virtio", "pmem"};
            device.field("name", d.name).field("kind", kinds.at(d.kind));
            device.field("major", d.major).field("minor", d.minor).field("of", d.parent);
            device.field("made of", d.slaves).field("in flight", d.inFlight());
            device.field("type", d.mapperType()).field("multipath", d.isMultipath());
            device.field("controller", d.controller()).field("path", d.devicePath);
            device.field("requests", d.number("device/iorequest_cnt"));
            showFiles(device, d.files, d.lines);
        });
        showTransports(out, "SCSI host", stack.scsiHosts);
        showTransports(out, "iSCSI session", stack.sessions);
        showTransports(out, "iSCSI connection", stack.connections);
        showTransports(out, "remote port", stack.remotePorts);
        showTransports(out, "controller", stack.controllers);
        showTransports(out, "image", stack.images);
        showTransports(out, "pool", stack.pools);
        showTransports(out, "btrfs", stack.btrfs);
    });
}

static QByteArray cephRequests(QByteArrayView text)
{
    return rendering(readCephRequests(text), [](Listing &out, const CephRequests &all) {
        out.list("request", all.requests, [](Listing &request, const CephRequest &r) {
            request.field("tid", r.tid).field("osd", r.osd).field("object", r.object);
            request.field("operation", r.operation).field("line", r.line);
        });
    });
}

static QByteArray librbdRequests(QByteArrayView text)
{
    return rendering(readLibrbdRequests(text), [](Listing &out, const LibrbdClients &all) {
        out.field("sockets", all.sockets);
        out.list("client", all.clients, [](Listing &client, const LibrbdClient &c) {
            client.field("socket", c.socket).field("failure", c.failure).field("line", c.line);
            client.field("data begun", c.dataBegun).field("answered", c.answered());
            client.list("request", c.requests, [](Listing &request, const LibrbdRequest &r) {
                request.field("tid", r.tid).field("osd", r.osd).field("object", r.object);
                request.field("carries data", r.isData()).field("paused", r.paused);
                request.field("data operations", r.dataOperations).field("age", r.age);
                request.field("line", r.line);
            });
            client.list("image", c.images, [](Listing &image, const LibrbdImage &i) {
                image.field("name", i.name).field("begun", i.begun);
                image.field("completed", i.completed).field("line", i.line);
            });
        });
    });
}

static QByteArray drbdStatus(QByteArrayView text)
{
    return rendering(readDrbdStatus(text), [](Listing &out, const DrbdStatus &status) {
        out.list("volume", status.volumes, [](Listing &volume, const DrbdVolume &v) {
            volume.field("resource", v.resource).field("minor", v.minor);
            volume.field("suspended", v.suspended).field("disk", v.disk);
            volume.field("blocked", v.blocked).field("upper pending", v.upperPending);
            volume.field("lower pending", v.lowerPending).field("connections", v.connections);
            volume.field("line", v.line).field("resource's line", v.resourceLine);
            volume.field("statistics' line", v.statisticsLine);
        });
    });
}

static QByteArray renderDeviceNode(QByteArrayView text)
{
    return rendering(readDeviceNode(text), [](Listing &out, const DeviceNode &n) {
        out.field("major", n.major).field("minor", n.minor).field("block", n.isBlock);
    });
}

static QByteArray multipathTable(QByteArrayView text)
{
    return rendering(readMultipathTable(text), [](Listing &out, const MultipathTable &table) {
        out.field("queues if no path", table.queuesIfNoPath);
        out.list("path", table.paths, [](Listing &path, const MultipathPath &p) {
            path.field("major", p.major).field("minor", p.minor).field("active", p.active);
        });
        out.field("table's line", table.tableLine).field("status's line", table.statusLine);
    });
}

std::vector<Format> blockFormats()
{
    return {{"block_stack", blockStack}, {"device_node", renderDeviceNode},
        {"multipath_table", multipathTable}, {"ceph_requests", cephRequests},
        {"librbd_requests", librbdRequests}, {"drbd_status", drbdStatus}};
}

} // namespace plumbline::tests
