// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_session.h"

#include <libssh/server.h> // ssh_send_keepalive

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

namespace plumbline {

using namespace std::chrono_literals;

/// How long one round may keep the thread from painting.
static constexpr auto roundBudget = 4ms;
static constexpr auto quietBeforeAsking = 5s;
static constexpr auto quietBeforeDead = 5s;

SshSession::SshSession(FileDescriptor socket, const SshConfig &config)
    : m_session(ssh_new()), m_event(ssh_event_new()), m_socket(std::move(socket))
{
    ssh_set_blocking(m_session, 0);
    configure(config);
    ssh_set_counters(m_session, &m_traffic, nullptr);

    m_readable = std::make_unique<QSocketNotifier>(m_socket.number(), QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(m_socket.number(), QSocketNotifier::Write);
    for (QSocketNotifier *notifier : {m_readable.get(), m_writable.get()}) {
        notifier->setEnabled(false);
        connect(notifier, &QSocketNotifier::activated, this, &SshSession::scheduleRound);
    }
    m_lifeTimer.setInterval(500ms);
    connect(&m_lifeTimer, &QTimer::timeout, this, &SshSession::checkLife);
    m_heard.start();
}

SshSession::~SshSession()
{
    m_readable.reset();
    m_writable.reset();
    if (!isBroken() && ssh_is_connected(m_session))
        ssh_disconnect(m_session);
    ssh_event_free(m_event);
    ssh_free(m_session); // and the channels that forget() holds
}

void SshSession::configure(const SshConfig &config)
{
    const bool off = false;
    const int on = 1;
    const unsigned int port = config.port;
    ssh_options_set(m_session, SSH_OPTIONS_PROCESS_CONFIG, &off); // "ssh -G" has read it
    ssh_options_set(m_session, SSH_OPTIONS_NODELAY, &on);
    ssh_options_set(m_session, SSH_OPTIONS_HOST, config.hostName.toUtf8().constData());
    ssh_options_set(m_session, SSH_OPTIONS_PORT, &port);
    ssh_options_set(m_session, SSH_OPTIONS_USER, config.user.toUtf8().constData());
    // libssh takes of these what it knows, and keeps its own when that is none.
    const QByteArray hostKeys = config.hostKeyAlgorithms.join(',');
    ssh_options_set(m_session, SSH_OPTIONS_HOSTKEYS, hostKeys.constData());
    ssh_options_set(m_session, SSH_OPTIONS_KEY_EXCHANGE, config.keyExchanges.constData());
    ssh_options_set(m_session, SSH_OPTIONS_CIPHERS_C_S, config.ciphers.constData());
    ssh_options_set(m_session, SSH_OPTIONS_CIPHERS_S_C, config.ciphers.constData());
    ssh_options_set(m_session, SSH_OPTIONS_HMAC_C_S, config.macs.constData());
    ssh_options_set(m_session, SSH_OPTIONS_HMAC_S_C, config.macs.constData());
}

Task<Result<void>> SshSession::shakeHands(Deadline deadline)
{
    int socket = ::dup(m_socket.number());
    ssh_options_set(m_session, SSH_OPTIONS_FD, &socket);
    int answer = ssh_connect(m_session);
    ssh_event_add_session(m_event, m_session); // takes over the socket from its own poll context
    m_started = true;
    scheduleRound();
    if (answer == SSH_AGAIN) {
        const auto later
            = co_await until([this] { return ssh_connect(m_session); }, SSH_AGAIN, deadline);
        answer = later.value_or(SSH_AGAIN);
    }
    if (answer == SSH_OK)
        co_return Result<void>();
    if (isBroken() || answer == SSH_ERROR)
        co_return std::unexpected(error());
    co_return failure(PHRASE("transport",
        "The host accepted the connection and then said nothing. Is it overloaded, or is that not "
        "an SSH server?"));
}

Task<std::optional<int>> SshSession::until(std::function<int()> step, int again, Deadline deadline)
{
    while (!isBroken()) {
        const int answer = step();
        called();
        if (answer != again)
            co_return answer;
        if (!co_await m_activity.next(deadline))
            break;
    }
    co_return std::nullopt;
}

void SshSession::called()
{
    if (m_traffic.in_bytes != m_bytesSeen)
        scheduleRound();
    if (!isBroken() && ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING)
        m_writable->setEnabled(true);
}

void SshSession::scheduleRound()
{
    m_readable->setEnabled(false);
    m_writable->setEnabled(false);
    if (std::exchange(m_roundScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &SshSession::round, Qt::QueuedConnection);
}

/// Lets libssh read and write what the socket has and takes. False when that broke the session.
bool SshSession::pump()
{
    QElapsedTimer spent;
    spent.start();
    while (spent.durationElapsed() < roundBudget) {
        const bool writing = ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING;
        pollfd ready{m_socket.number(), short(writing ? POLLIN | POLLOUT : POLLIN), 0};
        if (::poll(&ready, 1, 0) <= 0)
            return true;
        const int answer = ssh_event_dopoll(m_event, 0);
        ::fcntl(m_socket.number(), F_SETFL, O_NONBLOCK);
        if (answer == SSH_ERROR)
            return false;
    }
    return true;
}

void SshSession::round()
{
    m_roundScheduled = false;
    if (isBroken() || !m_started)
        return;
    const bool alive = pump();
    if (m_traffic.in_bytes != m_bytesSeen) {
        m_bytesSeen = m_traffic.in_bytes;
        m_heard.start();
        m_asked.invalidate();
    }
    freeOpened();
    for (auto writer = m_writers.begin(); writer != m_writers.end();)
        (*writer++)();
    if (!alive || ssh_get_status(m_session) & (SSH_CLOSED | SSH_CLOSED_ERROR))
        return breakOff(error());
    m_activity.notify();
    // After those that were just woken, so that they find the socket as this round left it.
    QMetaObject::invokeMethod(this, &SshSession::rearm, Qt::QueuedConnection);
}

void SshSession::rearm()
{
    if (isBroken() || m_roundScheduled)
        return;
    m_readable->setEnabled(true);
    m_writable->setEnabled(ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING);
}

Error SshSession::error() const
{
    if (m_broken)
        return *m_broken;
    const QString said = QString::fromUtf8(ssh_get_error(m_session));
    if (said.contains(QLatin1String("disconnected"))
        || said.contains(QLatin1String("reset by peer"))
        || said.contains(QLatin1String("Broken pipe")) || said.isEmpty()) {
        return {
            PHRASE("transport",
                "The host closed the connection. Did it restart, or does it limit connections?"),
            {}};
    }
    return {PHRASE("transport", "SSH: %1").arg(said), {}};
}

void SshSession::breakOff(Error error)
{
    if (isBroken())
        return;
    m_broken = std::move(error);
    m_readable->setEnabled(false);
    m_writable->setEnabled(false);
    m_lifeTimer.stop();
    ::shutdown(m_socket.number(), SHUT_RDWR);
    m_activity.notify();
    m_places.notify();
    Q_EMIT broken();
}

void SshSession::keepAlive()
{
    m_heard.start();
    m_lifeTimer.start();
}

void SshSession::checkLife()
{
    if (m_asked.isValid()) {
        // A thread that was held up itself may not have read the answer yet.
        pollfd ready{m_socket.number(), POLLIN, 0};
        if (m_asked.durationElapsed() >= quietBeforeDead && ::poll(&ready, 1, 0) > 0) {
            scheduleRound();
        } else if (m_asked.durationElapsed() >= quietBeforeDead) {
            breakOff(
                {PHRASE("transport",
                     "The host has said nothing for 10 s. Is it hung, or is the network down?"),
                    {}});
        }
    } else if (m_heard.durationElapsed() >= quietBeforeAsking) {
        // Twice: the first collects the answer to the one before, if there was one.
        ssh_send_keepalive(m_session);
        ssh_send_keepalive(m_session);
        m_asked.start();
        called();
    }
}

std::list<SshSession::Writer>::iterator SshSession::addWriter(Writer writer)
{
    return m_writers.insert(m_writers.end(), std::move(writer));
}

Task<bool> SshSession::takePlace(Deadline deadline)
{
    while (m_placesTaken >= m_mostPlaces && !isBroken()) {
        if (!co_await m_places.next(deadline))
            break;
    }
    if (m_placesTaken >= m_mostPlaces || isBroken())
        co_return false;
    ++m_placesTaken;
    co_return true;
}

void SshSession::releasePlace()
{
    --m_placesTaken;
    m_places.notify();
}

void SshSession::forget(ssh_channel channel, std::function<int()> open)
{
    m_forgotten.push_back({channel, std::move(open)});
    scheduleRound();
}

void SshSession::freeOpened()
{
    for (auto opening = m_forgotten.begin(); opening != m_forgotten.end();) {
        if (opening->open() == SSH_AGAIN) {
            ++opening;
            continue;
        }
        ssh_channel_free(opening->channel);
        opening = m_forgotten.erase(opening);
        releasePlace();
    }
}

} // namespace plumbline
