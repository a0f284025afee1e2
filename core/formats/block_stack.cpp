// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/block_stack.h"

#include "formats/line_reader.h"

#include <QHash>

namespace plumbline {

static QByteArrayView takePart(QByteArrayView &path)
{
    const qsizetype end = path.indexOf('/');
    const QByteArrayView part = end < 0 ? path : path.first(end);
    path = end < 0 ? QByteArrayView() : path.sliced(end + 1);
    return part;
}

static BlockDevice::Kind kindOf(const BlockDevice &device)
{
    struct Known
    {
        QByteArrayView start;
        BlockDevice::Kind kind;
    };
    // As the drivers name them (gendisk::disk_name); sd, sr and the rest of SCSI by their folder.
    static constexpr std::array<Known, 10> known{{{"dm-", BlockDevice::DeviceMapper},
        {"md", BlockDevice::Md}, {"loop", BlockDevice::Loop}, {"rbd", BlockDevice::Rbd},
        {"nbd", BlockDevice::Nbd}, {"drbd", BlockDevice::Drbd}, {"zd", BlockDevice::Zvol},
        {"vd", BlockDevice::Virtio}, {"pmem", BlockDevice::Pmem}, {"sd", BlockDevice::Scsi}}};
    if (device.name.startsWith("nvme")) {
        const qsizetype at = device.name.indexOf('n', 4);
        return device.name.first(std::max<qsizetype>(at, 0)).contains('c') ? BlockDevice::NvmePath
                                                                           : BlockDevice::Nvme;
    }
    if (device.files.contains("device/iorequest_cnt"))
        return BlockDevice::Scsi;
    for (const Known &item : known) {
        if (device.name.startsWith(item.start))
            return item.kind;
    }
    return BlockDevice::Other;
}

namespace {
/// Gathers what the lines say of each device, in the order in which devices are first named.
class StackReader
{
public:
    Result<void> read(const LineReader &lines);
    BlockStack take();

private:
    BlockDevice &device(QByteArrayView name);
    Result<void> readBlock(const LineReader &lines, QByteArrayView rest);
    Result<void> readFile(const LineReader &lines, QMap<QByteArray, BlockTransport> &all,
        QByteArrayView name, QByteArrayView rest);
    Result<void> readClass(const LineReader &lines, QByteArrayView rest);

