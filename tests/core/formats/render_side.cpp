// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renderings.h"

#include "formats/agent_replies.h"
#include "formats/console_picture.h"
#include "formats/host_network.h"

namespace plumbline::tests {

static QByteArray agentInfo(QByteArrayView text)
{
    return rendering(readAgentInfo(text), [](Listing &out, const AgentInfo &info) {
        out.field("version", info.version).field("commands", info.commands);
        out.field("disabled", info.disabled);
    });
}

static QByteArray agentFreeze(QByteArrayView text)
{
    return rendering(readAgentFreeze(text),
        [](Listing &out, bool frozen) { out.field("state", frozen ? "frozen" : "thawed"); });
}

static QByteArray agentCpus(QByteArrayView text)
{
    return rendering(
        readAgentUptime(text), [](Listing &out, double seconds) { out.field("uptime", seconds); });
}

static QByteArray agentDisks(QByteArrayView text)
{
    return rendering(readAgentDisks(text), [](Listing &out, const QList<AgentDisk> &disks) {
        out.list("disk", disks, [](Listing &row, const AgentDisk &disk) {
            row.field("name", disk.name).field("completed", disk.completed);
            row.field("in flight", disk.inFlight);
        });
    });
}

static QByteArray hostNetwork(QByteArrayView text)
{
    return rendering(readHostNetwork(text), [](Listing &out, const HostNetwork &network) {
        if (network.ownNamespace)
            out.field("namespace", *network.ownNamespace ? "its own" : "the host's");
        out.field("taps", network.taps);
        out.list("interface", network.interfaces, [](Listing &row, const HostInterface &i) {
            row.field("name", i.name).field("state", i.operstate).field("master", i.master);
            row.field("received bytes", i.receivedBytes).field("packets", i.receivedPackets);
            row.field("sent bytes", i.sentBytes).field("packets", i.sentPackets);
            row.field("dropped", i.sentDropped).field("line", i.line);
            row.field("link line", i.linkLine);
        });
    });
}

static QByteArray consolePicture(QByteArrayView bytes)
{
    return rendering(readConsolePicture(bytes), [](Listing &out, const ConsolePicture &picture) {
        out.field("width", picture.width).field("height", picture.height);
        out.field("bytes", picture.image.size()).field("complete", picture.complete);
    });
}

std::vector<Format> sideChannelFormats()
{
    return {{"agent_info", agentInfo}, {"agent_freeze", agentFreeze}, {"agent_cpus", agentCpus},
        {"agent_disks", agentDisks}, {"host_network", hostNetwork},
        {"console_picture", consolePicture}};
}

} // namespace plumbline::tests
