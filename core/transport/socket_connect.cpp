// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/socket_connect.h"

#include "base/awaiters.h"
#include "transport/within.h"

#include <QList>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>

namespace plumbline {

using namespace std::chrono_literals;

/// How long one of several addresses of a host may keep the others waiting.
static constexpr auto perAddress = 4s;

Task<bool> descriptorReady(int descriptor, QSocketNotifier::Type type, Deadline deadline)
{
    Pulse pulse;
    QSocketNotifier notifier(descriptor, type);
    QObject::connect(&notifier, &QSocketNotifier::activated, &pulse, [&notifier, &pulse] {
        notifier.setEnabled(false);
        pulse.notify();
    });
    co_return co_await pulse.next(deadline);
}

/// A socket address of any family, as getaddrinfo or a path gives it.
struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
};

struct Resolved
{
    QList<SocketAddress> addresses;
    QString error;
};

static Resolved resolve(const QByteArray &host, const QByteArray &port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *found = nullptr;
    int rc = getaddrinfo(host.constData(), port.constData(), &hints, &found);
    if (rc == EAI_NONAME || rc == EAI_ADDRFAMILY) {
        // AI_ADDRCONFIG hides loopback addresses on a machine that has no other.
        hints.ai_flags = 0;
        rc = getaddrinfo(host.constData(), port.constData(), &hints, &found);
    }
    if (rc != 0)
        return {{}, QString::fromLocal8Bit(gai_strerror(rc))};
    Resolved resolved;
    for (const addrinfo *info = found; info; info = info->ai_next) {
        SocketAddress address;
        address.length = std::min<socklen_t>(info->ai_addrlen, sizeof(address.storage));
        std::memcpy(&address.storage, info->ai_addr, address.length);
        resolved.addresses.append(address);
    }
    freeaddrinfo(found);
    return resolved;
}

static Task<Resolved> resolveBeside(QByteArray host, QByteArray port)
{
    co_return co_await onOwnThread([host, port] { return resolve(host, port); });
}

/// The open socket, or the errno of what went wrong (ETIMEDOUT at the deadline).
static Task<std::expected<FileDescriptor, int>> connectSocket(
    SocketAddress address, Deadline deadline)
{
    const int family = address.storage.ss_family;
    FileDescriptor socket(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isOpen())
        co_return std::unexpected(errno);
    if (family != AF_UNIX) {
        const int on = 1;
        setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    }
    const auto *raw = reinterpret_cast<const sockaddr *>(&address.storage);
    if (::connect(socket.number(), raw, address.length) == 0)
        co_return socket;
    if (errno != EINPROGRESS)
        co_return std::unexpected(errno);
    if (!co_await descriptorReady(socket.number(), QSocketNotifier::Write, deadline))
        co_return std::unexpected(ETIMEDOUT);
    int error = 0;
    socklen_t size = sizeof(error);
    getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        co_return std::unexpected(error);
    co_return socket;
}

static Phrase connectFailure(int error, const QString &host, quint16 port)
{
    switch (error) {
    case ECONNREFUSED:
        return PHRASE("transport",
            "%1 refuses connections on port %2. Is the SSH server running there, and is the "
            "port right?")
            .arg(host)
            .arg(int(port));
    case ETIMEDOUT:
        return PHRASE("transport",
            "%1 does not answer on port %2. Is it up, and does a firewall or a missing VPN "
            "stand between?")
            .arg(host)
            .arg(int(port));
    case EHOSTUNREACH:
    case ENETUNREACH:
        return PHRASE("transport", "There is no route to %1. Is the network or VPN up?").arg(host);
    default:
        return PHRASE("transport", "%1 could not be reached on port %2: %3")
            .arg(host)
            .arg(int(port))
            .arg(QString::fromLocal8Bit(std::strerror(error)));
    }
}

Task<Result<FileDescriptor>> connectTcp(
    QString host, quint16 port, Deadline deadline, Phrase *doing)
{
    *doing = PHRASE("transport", "no name server has answered yet what %1 is").arg(host);
    auto resolved
        = co_await within(resolveBeside(host.toUtf8(), QByteArray::number(port)), deadline);
    if (!resolved) {
        co_return failure(PHRASE(
            "transport", "The name %1 was not resolved in time. Does the name server answer?")
                .arg(host));
    }
    if (resolved->addresses.isEmpty()) {
        co_return failure(PHRASE("transport", "The name %1 could not be resolved: %2")
                .arg(host)
                .arg(resolved->error));
    }
    *doing = PHRASE("transport",
        "nothing has answered yet at port %2 of %1: is it up, and does a firewall or a missing "
        "VPN stand between?")
                 .arg(host)
                 .arg(int(port));
    int error = ETIMEDOUT;
    for (qsizetype i = 0; i < resolved->addresses.size(); ++i) {
        const bool last = i + 1 == resolved->addresses.size();
        const Deadline limit = last ? deadline : earlier(deadline, deadlineIn(perAddress));
        auto socket = co_await connectSocket(resolved->addresses.at(i), limit);
        if (socket)
            co_return std::move(*socket);
        error = socket.error();
        if (deadline.hasExpired())
            break;
    }
    co_return failure(connectFailure(error, host, port));
}

Task<Result<FileDescriptor>> connectUnix(QByteArray path, Deadline deadline)
{
    SocketAddress address;
    auto *unixAddress = reinterpret_cast<sockaddr_un *>(&address.storage);
    if (path.isEmpty() || size_t(path.size()) >= sizeof(unixAddress->sun_path)) {
        co_return failure(
            PHRASE("transport", "The path of the socket is too long"), QString::fromUtf8(path));
    }
    unixAddress->sun_family = AF_UNIX;
    std::memcpy(unixAddress->sun_path, path.constData(), size_t(path.size()));
    address.length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()) + 1);
    auto socket = co_await connectSocket(address, deadline);
    // A unix socket whose backlog is full answers EAGAIN instead of going on in the background.
    while (!socket && socket.error() == EAGAIN && !deadline.hasExpired()) {
        co_await sleepFor(20ms);
        socket = co_await connectSocket(address, deadline);
    }
    if (socket)
        co_return std::move(*socket);
    co_return failure(PHRASE("transport", "The socket could not be opened: %1")
                          .arg(QString::fromLocal8Bit(std::strerror(socket.error()))),
        QString::fromUtf8(path));
}

Result<std::pair<FileDescriptor, FileDescriptor>> socketPair()
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) != 0) {
        return failure(PHRASE("transport", "No sockets are left on this machine: %1")
                .arg(QString::fromLocal8Bit(std::strerror(errno))));
    }
    return std::pair(FileDescriptor(ends[0]), FileDescriptor(ends[1]));
}

} // namespace plumbline
