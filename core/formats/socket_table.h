// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace plumbline {

// `ss -xnpe` and `ss -tnpieo`: sockets of this network namespace.
//
//     Netid State Recv-Q Send-Q Local Address:Port  Peer Address:Port Process
//     u_str ESTAB 0      0      /lab/nbd.sock 39594 * 37227 users:(("nbdkit",pid=40,fd=8)) <->
//     ino:117 State    Recv-Q Send-Q Local Address:Port Peer Address:Port Process SYN-SENT 0
//     1      10.9.9.1:1022      10.9.9.1:2049     timer:(on,,6) uid:0 ino:0 	 cubic rto:4000
//     backoff:2 lastsnd:544360 lastrcv:544360 unacked:1 retrans:0/6
//
// iproute2: misc/ss.c, ss(8). A unix socket's "port" is its inode, its peer's port the peer's
// inode.

struct SocketUser
{
    QByteArray comm;
    qint64 pid = 0;
    int fd = -1;

    friend bool operator==(const SocketUser &, const SocketUser &) = default;
};

struct Socket
{
    QByteArray netid; ///< u_str, u_dgr, u_seq, tcp
    QByteArray state; ///< ESTAB, SYN-SENT, LISTEN, UNCONN…
    quint64 recvQ = 0; ///< bytes not yet read by its owner (LISTEN: waiting connections)
    quint64 sendQ = 0; ///< bytes not yet taken by the peer
    QByteArray local; ///< address without port, or path; "*" when unnamed
    QByteArray localPort; ///< port, or a unix socket's inode
    QByteArray peer;
    QByteArray peerPort;
    QList<SocketUser> users; ///< empty without the right to see them
    QByteArray timer; ///< "on", "persist", "keepalive"; empty when none runs
    quint64 timerRetries = 0;
    std::optional<quint64> unacked; ///< segments sent and not acknowledged
    std::optional<quint64> lastSendMs; ///< since the last segment went out
    std::optional<quint64> lastReceiveMs;
    std::optional<quint64> bytesSent;
    std::optional<quint64> bytesAcked;
    std::optional<quint64> bytesReceived;
    std::optional<quint64> inode; ///< of a TCP socket
    int line = 0;

    bool ownedBy(qint64 pid) const;
    friend bool operator==(const Socket &, const Socket &) = default;
};

struct SocketTable
{
    QList<Socket> sockets;
    int unreadable = 0; ///< lines that are no socket: a path may hold a line end

    /// The other end of a unix stream socket, by inode; null when it is not listed.
    const Socket *peerOf(const Socket &socket) const;
    friend bool operator==(const SocketTable &, const SocketTable &) = default;
};

/// The header line is required: it tells whether the first column is Netid or State.
Result<SocketTable> readSocketTable(QByteArrayView text);

} // namespace plumbline
