// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/delay_proxy.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <list>
#include <string>
#include <vector>

namespace plumbline {

using Moment = std::chrono::steady_clock::time_point;

/// Bytes on their way, or the end of them when empty.
struct Parcel
{
    Moment due;
    std::string bytes;
};

/// One direction of one connection.
struct Lane
{
    int from;
    int to;
    std::deque<Parcel> parcels;
    bool ended = false;

    void take(std::chrono::milliseconds delay)
    {
        char buffer[64 * 1024];
        // Else the kernel keeps its ACK back for 40 ms, and a sender with Nagle's algorithm waits.
        const int on = 1;
        ::setsockopt(from, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof(on));
        const ssize_t count = ::recv(from, buffer, sizeof(buffer), MSG_DONTWAIT);
        ended = count <= 0;
        parcels.push_back({std::chrono::steady_clock::now() + delay,
            std::string(buffer, count > 0 ? size_t(count) : 0)});
    }
    void deliver()
    {
        while (!parcels.empty() && parcels.front().due <= std::chrono::steady_clock::now()) {
            const std::string &bytes = parcels.front().bytes;
            if (bytes.empty())
                ::shutdown(to, SHUT_WR);
            else
                ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            parcels.pop_front();
        }
    }
};

static sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

static void sendAtOnce(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

DelayProxy::DelayProxy(quint16 target, std::chrono::milliseconds oneWay)
    : m_target(target),
      m_oneWay(oneWay),
      m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
    ::listen(m_listener, 16);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

DelayProxy::~DelayProxy()
{
    m_stop = true;
    m_thread.join();
    ::close(m_listener);
}

void DelayProxy::run()
{
    std::list<Lane> lanes;
    std::vector<int> sockets;
    while (!m_stop) {
        std::vector<pollfd> waits{{m_listener, POLLIN, 0}};
        std::vector<Lane *> readers;
        int timeout = 20;
        for (Lane &lane : lanes) {
            lane.deliver();
            if (!lane.ended) {
                waits.push_back({lane.from, POLLIN, 0});
                readers.push_back(&lane);
            }
            if (!lane.parcels.empty()) {
                const auto left = lane.parcels.front().due - std::chrono::steady_clock::now();
                timeout = std::clamp(
                    int(std::chrono::ceil<std::chrono::milliseconds>(left).count()), 0, timeout);
            }
        }
        if (::poll(waits.data(), waits.size(), timeout) <= 0)
            continue;
        for (size_t i = 0; i < readers.size(); ++i) {
            if (waits[i + 1].revents)
                readers[i]->take(m_oneWay);
        }
        if (waits[0].revents) {
            const int client = ::accept(m_listener, nullptr, nullptr);
            const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            const sockaddr_in address = loopback(m_target);
            ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof(address));
            for (const int socket : {client, server}) {
                sendAtOnce(socket);
                sockets.push_back(socket);
            }
            lanes.push_back({client, server, {}, false});
            lanes.push_back({server, client, {}, false});
        }
    }
    for (const int socket : sockets)
        ::close(socket);
}

} // namespace plumbline