    BlockStack m_stack;
    QHash<QByteArray, qsizetype> m_indices;
};
} // namespace

BlockDevice &StackReader::device(QByteArrayView view)
{
    const QByteArray name = view.toByteArray();
    auto found = m_indices.find(name);
    if (found == m_indices.end()) {
        found = m_indices.insert(name, m_stack.devices.size());
        m_stack.devices.append(BlockDevice());
        m_stack.devices.last().name = name;
    }
    return m_stack.devices[*found];
}

static bool setNumber(BlockDevice &device, QByteArrayView value)
{
    const qsizetype colon = value.indexOf(':');
    const auto major = toNumber<int>(value.first(std::max<qsizetype>(colon, 0)));
    const auto minor = toNumber<int>(value.sliced(colon + 1));
    if (colon < 0 || !major || !minor)
        return false;
    device.major = *major;
    device.minor = *minor;
    return true;
}

Result<void> StackReader::readBlock(const LineReader &lines, QByteArrayView rest)
{
    const qsizetype arrow = rest.indexOf(" -> ");
    if (arrow >= 0 && !rest.first(arrow).contains('/')) {
        device(rest.first(arrow)).devicePath = rest.sliced(arrow + 4).toByteArray();
        return {};
    }
    const QByteArrayView name = takePart(rest);
    if (name.isEmpty() || rest.isEmpty())
        return lines.unreadable(PHRASE("formats", "a block device and a file of it"));
    if (rest.startsWith("slaves/")) {
        device(name).slaves.append(rest.sliced(7).toByteArray());
        return {};
    }
    const qsizetype colon = rest.indexOf(':');
    if (colon <= 0)
        return lines.unreadable(PHRASE("formats", "a file and its value"));
    QByteArrayView file = rest.first(colon);
    const QByteArrayView value = rest.sliced(colon + 1);
    // sda/sda1/dev: a partition has its folder in that of its disk, and its name begins like it.
    QByteArrayView inner = file;
    const QByteArrayView first = takePart(inner);
    const bool isPartition = !inner.isEmpty() && first.startsWith(name);
    BlockDevice &owner = device(isPartition ? first : name);
    if (isPartition) {
        owner.parent = name.toByteArray();
        file = inner;
    }
    if (file == "dev" && !setNumber(owner, value))
        return lines.unreadable(PHRASE("formats", "a device number"), name.size() + colon);
    // Of a file with several lines the first counts.
    if (!owner.files.contains(file.toByteArray())) {
        owner.files.insert(file.toByteArray(), value.trimmed().toByteArray());
        owner.lines.insert(file.toByteArray(), lines.number());
    }
    return {};
}

Result<void> StackReader::readFile(const LineReader &lines, QMap<QByteArray, BlockTransport> &all,
    QByteArrayView name, QByteArrayView rest)
{
    const qsizetype colon = rest.indexOf(':');
    if (name.isEmpty() || colon == 0 || rest.isEmpty())
        return lines.unreadable(PHRASE("formats", "a file and its value"));
    BlockTransport &transport = all[name.toByteArray()];
    transport.name = name.toByteArray();
    const QByteArray file = (colon < 0 ? rest : rest.first(colon)).toByteArray();
    if (!transport.files.contains(file)) {
        transport.files.insert(
            file, colon < 0 ? QByteArray() : rest.sliced(colon + 1).trimmed().toByteArray());
        transport.lines.insert(file, lines.number());
    }
    return {};
}

Result<void> StackReader::readClass(const LineReader &lines, QByteArrayView rest)
{
    const QByteArrayView which = takePart(rest);
    const QByteArrayView name = takePart(rest);
    if (which == "scsi_host")
        return readFile(lines, m_stack.scsiHosts, name, rest);
    if (which == "iscsi_session")
        return readFile(lines, m_stack.sessions, name, rest);
    if (which == "iscsi_connection")
        return readFile(lines, m_stack.connections, name, rest);
    if (which == "fc_remote_ports")
        return readFile(lines, m_stack.remotePorts, name, rest);
    if (which == "nvme")
        return readFile(lines, m_stack.controllers, name, rest);
    return {};
}

Result<void> StackReader::read(const LineReader &lines)
{
    static constexpr QByteArrayView zfs("/proc/spl/kstat/zfs/");
    QByteArrayView rest = lines.line();
    if (rest.startsWith(zfs)) {
        rest = rest.sliced(zfs.size());
        const QByteArrayView name = takePart(rest);
        return readFile(lines, m_stack.pools, name, rest);
    }
    const QByteArrayView top = takePart(rest);
    if (top == "block")
        return readBlock(lines, rest);
    if (top == "class")
        return readClass(lines, rest);
    const QByteArrayView second = takePart(rest);
    if (top == "bus" && second == "rbd") {
        takePart(rest); // devices
        const QByteArrayView name = takePart(rest);
        return readFile(lines, m_stack.images, name, rest);
    }
    if (top == "fs" && second == "btrfs") {
        const QByteArrayView uuid = takePart(rest);
        takePart(rest); // devices
        return readFile(lines, m_stack.btrfs, uuid, rest);
    }
    return lines.unreadable(PHRASE("formats", "a path below /sys"));
}

BlockStack StackReader::take()
{
    for (BlockDevice &device : m_stack.devices)
        device.kind = kindOf(device);
    return std::move(m_stack);
}

Result<BlockStack> readBlockStack(QByteArrayView text)
{
    StackReader reader;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        if (Result<void> done = reader.read(lines); !done)
            return std::unexpected(done.error());
    }
    return reader.take();
}

} // namespace plumbline
