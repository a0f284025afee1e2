// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/agent_replies.h"

#include "formats/json_fields.h"
#include "formats/line_reader.h"
#include "formats/qmp_return.h"

namespace plumbline {

Result<AgentInfo> readAgentInfo(QByteArrayView reply)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    JsonFields fields(*value);
    AgentInfo info;
    info.version = fields.text("version");
    const JsonValue *commands = value->find("supported_commands");
    if (!commands || !commands->isArray())
        return unreadableAt(PHRASE("formats", "an array"), value->line(), 1);
    for (const JsonValue &item : commands->items()) {
        JsonFields command(item);
        const QByteArray name = command.text("name");
        const bool enabled = command.boolean("enabled");
        if (!command.isReadable())
            return command.unreadable();
        ++info.commands;
        if (!enabled)
            info.disabled.append(name);
    }
    if (!fields.isReadable())
        return fields.unreadable();
    return info;
}

Result<bool> readAgentFreeze(QByteArrayView reply)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    const auto word = value->toBytes();
    if (word != "frozen" && word != "thawed")
        return unreadableAt(PHRASE("formats", "frozen or thawed"), value->line(), 1);
    return *word == "frozen";
}

Result<double> readAgentUptime(QByteArrayView reply)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    if (!value->isArray() || value->items().empty())
        return unreadableAt(PHRASE("formats", "an array"), value->line(), 1);
    JsonFields cpu(value->items().front());
    // Milliseconds. A guest's own guests are in "user" and "nice" already (kernel: cputime.c).
    double milliseconds = 0;
    for (const char *part : {"user", "nice", "system", "idle"})
        milliseconds += double(cpu.integer<quint64>(part));
    for (const char *part : {"iowait", "irq", "softirq", "steal"})
        milliseconds += double(cpu.optionalInteger<quint64>(part).value_or(0));
    if (!cpu.isReadable())
        return cpu.unreadable();
    return milliseconds / 1000;
}

Result<QList<AgentDisk>> readAgentDisks(QByteArrayView reply)
{
    const auto value = readReturn(reply);
    if (!value)
        return std::unexpected(value.error());
    if (!value->isArray())
        return unreadableAt(PHRASE("formats", "an array"), value->line(), 1);
    QList<AgentDisk> disks;
    for (const JsonValue &item : value->items()) {
        JsonFields fields(item);
        AgentDisk disk;
        disk.name = fields.text("name");
        const JsonValue *counted = item.find("stats");
        if (!counted || !fields.isReadable())
            return unreadableAt(PHRASE("formats", "a disk with its statistics"), item.line(), 1);
        JsonFields stats(*counted);
        for (const char *part : {"read-ios", "write-ios", "discard-ios", "flush-ios"})
            disk.completed += stats.optionalInteger<quint64>(part).value_or(0);
        disk.inFlight = stats.optionalInteger<quint64>("ios-pgr").value_or(0);
        if (!stats.isReadable())
            return stats.unreadable();
        disks.append(disk);
    }
    return disks;
}

} // namespace plumbline
