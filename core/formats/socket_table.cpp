// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/socket_table.h"

#include "formats/line_reader.h"

#include <algorithm>

namespace plumbline {

bool Socket::ownedBy(qint64 pid) const
{
    return std::any_of(
        users.begin(), users.end(), [pid](const SocketUser &user) { return user.pid == pid; });
}

const Socket *SocketTable::peerOf(const Socket &socket) const
{
    for (const Socket &other : sockets) {
        if (other.netid == socket.netid && other.localPort == socket.peerPort
            && other.peerPort == socket.localPort)
            return &other;
    }
    return nullptr;
}

/// users:(("nbdkit",pid=40,fd=8),("a b",pid=41,fd=8)); a name may hold anything but a NUL.
static QList<SocketUser> readUsers(QByteArrayView text)
{
    QList<SocketUser> users;
    for (qsizetype at = text.indexOf("users:("); at >= 0;) {
        const qsizetype name = text.indexOf("(\"", at);
        const qsizetype end = name < 0 ? -1 : text.indexOf("\",pid=", name + 2);
        if (end < 0)
            break;
        TextCursor cursor(text.sliced(end + 6));
        const auto pid = cursor.number<qint64>();
        const auto fd = pid && cursor.skip(",fd=") ? cursor.number<int>() : std::nullopt;
        if (!fd)
            break;
        users.append(
            {.comm = text.sliced(name + 2, end - name - 2).toByteArray(), .pid = *pid, .fd = *fd});
        at = cursor.skip("),(") ? text.size() - cursor.remaining().size() - 1 : -1;
    }
    return users;
}

/// timer:(on,12sec,6): which, when it fires (nothing when now), how often it fired before.
static void readTimer(QByteArrayView inner, Socket &socket)
{
    TextCursor cursor(inner);
    socket.timer = cursor.until(',').value_or(QByteArrayView()).toByteArray();
    cursor.until(',');
    socket.timerRetries = cursor.number<quint64>().value_or(0);
}

/// Details such as unacked:1, on the socket's own line or on the ones after it.
static void readDetails(QByteArrayView text, Socket &socket)
{
    TextCursor cursor(text);
    for (QByteArrayView word = cursor.word(); !word.isEmpty(); word = cursor.word()) {
        const qsizetype colon = word.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArrayView key = word.first(colon);
        const QByteArrayView value = word.sliced(colon + 1);
        if (key == "unacked")
            socket.unacked = toNumber<quint64>(value);
        else if (key == "lastsnd")
            socket.lastSendMs = toNumber<quint64>(value);
        else if (key == "lastrcv")
            socket.lastReceiveMs = toNumber<quint64>(value);
        else if (key == "bytes_sent")
            socket.bytesSent = toNumber<quint64>(value);
        else if (key == "bytes_acked")
            socket.bytesAcked = toNumber<quint64>(value);
        else if (key == "bytes_received")
            socket.bytesReceived = toNumber<quint64>(value);
        else if (key == "ino")
            socket.inode = toNumber<quint64>(value);
        else if (key == "timer" && value.startsWith('(') && value.endsWith(')'))
            readTimer(value.sliced(1).chopped(1), socket);
    }
}

/// "/run/a b.sock 100512": a path, which may hold blanks, and the inode behind it.
static bool takeUnixAddress(TextCursor &line, QByteArray &name, QByteArray &inode)
{
    name = line.word().toByteArray();
    if (name.isEmpty())
        return false;
    while (!line.atEnd()) {
        const QByteArrayView before = line.remaining();
        const QByteArrayView word = line.word();
        if (toNumber<quint64>(word)) {
            inode = word.toByteArray();
            return true;
        }
        name += before.first(before.size() - line.remaining().size());
    }
    return false;
}

/// "10.9.9.1:2049", "[::1]:22", "*:*"
static bool takeInternetAddress(TextCursor &line, QByteArray &address, QByteArray &port)
{
    const QByteArrayView word = line.word();
    const qsizetype colon = lastIndexOf(word, ':');
    if (colon <= 0 || colon + 1 == word.size())
        return false;
    address = word.first(colon).toByteArray();
    port = word.sliced(colon + 1).toByteArray();
    return true;
}

static std::optional<Socket> readSocket(const LineReader &lines, bool hasNetid)
{
    TextCursor line(lines.line());
    Socket socket;
    socket.line = lines.number();
    socket.netid = hasNetid ? line.word().toByteArray() : QByteArray("tcp");
    socket.state = line.word().toByteArray();
    const auto recvQ = toNumber<quint64>(line.word());
    const auto sendQ = toNumber<quint64>(line.word());
    if (!recvQ || !sendQ)
        return std::nullopt;
    socket.recvQ = *recvQ;
    socket.sendQ = *sendQ;
    const auto take = socket.netid.startsWith("u_") ? takeUnixAddress : takeInternetAddress;
    if (!take(line, socket.local, socket.localPort) || !take(line, socket.peer, socket.peerPort))
        return std::nullopt;
    socket.users = readUsers(line.remaining());
    // Behind the users, since a process's name could look like a detail.
    const QByteArrayView rest = line.remaining();
    const qsizetype usersEnd = socket.users.isEmpty() ? -1 : rest.lastIndexOf("))");
    readDetails(usersEnd < 0 ? rest : rest.sliced(usersEnd + 2), socket);
    return socket;
}

Result<SocketTable> readSocketTable(QByteArrayView text)
{
    LineReader lines(text);
    const bool filled = lines.next();
    const bool hasNetid = lines.line().startsWith("Netid");
    if (!filled || (!hasNetid && !lines.line().startsWith("State")))
        return lines.unreadable(PHRASE("formats", "the header of ss"));
    SocketTable table;
    while (lines.next()) {
        const QByteArrayView line = lines.line();
        if (lines.isCut())
            return lines.cutShort();
        if (line.startsWith('\t') || line.startsWith(' ')) {
            if (!table.sockets.isEmpty())
                readDetails(line, table.sockets.last());
        } else if (auto socket = readSocket(lines, hasNetid)) {
            table.sockets.append(std::move(*socket));
        } else if (!line.isEmpty()) {
            ++table.unreadable;
        }
    }
    return table;
}

} // namespace plumbline
