// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qemu_network.h"

#include "formats/qemu_options.h"

namespace plumbline {

void addNetwork(QemuCommandLine &line, const JsonValue &options)
{
    QemuNetwork network;
    network.id = optionText(options, "id");
    network.type = optionText(options, "type");
    // "-nic none" and "-net none" are no network, "-net nic" is a card and no backend.
    if (network.type.isEmpty() || network.type == "none" || network.type == "nic")
        return;
    network.interface = optionText(options, "ifname");
    network.vhost = optionIsOn(options, "vhost");
    line.networks.append(std::move(network));
}

} // namespace plumbline
