// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/nfs_server.h"

#include <algorithm>

namespace plumbline {

std::optional<NfsServer> nfsServerOf(const Mount &mount)
{
    if (mount.fsType != "nfs" && mount.fsType != "nfs4")
        return std::nullopt;
    NfsServer server;
    for (const QByteArray &option : mount.superOptions.split(',')) {
        if (option.startsWith("addr="))
            server.address = option.sliced(5);
        else if (option.startsWith("port=") && option.sliced(5).toInt() > 0)
            server.port = std::min(option.sliced(5).toInt(), 65535);
        else if (option.startsWith("proto=") && !option.startsWith("proto=tcp"))
            return std::nullopt;
    }
    // It becomes a word of a command.
    const auto isPart = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || c == '.' || c == ':' || c == '%';
    };
    if (server.address.isEmpty() || server.address.size() > 64
        || !std::all_of(server.address.begin(), server.address.end(), isPart))
        return std::nullopt;
    return server;
}

Phrase portPhrase(const PortAnswer &answer)
{
    switch (answer.kind) {
    case PortAnswer::Answers:
        return PHRASE("path", "answers");
    case PortAnswer::Refuses:
        return PHRASE("path", "refuses: its machine is up, and nobody listens there");
    case PortAnswer::Unreachable:
        return PHRASE("path", "is unreachable: the network says that there is no way");
    case PortAnswer::Silent:
        return PHRASE("path", "is silent: nothing came back within 2 s");
    case PortAnswer::Untried:
        return PHRASE("path", "not known: the host has neither bash nor python3 nor nc");
    case PortAnswer::Failed:
        break;
    }
    return PHRASE("path", "not known: %1").arg(QString::fromUtf8(answer.words));
}

} // namespace plumbline
