// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/network_plan.h"

#include <algorithm>
#include <array>

namespace plumbline {

static NetworkPlan::Where whereIs(const QByteArray &type)
{
    // QEMU's words (qapi/net.json), then libvirt's (docs/formatdomain.rst, network interfaces).
    static constexpr std::array<QByteArrayView, 6> onHost{
        "tap", "bridge", "network", "direct", "ethernet", "macvtap"};
    static constexpr std::array<QByteArrayView, 2> userMode{"user", "passt"};
    if (std::find(onHost.begin(), onHost.end(), type) != onHost.end())
        return NetworkPlan::OnHost;
    if (std::find(userMode.begin(), userMode.end(), type) != userMode.end())
        return NetworkPlan::UserMode;
    return NetworkPlan::Elsewhere;
}

QList<NetworkPlan> planNetworks(const QemuCommandLine &line)
{
    QList<NetworkPlan> networks;
    for (const QemuNetwork &network : line.networks) {
        networks.append({.where = whereIs(network.type),
            .type = network.type,
            .id = network.id,
            .interface = network.interface,
            .vhost = network.vhost});
    }
    return networks;
}

QList<NetworkPlan> planNetworks(const DomainXml &xml, const QList<NetworkPlan> &known)
{
    QList<NetworkPlan> networks;
    for (const DomainInterface &item : xml.interfaces) {
        NetworkPlan network{.where = whereIs(item.type),
            .type = item.type,
            .id = item.alias.isEmpty() ? QByteArray() : "host" + item.alias,
            .interface = item.target,
            .vhost = false};
        const auto same
            = std::find_if(known.begin(), known.end(), [&network](const NetworkPlan &other) {
                  return !network.id.isEmpty() && other.id == network.id;
              });
        if (same != known.end())
            network.vhost = same->vhost;
        networks.append(std::move(network));
    }
    return networks;
}

// dev_valid_name() of the kernel's net/core/dev.c. Names become parts of paths on the host.
static bool isInterfaceName(const QByteArray &name)
{
    constexpr qsizetype longest = 15; // IFNAMSIZ without the NUL
    return !name.isEmpty() && name.size() <= longest && name != "." && name != ".."
        && std::none_of(name.begin(), name.end(),
            [](char c) { return c == '/' || c == ':' || uchar(c) <= ' ' || uchar(c) == 0x7f; });
}

Subject networkSubject(const DomainPlan &plan)
{
    Subject subject = plan.subject();
    for (const NetworkPlan &network : plan.networks) {
        if (network.where == NetworkPlan::OnHost && isInterfaceName(network.interface))
            subject.part += network.interface + ' ';
    }
    return subject;
}

bool hasHostNetwork(const DomainPlan &plan)
{
    return std::any_of(plan.networks.begin(), plan.networks.end(),
        [](const NetworkPlan &network) { return network.where == NetworkPlan::OnHost; });
}

} // namespace plumbline
