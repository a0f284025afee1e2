// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/mountinfo.h"
#include "formats/port_answer.h"
#include "model/layer.h"

#include <optional>

namespace plumbline {

/// The TCP end of an NFS mount.
struct NfsServer
{
    QByteArray address;
    int port = 2049;

    /// "10.9.9.1 2049", as host.port-answers takes it.
    QByteArray endpoint() const { return address + ' ' + QByteArray::number(port); }
};

/// From the mount's options; nullopt for other file systems, for UDP and RDMA, and for what is no
/// address.
std::optional<NfsServer> nfsServerOf(const Mount &mount);

/// "answers", "refuses: its machine is up, and nobody listens"
Phrase portPhrase(const PortAnswer &answer);

} // namespace plumbline
