// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qemu_drive.h"

#include "formats/block_options.h"
#include "formats/qemu_options.h"

#include <algorithm>

namespace plumbline {

/// The id that QEMU gives a drive without one (blockdev.c, drive_new): virtio0, none1, ide0-hd1.
static QByteArray automaticId(const QemuCommandLine &line, const QByteArray &interface,
    const JsonValue &options, bool isCdrom)
{
    const auto sameKind = std::count_if(line.drives.begin(), line.drives.end(),
        [&](const QemuDrive &drive) { return drive.interface == interface; });
    const QByteArray given = optionText(options, "index");
    const QByteArray number = given.isEmpty() ? QByteArray::number(qint64(sameKind)) : given;
    if (interface != "ide" && interface != "scsi")
        return interface + number;
    const int perBus = interface == "ide" ? 2 : 7;
    const int index = number.toInt();
    return interface + QByteArray::number(index / perBus) + (isCdrom ? "-cd" : "-hd")
        + QByteArray::number(index % perBus);
}

/// throttling.bps-total=…, or the short old keys bps, iops_rd…
static QMap<QByteArray, QByteArray> throttlingOf(const JsonValue &options)
{
    QMap<QByteArray, QByteArray> limits;
    if (const JsonValue *throttling = options.find("throttling")) {
        for (const auto &[key, value] : throttling->members())
            limits.insert(key, value.scalarText());
    }
    static constexpr std::pair<const char *, const char *> oldKeys[]
        = {{"bps", "bps-total"}, {"bps_rd", "bps-read"}, {"bps_wr", "bps-write"},
            {"iops", "iops-total"}, {"iops_rd", "iops-read"}, {"iops_wr", "iops-write"}};
    for (const auto &[oldKey, key] : oldKeys) {
        if (const QByteArray value = optionText(options, oldKey); !value.isEmpty())
            limits.insert(key, value);
    }
    return limits;
}

/// The nodes of a drive: a format on a protocol, the latter from a file name or from file.… keys.
static QByteArray addNodes(BlockGraph &graph, const JsonValue &options, const QByteArray &id)
{
    BlockNode top;
    top.nodeName = optionText(options, "node-name");
    if (top.nodeName.isEmpty())
        top.nodeName = id;
    top.driver = optionText(options, "format");
    if (top.driver.isEmpty())
        top.driver = optionText(options, "driver");
    const QByteArray cache = optionText(options, "cache");
    const JsonValue *cacheKeys = options.find("cache");
    top.cacheDirect = cache == "none" || cache == "directsync"
        || (cacheKeys && optionIsOn(*cacheKeys, "direct"));
    top.aio = optionText(options, "aio");
    top.readOnly = optionIsOn(options, "readonly") || optionIsOn(options, "read-only");

    const QByteArray childName = top.nodeName + "/file";
    for (const auto &[key, value] : options.members()) {
        if (key != "file" || !top.file.isEmpty())
            continue;
        top.file = value.isObject() ? addBlockNode(graph, value, childName)
                                    : addFilenameNode(graph, value.scalarText(), childName);
    }
    // The options of the whole drive hold for its protocol node too.
    if (!top.file.isEmpty() && !graph.nodes.isEmpty() && graph.nodes.last().nodeName == top.file) {
        BlockNode &protocol = graph.nodes.last();
        protocol.cacheDirect = protocol.cacheDirect || top.cacheDirect;
        if (protocol.aio.isEmpty())
            protocol.aio = top.aio;
    } else if (top.file.isEmpty()) {
        return addBlockNode(graph, options, id);
    }
    graph.nodes.append(top);
    return top.nodeName;
}

void addDrive(QemuCommandLine &line, const JsonValue &options)
{
    const bool isCdrom = optionText(options, "media") == "cdrom";
    QemuDrive drive{.id = optionText(options, "id"),
        .interface = optionText(options, "if"),
        .node = {},
        .throttling = throttlingOf(options)};
    // Without "if" it is the machine's own choice; of those that have disks, nearly always ide.
    const QByteArray interface = drive.interface.isEmpty() ? QByteArray("ide") : drive.interface;
    if (drive.id.isEmpty())
        drive.id = automaticId(line, interface, options, isCdrom);
    drive.node = addNodes(line.graph, options, drive.id);
    drive.interface = interface;

    QByteArray device;
    if (interface == "virtio")
        device = "virtio-blk-pci";
    else if (interface == "ide" || interface == "scsi")
        device = interface + (isCdrom ? "-cd" : "-hd");
    if (!device.isEmpty()) {
        QemuDiskDevice disk;
        disk.driver = device;
        disk.drive = drive.id;
        line.disks.append(disk);
    }
    line.drives.append(std::move(drive));
}

} // namespace plumbline
