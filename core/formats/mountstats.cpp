// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/mountstats.h"

#include "formats/line_reader.h"

#include <array>

namespace plumbline {

const NfsOperation *NfsMountStats::operation(QByteArrayView name) const
{
    for (const NfsOperation &operation : operations) {
        if (operation.name == name)
            return &operation;
    }
    return nullptr;
}

const NfsMountStats *MountStatsTable::at(QByteArrayView mountPoint) const
{
    for (qsizetype i = mounts.size(); i-- > 0;) {
        if (mounts[i].mountPoint == mountPoint)
            return &mounts[i];
    }
    return nullptr;
}

namespace {

/// As many numbers as the line has, at most 32 (rdma has 28).
class Numbers
{
public:
    explicit Numbers(TextCursor &line)
    {
        while (m_size < m_values.size()) {
            line.skipBlanks();
            if (line.atLineEnd())
                break;
            const QByteArrayView word = line.word();
            // Times are signed in the kernel and may be just below zero.
            const auto value = word.startsWith('-') && toNumber<qint64>(word)
                ? std::optional<quint64>(0)
                : toNumber<quint64>(word);
            m_readable = m_readable && value;
            m_values[m_size++] = value.value_or(0);
        }
    }
    bool isReadable() const { return m_readable; }
    size_t size() const { return m_size; }
    quint64 operator[](size_t i) const { return m_values[i]; }
    std::optional<quint64> at(size_t i) const
    {
        return i < m_size ? std::optional(m_values[i]) : std::nullopt;
    }

private:
    std::array<quint64, 32> m_values{};
    size_t m_size = 0;
    bool m_readable = true;
};

} // namespace

static QMap<QByteArray, QByteArray> readOptions(QByteArrayView text)
{
    QMap<QByteArray, QByteArray> options;
    TextCursor cursor(text);
    while (!cursor.atEnd()) {
        const QByteArrayView option = cursor.until(',').value_or(cursor.remaining());
        if (option.data() + option.size() == text.data() + text.size())
            cursor.takeLine();
        const qsizetype equals = option.indexOf('=');
        if (equals < 0)
            options.insert(option.toByteArray(), {});
        else
            options.insert(
                option.first(equals).toByteArray(), option.sliced(equals + 1).toByteArray());
    }
    return options;
}

static Result<NfsTransport> readTransport(const LineReader &lines, TextCursor line)
{
    NfsTransport transport;
    transport.protocol = line.word().toByteArray();
    transport.line = lines.number();
    const Numbers numbers(line);
    // Datagrams have neither connections nor idle time, local sockets no port.
    const bool udp = transport.protocol == "udp";
    const bool local = transport.protocol == "local";
    const bool known = udp || local || transport.protocol == "tcp" || transport.protocol == "rdma";
    const size_t base = udp ? 7 : local ? 9 : 10;
    const size_t full = base + 3;
    if (!known || !numbers.isReadable() || numbers.size() < base
        || (transport.protocol != "rdma" && numbers.size() > base && numbers.size() < full))
        return lines.unreadable(PHRASE("formats", "the counters of an RPC transport"), line);
    size_t i = 0;
    transport.port = local ? 0 : numbers[i++];
    transport.binds = numbers[i++];
    if (!udp) {
        transport.connects = numbers[i++];
        transport.connectTime = numbers[i++];
        transport.idleSeconds = numbers[i++];
    }
    transport.sends = numbers[i++];
    transport.receives = numbers[i++];
    transport.badXids = numbers[i++];
    transport.requestQueueTime = numbers[i++];
    transport.backlogQueueTime = numbers[i++];
    if (transport.protocol != "rdma") {
        transport.maxSlots = numbers.at(i++);
        transport.sendingQueueTime = numbers.at(i++);
        transport.pendingQueueTime = numbers.at(i++);
    }
    return transport;
}

static Result<NfsOperation> readOperation(const LineReader &lines)
{
    TextCursor line(lines.line());
    line.skipBlanks();
    const auto name = line.until(':');
    const Numbers numbers(line);
    if (!name || name->isEmpty() || !numbers.isReadable() || numbers.size() < 8)
        return lines.unreadable(PHRASE("formats", "an operation's counters"), line);
    return NfsOperation{.name = name->toByteArray(),
        .operations = numbers[0],
        .transmissions = numbers[1],
        .majorTimeouts = numbers[2],
        .bytesSent = numbers[3],
        .bytesReceived = numbers[4],
        .queueMs = numbers[5],
        .roundTripMs = numbers[6],
        .executeMs = numbers[7],
        .errors = numbers.at(8),
        .line = lines.number()};
}

/// "device X mounted on Y with fstype Z statvers=V"; blanks in names are escaped.
static Result<NfsMountStats> readDevice(const LineReader &lines)
{
    TextCursor line(lines.line());
    NfsMountStats mount;
    mount.line = lines.number();
    if (line.skip("no device"))
        mount.device.clear();
    else if (line.skip("device "))
        mount.device = withoutOctalEscapes(line.word());
    const bool mounted = line.word() == "mounted" && line.word() == "on";
    mount.mountPoint = withoutOctalEscapes(line.word());
    const bool typed = line.word() == "with" && line.word() == "fstype";
    mount.fsType = line.word().toByteArray();
    if (!mounted || !typed || mount.fsType.isEmpty())
        return lines.unreadable(PHRASE("formats", "a mounted device"), line);
    line.skipBlanks();
    if (line.skip("statvers="))
        mount.statVersion = line.word().toByteArray();
    return mount;
}

static bool startsDevice(QByteArrayView line)
{
    return line.startsWith("device ") || line.startsWith("no device ");
}

/// One tab-indented "key: value" line of an NFS mount.
static Result<void> readDetail(const LineReader &lines, NfsMountStats &mount)
{
    TextCursor line(lines.line());
    line.skipBlanks();
    if (line.skip("opts:")) {
        line.skipBlanks();
        mount.options = readOptions(line.remaining());
        mount.optionsLine = lines.number();
    } else if (line.skip("age:")) {
        const auto age = toNumber<quint64>(line.word());
        if (!age)
            return lines.unreadable(PHRASE("formats", "an age in seconds"), line);
        mount.ageSeconds = *age;
    } else if (line.skip("xprt:")) {
        auto transport = readTransport(lines, line);
        if (!transport)
            return std::unexpected(transport.error());
        mount.transports.append(std::move(*transport));
    }
    return {};
}

Result<MountStatsTable> readMountstats(QByteArrayView text)
{
    MountStatsTable table;
    LineReader lines(text);
    bool inNfs = false;
    bool inOperations = false;
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        if (startsDevice(lines.line())) {
            auto device = readDevice(lines);
            if (!device)
                return std::unexpected(device.error());
            inNfs = device->fsType == "nfs" || device->fsType == "nfs4";
            inOperations = false;
            if (inNfs)
                table.mounts.append(std::move(*device));
        } else if (lines.number() == 1) {
            return lines.unreadable(PHRASE("formats", "a mounted device"));
        } else if (!inNfs || lines.line().trimmed().isEmpty()) {
            continue;
        } else if (inOperations) {
            auto operation = readOperation(lines);
            if (!operation)
                return std::unexpected(operation.error());
            table.mounts.last().operations.append(std::move(*operation));
        } else if (lines.line().trimmed() == "per-op statistics") {
            inOperations = true;
        } else if (const auto read = readDetail(lines, table.mounts.last()); !read) {
            return std::unexpected(read.error());
        }
    }
    if (lines.number() == 0)
        return unreadableAt(PHRASE("formats", "a mounted device"), 1, 1);
    return table;
}

} // namespace plumbline
