// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace plumbline {

/// A QMP socket on this machine: whoever comes is told `first`, and then `forever` again and again.
/// What the client says is not read.
class MonitorServer
{
public:
    explicit MonitorServer(QByteArray first, QByteArray forever = {})
        : m_path(QFile::encodeName(m_folder.filePath(QStringLiteral("qmp.sock")))),
          m_listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(m_path.begin(), m_path.end(), address.sun_path);
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0
            || ::listen(m_listener, 1) != 0)
            qFatal("no socket at %s", m_path.constData());
        m_thread = std::thread([this, first = std::move(first), forever = std::move(forever)] {
            m_client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            bool isListening = say(first);
            while (isListening && !forever.isEmpty())
                isListening = say(forever);
        });
    }
    ~MonitorServer()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        ::shutdown(m_client, SHUT_RDWR);
        m_thread.join();
        ::close(m_client);
        ::close(m_listener);
    }
    const QByteArray &path() const { return m_path; }

private:
    bool say(QByteArrayView text) const
    {
        while (!text.isEmpty()) {
            const ssize_t count = ::send(m_client, text.data(), size_t(text.size()), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            text = text.sliced(count);
        }
        return true;
    }

    QTemporaryDir m_folder;
    QByteArray m_path;
    int m_listener;
    std::atomic<int> m_client = -1;
    std::thread m_thread;
};

} // namespace plumbline
