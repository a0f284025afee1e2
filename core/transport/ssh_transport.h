// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"
#include "transport/prompter.h"
#include "transport/ssh_config.h"
#include "transport/transport.h"

namespace plumbline {

class SshChannel;
class SshRoute;
class SshSession;
struct SshSecrets;

/// A host by SSH: one connection, up to 8 channels side by side; more wait for a place.
///
/// A link that has failed is tried again when it is used, after 0.5 s at first and 30 s at last.
/// One that failed for a reason that only the human can change (a key, a password, an unknown host)
/// is tried again by connectLink() alone, which does not wait either: it is the human's own wish.
///
/// An attempt outlives the deadlines of those who wait for it, because the human may be typing. It
/// ends when all who wait were cancelled.
class SshTransport final : public Transport
{
    Q_OBJECT

public:
    /// `prompter` outlives the transport. `jumps` counts the hosts that lead through this one.
    SshTransport(SshAddress address, Prompter *prompter, QObject *parent = nullptr, int jumps = 0);
    ~SshTransport() override;

    QString name() const override { return m_address.text(); }
    LinkState linkState() const override { return m_state; }
    Phrase linkError() const override { return m_error.what; }
    bool linkNeedsHuman() const override { return m_state == LinkState::Down && m_needsHuman; }

    /// What the attempt under way waits for.
    Phrase doing() const;

    Task<Result<void>> connectLink(Deadline deadline) override;
    Task<Result<ChannelPtr>> exec(QByteArray command, Deadline deadline) override;
    Task<Result<ChannelPtr>> openUnixSocket(QByteArray path, Deadline deadline) override;
    /// A TCP connection that the host makes for us.
    Task<Result<std::unique_ptr<SshChannel>>> openTcp(
        QString host, quint16 port, Deadline deadline);

private:
    using SessionPtr = std::shared_ptr<SshSession>;
    enum class Wish { Use, Connect };
    class Interest;

    Task<Result<SessionPtr>> link(Wish wish, Deadline deadline);
    void beginAttempt();
    void endAttempt();
    void giveUpAttempt();
    Task<Result<SessionPtr>> establish();
    void sessionBroke(const SshSession *session);
    void fail(Error error);
    void setState(LinkState state);

    SshAddress m_address;
    Prompter *m_prompter;
    LinkState m_state = LinkState::Down;
    Error m_error;
    Phrase m_doing; ///< empty while the route is under way
    bool m_needsHuman = false;
    std::chrono::milliseconds m_pause{0};
    Deadline m_pauseEnd;
    int m_interested = 0;
    Pulse m_attemptEnded;
    std::unique_ptr<SshSecrets> m_secrets;
    std::unique_ptr<SshRoute> m_route;
    SessionPtr m_session;
    Task<Result<SessionPtr>> m_attempt;
};

} // namespace plumbline
