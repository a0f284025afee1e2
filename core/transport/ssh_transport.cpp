// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_transport.h"

#include "transport/crypto_thread.h"
#include "transport/known_hosts.h"
#include "transport/ssh_authentication.h"
#include "transport/ssh_channel.h"
#include "transport/ssh_host_key.h"
#include "transport/ssh_route.h"
#include "transport/ssh_session.h"

namespace plumbline {

using namespace std::chrono_literals;

static constexpr auto firstPause = 500ms;
static constexpr auto longestPause = 30000ms;
/// For "ssh -G", which may run commands ("Match exec") or resolve names.
static constexpr auto configLimit = 10s;

/// Somebody waits for the link. When the last one was cancelled, nobody needs the attempt any more.
class SshTransport::Interest
{
public:
    explicit Interest(SshTransport *transport) : m_transport(transport)
    {
        ++m_transport->m_interested;
    }
    Interest(const Interest &) = delete;
    Interest &operator=(const Interest &) = delete;
    ~Interest()
    {
        if (--m_transport->m_interested == 0 && !m_impatient) {
            QMetaObject::invokeMethod(
                m_transport, &SshTransport::giveUpAttempt, Qt::QueuedConnection);
        }
    }
    /// Waits no longer, but wants the attempt to go on.
    void leave() { m_impatient = true; }

private:
    SshTransport *m_transport;
    bool m_impatient = false;
};

SshTransport::SshTransport(SshAddress address, Prompter *prompter, QObject *parent, int jumps)
    : Transport(parent),
      m_address(std::move(address)),
      m_prompter(prompter),
      m_secrets(std::make_unique<SshSecrets>()),
      m_route(std::make_unique<SshRoute>(m_address, jumps, prompter))
{
}

SshTransport::~SshTransport()
{
    m_attempt.cancel();
}

void SshTransport::setState(LinkState state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT linkStateChanged(state);
}

void SshTransport::fail(Error error)
{
    m_error = std::move(error);
    m_pause = std::clamp<std::chrono::milliseconds>(m_pause * 2, firstPause, longestPause);
    m_pauseEnd = deadlineIn(m_pause);
    setState(LinkState::Down);
}

Task<Result<SshTransport::SessionPtr>> SshTransport::link(Wish wish, Deadline deadline)
{
    Interest interest(this);
    while (!m_session) {
        if (!m_attempt.isRunning() && wish == Wish::Use) {
            if (m_needsHuman || (!m_pauseEnd.hasExpired() && deadline < m_pauseEnd))
                co_return std::unexpected(m_error);
            if (!m_pauseEnd.hasExpired()) {
                co_await m_attemptEnded.next(m_pauseEnd);
                continue; // perhaps somebody else has tried meanwhile
            }
        }
        if (!m_attempt.isRunning())
            beginAttempt();
        if (!co_await m_attemptEnded.next(deadline)) {
            interest.leave();
            co_return failure(
                PHRASE("transport", "%1 is not connected yet: %2").arg(name()).arg(doing()));
        }
        if (!m_session)
            co_return std::unexpected(m_error);
    }
    co_return m_session;
}

Phrase SshTransport::doing() const
{
    return m_doing.isEmpty() ? m_route->doing() : m_doing;
}

void SshTransport::beginAttempt()
{
    m_attempt = establish();
    m_attempt.start([this] {
        QMetaObject::invokeMethod(this, &SshTransport::endAttempt, Qt::QueuedConnection);
    });
    setState(LinkState::Connecting);
}

void SshTransport::endAttempt()
{
    if (!m_attempt.isDone())
        return;
    auto session = m_attempt.takeResult();
    m_attempt = {};
    if (session) {
        m_session = std::move(*session);
        m_error = {};
        m_pause = 0ms;
        m_needsHuman = false;
        const SshSession *raw = m_session.get();
        connect(
            raw, &SshSession::broken, this, [this, raw] { sessionBroke(raw); },
            Qt::QueuedConnection);
        setState(LinkState::Up);
        if (raw->isBroken()) // between its last step and now, when nobody listened
            sessionBroke(raw);
    } else {
        fail(session.error());
    }
    m_attemptEnded.notify();
}

void SshTransport::giveUpAttempt()
{
    if (m_interested > 0 || !m_attempt.isRunning())
        return;
    m_attempt.cancel();
    m_error
        = {PHRASE("transport", "the attempt was given up when nobody waited for it any more"), {}};
    m_pauseEnd = deadlineIn(0ms);
    m_needsHuman = false; // the question was taken away before it was answered
    setState(LinkState::Down);
}

void SshTransport::sessionBroke(const SshSession *session)
{
    if (m_session.get() != session)
        return;
    const Error why = m_session->error();
    m_session.reset(); // its channels keep it until they are closed
    fail(why);
}

Task<Result<SshTransport::SessionPtr>> SshTransport::establish()
{
    m_needsHuman = false;
    m_doing = PHRASE("transport", "\"ssh -G\" has not told its configuration yet");
    auto config = co_await resolveSshConfig(m_address, deadlineIn(configLimit));
    if (!config)
        co_return std::unexpected(config.error());
    // The route may fail before there is a session to be told: its reason must not be lost then.
    struct Way
    {
        std::weak_ptr<SshSession> session;
        std::optional<Error> broken;
    };
    auto way = std::make_shared<Way>();
    m_doing = {};
    auto socket = co_await m_route->open(*config, config->connectTimeout, [way](Error why) {
        if (const auto open = way->session.lock())
            open->breakOff(std::move(why));
        else
            way->broken = std::move(why);
    });
    if (!socket) {
        m_needsHuman = m_route->needsHuman();
        co_return std::unexpected(socket.error());
    }
    m_doing = PHRASE("transport", "the list of known hosts has not been read yet");
    const auto known = co_await onCryptoThread(
        [files = config->knownHostsFiles, host = config->knownHostsName()] {
            return readKnownHosts(files, host);
        });
    config->hostKeyAlgorithms = preferKnownTypes(config->hostKeyAlgorithms, known);
    auto made = std::make_shared<SshSession>(std::move(*socket), *config);
    way->session = made;
    if (way->broken)
        co_return std::unexpected(*way->broken);
    m_doing = PHRASE("transport",
        "it took the connection and has not said enough yet. Is it overloaded or stopped, or is "
        "that not an SSH server?");
    const auto shaken = co_await made->shakeHands(deadlineIn(config->connectTimeout));
    if (!shaken)
        co_return std::unexpected(shaken.error());
    m_needsHuman = true;
    m_doing = PHRASE("transport", "the login has not ended yet");
    if (const auto checked = co_await checkHostKey(made, *config, known, m_prompter); !checked)
        co_return std::unexpected(checked.error());
    SshAuthentication authentication(made, *config, m_prompter, m_secrets.get());
    if (const auto done = co_await authentication.run(); !done) {
        // A link that broke meanwhile is not the human's fault.
        m_needsHuman = !made->isBroken();
        co_return std::unexpected(done.error());
    }
    made->keepAlive();
    co_return made;
}

Task<Result<void>> SshTransport::connectLink(Deadline deadline)
{
    const auto session = co_await link(Wish::Connect, deadline);
    if (!session)
        co_return std::unexpected(session.error());
    co_return Result<void>();
}

Task<Result<ChannelPtr>> SshTransport::exec(QByteArray command, Deadline deadline)
{
    const auto session = co_await link(Wish::Use, deadline);
    if (!session)
        co_return std::unexpected(session.error());
    auto channel = co_await SshChannel::exec(*session, std::move(command), deadline);
    if (!channel)
        co_return std::unexpected(channel.error());
    co_return ChannelPtr(std::move(*channel));
}

Task<Result<ChannelPtr>> SshTransport::openUnixSocket(QByteArray path, Deadline deadline)
{
    const auto session = co_await link(Wish::Use, deadline);
    if (!session)
        co_return std::unexpected(session.error());
    auto channel = co_await SshChannel::openUnixSocket(*session, std::move(path), deadline);
    if (!channel)
        co_return std::unexpected(channel.error());
    co_return ChannelPtr(std::move(*channel));
}

Task<Result<std::unique_ptr<SshChannel>>> SshTransport::openTcp(
    QString host, quint16 port, Deadline deadline)
{
    const auto session = co_await link(Wish::Use, deadline);
    if (!session)
        co_return std::unexpected(session.error());
    co_return co_await SshChannel::openTcp(*session, host.toUtf8(), port, deadline);
}

} // namespace plumbline
