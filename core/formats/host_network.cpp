// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/host_network.h"

#include "formats/line_reader.h"

#include <algorithm>
#include <array>

namespace plumbline {

const HostInterface *HostNetwork::named(QByteArrayView name) const
{
    const auto found = std::find_if(interfaces.begin(), interfaces.end(),
        [name](const HostInterface &interface) { return interface.name == name; });
    return found == interfaces.end() ? nullptr : &*found;
}

static HostInterface &interfaceOf(HostNetwork &network, QByteArrayView name)
{
    const auto found = std::find_if(network.interfaces.begin(), network.interfaces.end(),
        [name](const HostInterface &interface) { return interface.name == name; });
    if (found != network.interfaces.end())
        return *found;
    network.interfaces.append(HostInterface());
    network.interfaces.last().name = name.toByteArray();
    return network.interfaces.last();
}

/// What stands for "none" in our own lines.
static QByteArray unlessDash(QByteArrayView word)
{
    return word == "-" ? QByteArray() : word.toByteArray();
}

static Result<void> readCounters(const LineReader &lines, HostNetwork &network)
{
    TextCursor line(lines.line());
    line.skipBlanks();
    const auto name = line.until(':');
    if (!name || name->isEmpty() || name->contains(' '))
        return lines.unreadable(PHRASE("formats", "a network interface's name"), line);
    std::array<quint64, 16> counters{};
    for (quint64 &counter : counters) {
        const auto number = toNumber<quint64>(line.word());
        if (!number)
            return lines.unreadable(PHRASE("formats", "a network interface's counter"), line);
        counter = *number;
    }
    HostInterface &interface = interfaceOf(network, *name);
    interface.receivedBytes = counters[0];
    interface.receivedPackets = counters[1];
    interface.sentBytes = counters[8];
    interface.sentPackets = counters[9];
    interface.sentDropped = counters[11];
    interface.line = lines.number();
    return {};
}

static Result<void> readLine(const LineReader &lines, HostNetwork &network)
{
    TextCursor line(lines.line());
    if (line.skip("netns ")) {
        const QByteArrayView whose = line.word();
        if (whose == "same" || whose == "other")
            network.ownNamespace = whose == "other";
        return {};
    }
    if (line.skip("tap ")) {
        const QByteArrayView name = line.word();
        if (name.isEmpty())
            return lines.unreadable(PHRASE("formats", "a network interface's name"), line);
        network.taps.append(name.toByteArray());
        return {};
    }
    if (line.skip("link ")) {
        const QByteArrayView name = line.word();
        const QByteArrayView state = line.word();
        const QByteArrayView master = line.word();
        if (master.isEmpty())
            return lines.unreadable(PHRASE("formats", "a network interface's link"), line);
        HostInterface &interface = interfaceOf(network, name);
        interface.operstate = unlessDash(state);
        interface.master = unlessDash(master);
        interface.linkLine = lines.number();
        return {};
    }
    return readCounters(lines, network);
}

Result<HostNetwork> readHostNetwork(QByteArrayView text)
{
    constexpr qsizetype interfacesAtMost = 1000; // a guest has some; each is looked for by name
    HostNetwork network;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        if (const auto read = readLine(lines, network); !read)
            return std::unexpected(read.error());
        if (network.interfaces.size() > interfacesAtMost)
            return lines.unreadable(
                PHRASE("formats", "at most %1 network interfaces").arg(qint64(interfacesAtMost)));
    }
    if (lines.number() == 0)
        return lines.unreadable(PHRASE("formats", "a network namespace"));
    return network;
}

} // namespace plumbline
