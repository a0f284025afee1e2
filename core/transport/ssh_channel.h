// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel.h"
#include "transport/ssh_session.h"

namespace plumbline {

/// A channel of an SSH session: a command, a unix socket or a TCP connection of the host.
/// Destroying it asks the server to end the command (SIGTERM) and closes it. It must outlive its
/// reads.
class SshChannel final : public Channel
{
public:
    using Opened = Result<std::unique_ptr<SshChannel>>;

    static Task<Opened> exec(
        std::shared_ptr<SshSession> session, QByteArray command, Deadline deadline);
    static Task<Opened> openUnixSocket(
        std::shared_ptr<SshSession> session, QByteArray path, Deadline deadline);
    static Task<Opened> openTcp(
        std::shared_ptr<SshSession> session, QByteArray host, quint16 port, Deadline deadline);
    ~SshChannel() override;

    Result<void> write(QByteArray bytes) override;
    void closeWrite() override;
    Task<Result<Chunk>> read(Deadline deadline) override;
    std::optional<int> exitCode() const override { return m_exitCode; }

    /// Waits until the far side has taken all but `most` of what was written.
    Task<bool> taken(qsizetype most, Deadline deadline);

private:
    using Open = std::function<int(ssh_channel)>;
    static Task<Opened> open(std::shared_ptr<SshSession> session, Open open, Deadline deadline);
    static Task<Opened> openSession(std::shared_ptr<SshSession> session, Deadline deadline);
    SshChannel(std::shared_ptr<SshSession> session, ssh_channel channel);

    void flush();
    void take(bool errors, QByteArray &into, qsizetype room);
    bool hasEnded();

    std::shared_ptr<SshSession> m_session;
    ssh_channel m_channel;
    std::list<SshSession::Writer>::iterator m_writer;
    QByteArray m_queue;
    bool m_closing = false;
    bool m_isCommand = false;
    std::optional<int> m_exitCode;
};

} // namespace plumbline
