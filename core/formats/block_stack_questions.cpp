// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/block_stack.h"

#include "base/text_cursor.h"

namespace plumbline {

static std::optional<qint64> numberIn(const QByteArray &text)
{
    return text.startsWith("0x") ? toNumber<qint64>(QByteArrayView(text).sliced(2), 16)
                                 : toNumber<qint64>(text);
}

std::optional<qint64> BlockDevice::number(const QByteArray &file) const
{
    return numberIn(files.value(file));
}

std::optional<qint64> BlockTransport::number(const QByteArray &file) const
{
    return numberIn(files.value(file));
}

std::optional<qint64> BlockDevice::inFlight() const
{
    const QByteArray both = files.value("inflight");
    TextCursor cursor(both);
    const auto reads = cursor.number<quint32>();
    const auto writes = cursor.number<quint32>();
    return reads && writes ? std::optional(qint64(*reads) + qint64(*writes)) : std::nullopt;
}

bool BlockDevice::countsTags() const
{
    switch (kind) {
    case Scsi:
    case Nvme:
    case NvmePath:
    case Loop:
    case Rbd:
    case Nbd:
    case Virtio:
        return true;
    default:
        return false;
    }
}

QByteArray BlockDevice::mapperType() const
{
    const QByteArray uuid = files.value("dm/uuid");
    return uuid.left(std::max<qsizetype>(uuid.indexOf('-'), 0));
}

QByteArray BlockDevice::controller() const
{
    // nvmeSnN, and with native multipath nvmeScCnN: S counts subsystems then, and C controllers.
    const qsizetype at = name.indexOf('n', 4);
    if (!name.startsWith("nvme") || at < 0)
        return {};
    const QByteArray before = name.first(at);
    const qsizetype c = before.indexOf('c');
    return c < 0 ? before : "nvme" + before.sliced(c + 1);
}

QByteArray BlockDevice::pathPart(QByteArrayView start) const
{
    for (const QByteArray &part : devicePath.split('/')) {
        if (part.startsWith(start))
            return part;
    }
    return {};
}

const BlockDevice *BlockStack::named(QByteArrayView name) const
{
    for (const BlockDevice &device : devices) {
        if (device.name == name)
            return &device;
    }
    return nullptr;
}

const BlockDevice *BlockStack::numbered(int major, int minor) const
{
    for (const BlockDevice &device : devices) {
        if (device.major == major && device.minor == minor && major >= 0)
            return &device;
    }
    return nullptr;
}

// Device-mapper names of LVM are VG-LV, with every '-' inside either of them doubled
// (libdevmapper, dm_build_dm_name).
static QByteArray mapperNameOf(QByteArrayView group, QByteArrayView volume)
{
    return group.toByteArray().replace('-', "--") + '-' + volume.toByteArray().replace('-', "--");
}

const BlockDevice *BlockStack::atPath(QByteArrayView path) const
{
    if (!path.startsWith("/dev/"))
        return nullptr;
    const QByteArrayView rest = path.sliced(5);
    // The kernel writes '!' for a '/' in a device's name: cciss!c0d0.
    if (const BlockDevice *device = named(rest.toByteArray().replace('/', '!')))
        return device;
    QByteArray mapped;
    if (rest.startsWith("mapper/"))
        mapped = rest.sliced(7).toByteArray();
    else if (rest.startsWith("disk/by-id/dm-name-"))
        mapped = rest.sliced(19).toByteArray();
    else if (const qsizetype slash = rest.indexOf('/'); slash > 0)
        mapped = mapperNameOf(rest.first(slash), rest.sliced(slash + 1));
    if (mapped.isEmpty())
        return nullptr;
    for (const BlockDevice &device : devices) {
        if (device.value("dm/name") == mapped)
            return &device;
    }
    return nullptr;
}

QList<const BlockDevice *> BlockStack::nvmePaths(const BlockDevice &head) const
{
    QList<const BlockDevice *> paths;
    const qsizetype at = head.name.indexOf('n', 4);
    if (head.kind != BlockDevice::Nvme || at < 0)
        return paths;
    const QByteArray before = head.name.first(at) + 'c';
    const QByteArray after = head.name.sliced(at);
    for (const BlockDevice &device : devices) {
        if (device.kind == BlockDevice::NvmePath && device.name.startsWith(before)
            && device.name.endsWith(after))
            paths.append(&device);
    }
    return paths;
}

const BlockTransport *BlockStack::btrfsOn(QByteArrayView device) const
{
    for (const BlockTransport &item : btrfs) {
        if (item.files.contains(device.toByteArray()))
            return &item;
    }
    return nullptr;
}

} // namespace plumbline
