// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qmp_queries.h"

#include "formats/qmp_read.h"

namespace plumbline {

Result<QemuVersion> readQueryVersion(QByteArrayView reply)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    const JsonValue *qemu = value->find("qemu");
    if (!qemu || !qemu->isObject())
        return unreadableAt(PHRASE("formats", "an object"), value->line(), 1);
    JsonFields fields(*qemu);
    const QemuVersion version{.major = fields.integer<int>("major"),
        .minor = fields.integer<int>("minor"),
        .micro = fields.integer<int>("micro"),
        .line = qemu->line()};
    if (!fields.isReadable())
        return fields.unreadable();
    return version;
}

Result<VmStatus> readQueryStatus(QByteArrayView reply)
{
    return readOne<VmStatus>(reply, [](JsonFields &fields, const JsonValue &) {
        return VmStatus{.status = fields.text("status"),
            .running = fields.boolean("running"),
            .line = fields.lines().value("status")};
    });
}

static Result<BlockStats> readBlockStats(const JsonValue &node)
{
    JsonFields names(node);
    BlockStats stats;
    stats.device = names.optionalText("device");
    stats.nodeName = names.optionalText("node-name");
    stats.qdev = names.optionalText("qdev");
    stats.line = node.line();
    JsonFields counts(names.object("stats"));
    if (!names.isReadable())
        return names.unreadable();
    const auto later = [&counts](const char *key) { // fields that older QEMUs lack
        return counts.optionalInteger<quint64>(key).value_or(0);
    };
    stats.readOps = counts.integer<quint64>("rd_operations");
    stats.writeOps = counts.integer<quint64>("wr_operations");
    stats.flushOps = counts.integer<quint64>("flush_operations");
    stats.unmapOps = later("unmap_operations");
    stats.readBytes = counts.integer<quint64>("rd_bytes");
    stats.writeBytes = counts.integer<quint64>("wr_bytes");
    stats.failedReadOps = later("failed_rd_operations");
    stats.failedWriteOps = later("failed_wr_operations");
    stats.failedFlushOps = later("failed_flush_operations");
    stats.failedUnmapOps = later("failed_unmap_operations");
    stats.readTotalNs = later("rd_total_time_ns");
    stats.writeTotalNs = later("wr_total_time_ns");
    stats.flushTotalNs = later("flush_total_time_ns");
    stats.idleNs = counts.optionalInteger<quint64>("idle_time_ns");
    stats.lines = counts.lines();
    if (!counts.isReadable())
        return counts.unreadable();

    for (const auto &[key, into] :
        {std::pair("parent", &stats.parent), {"backing", &stats.backing}}) {
        const JsonValue *inner = node.find(key);
        if (!inner)
            continue;
        auto read = readBlockStats(*inner); // no deeper than JSON may be: 64 levels
        if (!read)
            return read;
        into->append(std::move(*read));
    }
    return stats;
}

Result<QList<BlockStats>> readQueryBlockstats(QByteArrayView reply)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    if (!value->isArray())
        return unreadableAt(PHRASE("formats", "an array"), value->line(), 1);
    QList<BlockStats> nodes;
    for (const JsonValue &node : value->items()) {
        auto stats = readBlockStats(node);
        if (!stats)
            return std::unexpected(stats.error());
        nodes.append(std::move(*stats));
    }
    return nodes;
}

/// Appends the texts of an array of strings.
static void appendTexts(QList<QByteArray> &texts, const JsonValue *array)
{
    if (!array)
        return;
    for (const JsonValue &item : array->items())
        texts.append(item.scalarText());
}

bool VirtioStatus::hasGuestFeature(QByteArrayView feature) const
{
    for (const QByteArray &known : guestFeatures) {
        if (known == feature || (known.startsWith(feature) && known.at(feature.size()) == ':'))
            return true;
    }
    return false;
}

bool VirtioStatus::isDriverOk() const
{
    for (const QByteArray &status : driverStatus) {
        if (status.startsWith("VIRTIO_CONFIG_S_DRIVER_OK"))
            return true;
    }
    return false;
}

Result<VirtioStatus> readQueryVirtioStatus(QByteArrayView reply)
{
    return readOne<VirtioStatus>(reply, [](JsonFields &fields, const JsonValue &) {
        VirtioStatus status{.name = fields.text("name"),
            .queues = fields.integer<int>("num-vqs"),
            .vhostStarted = fields.boolean("vhost-started"),
            .broken = fields.boolean("broken"),
            .disabled = fields.optionalBoolean("disabled"),
            .started = fields.optionalBoolean("started"),
            .isr = fields.optionalInteger<quint32>("isr").value_or(0),
            .driverStatus = {},
            .guestFeatures = {},
            .lines = fields.lines()};
        appendTexts(status.driverStatus, fields.object("status").find("statuses"));
        const JsonValue &features = fields.object("guest-features");
        appendTexts(status.guestFeatures, features.find("dev-features"));
        appendTexts(status.guestFeatures, features.find("transports"));
        return status;
    });
}

Result<VirtqueueStatus> readQueryVirtioQueueStatus(QByteArrayView reply)
{
    return readOne<VirtqueueStatus>(reply, [](JsonFields &fields, const JsonValue &) {
        return VirtqueueStatus{.name = fields.text("name"),
            .queue = fields.integer<int>("queue-index"),
            .inUse = fields.integer<quint32>("inuse"),
            .size = fields.integer<quint32>("vring-num"),
            .defaultSize = fields.integer<quint32>("vring-num-default"),
            .align = fields.integer<quint32>("vring-align"),
            .descriptors = fields.integer<quint64>("vring-desc"),
            .avail = fields.integer<quint64>("vring-avail"),
            .used = fields.integer<quint64>("vring-used"),
            .lastAvailIndex = fields.optionalInteger<quint16>("last-avail-idx"),
            .shadowAvailIndex = fields.optionalInteger<quint16>("shadow-avail-idx"),
            .usedIndex = fields.integer<quint16>("used-idx"),
            .signalledUsed = fields.integer<quint16>("signalled-used"),
            .signalledUsedValid = fields.boolean("signalled-used-valid"),
            .lines = fields.lines()};
    });
}

Result<VhostQueueStatus> readQueryVhostQueueStatus(QByteArrayView reply)
{
    return readOne<VhostQueueStatus>(reply, [](JsonFields &fields, const JsonValue &) {
        return VhostQueueStatus{.name = fields.text("name"),
            .size = fields.integer<quint32>("num"),
            .descriptors = fields.integer<quint64>("desc-phys"),
            .avail = fields.integer<quint64>("avail-phys"),
            .used = fields.integer<quint64>("used-phys"),
            .lines = fields.lines()};
    });
}

} // namespace plumbline
