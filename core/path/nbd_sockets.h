// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/socket_table.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

namespace plumbline {

/// Both ends of an NBD disk's connection as this host's socket tables show them.
struct NbdSockets
{
    const Socket *client = nullptr; ///< QEMU's end
    const Socket *server = nullptr; ///< the other end, when it is on this host
};

/// Finds them in a table. Without the right to see socket owners the server's end of a unix socket
/// is still found by its path, if only one connection has it.
NbdSockets findNbdSockets(const DiskPlan &disk, qint64 qemuPid, const SocketTable &table);

/// The probe whose table holds the disk's sockets.
const Probe<SocketTable> &socketProbeFor(const DiskPlan &disk);

/// Pid of the local NBD server; 0 when there is none or it cannot be seen.
qint64 nbdPeerPid(const DiskPlan &disk, const DomainPlan &plan, const FactStore &facts);

} // namespace plumbline
