// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/nbd_sockets.h"

#include "probes/catalogue.h"

#include <QHostAddress>

#include <algorithm>

namespace plumbline {

static bool isEstablished(const Socket &socket)
{
    return socket.state == "ESTAB";
}

static NbdSockets findUnix(const DiskPlan &disk, qint64 qemuPid, const SocketTable &table)
{
    QList<NbdSockets> found;
    for (const Socket &socket : table.sockets) {
        if (!isEstablished(socket) || socket.local != disk.protocol()->nbd.unixPath)
            continue;
        const Socket *client = table.peerOf(socket);
        if (client && !client->users.isEmpty() && !client->ownedBy(qemuPid))
            continue;
        found.append(NbdSockets{client, &socket});
    }
    // Several connections and no owners to tell them apart: the fullest one is not guessed.
    const auto owned = std::find_if(found.begin(), found.end(),
        [qemuPid](const NbdSockets &pair) { return pair.client && pair.client->ownedBy(qemuPid); });
    if (owned != found.end())
        return *owned;
    return found.size() == 1 ? found.first() : NbdSockets{};
}

static QHostAddress addressOf(QByteArray text)
{
    if (text.startsWith('[') && text.endsWith(']'))
        text = text.sliced(1, text.size() - 2);
    return QHostAddress(QString::fromUtf8(text));
}

// One address is written in many ways: ::1 and 0::0:1, or 10.0.0.2 and, by a server that listens to
// both families on one socket, ::ffff:10.0.0.2.
static bool isSameAddress(const QByteArray &one, const QByteArray &other)
{
    const QHostAddress address = addressOf(one);
    return one == other
        || (!address.isNull()
            && address.isEqual(addressOf(other), QHostAddress::ConvertV4MappedToIPv4));
}

static NbdSockets findTcp(const DiskPlan &disk, qint64 qemuPid, const SocketTable &table)
{
    const NbdServer &nbd = disk.protocol()->nbd;
    QList<NbdSockets> found;
    for (const Socket &client : table.sockets) {
        if (client.peerPort != nbd.port || (!client.users.isEmpty() && !client.ownedBy(qemuPid)))
            continue;
        // Several servers may listen on the usual port; a name instead of an address cannot be
        // compared.
        if (!addressOf(nbd.host).isNull() && !isSameAddress(nbd.host, client.peer))
            continue;
        const auto server = std::find_if(
            table.sockets.begin(), table.sockets.end(), [&client](const Socket &other) {
                return other.localPort == client.peerPort && other.peerPort == client.localPort
                    && isSameAddress(other.local, client.peer)
                    && isSameAddress(other.peer, client.local);
            });
        found.append(NbdSockets{&client, server == table.sockets.end() ? nullptr : &*server});
    }
    // Two connections that look alike cannot be told apart: neither is guessed.
    return found.size() == 1 ? found.first() : NbdSockets{};
}

NbdSockets findNbdSockets(const DiskPlan &disk, qint64 qemuPid, const SocketTable &table)
{
    if (!disk.isNbd())
        return {};
    return disk.protocol()->nbd.unixPath.isEmpty() ? findTcp(disk, qemuPid, table)
                                                   : findUnix(disk, qemuPid, table);
}

const Probe<SocketTable> &socketProbeFor(const DiskPlan &disk)
{
    return disk.isNbd() && disk.protocol()->nbd.unixPath.isEmpty() ? hostTcpSockets
                                                                   : hostUnixSockets;
}

qint64 nbdPeerPid(const DiskPlan &disk, const DomainPlan &plan, const FactStore &facts)
{
    const auto table = facts.lastKnown(socketProbeFor(disk), plan.subject());
    if (!table)
        return 0;
    const NbdSockets sockets = findNbdSockets(disk, plan.pid, table->value);
    if (!sockets.server || sockets.server->users.isEmpty())
        return 0;
    return sockets.server->users.first().pid;
}

} // namespace plumbline
