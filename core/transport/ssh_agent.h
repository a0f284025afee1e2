// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "base/result.h"
#include "base/task.h"
#include "transport/file_descriptor.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <libssh/libssh.h>

namespace plumbline {

/// A key that the agent holds.
struct AgentIdentity
{
    QByteArray blob;
    QString comment;
};

/// Speaks to an ssh-agent (draft-miller-ssh-agent) without blocking: an agent may ask its human
/// before it signs.
class SshAgent
{
public:
    explicit SshAgent(QString socketPath) : m_path(std::move(socketPath)) { }

    Task<Result<QList<AgentIdentity>>> identities(Deadline deadline);
    /// The answer to one message; both without the length in front.
    Task<Result<QByteArray>> ask(QByteArray message, Deadline deadline);

private:
    QString m_path;
};

/// Takes the agent's seat before libssh, which talks to agents only by blocking. What it will ask
/// is known: the list of keys, then one signature. So both answers lie in the socket before it
/// asks. The signature is first answered with a refusal, only to learn what is to be signed; the
/// same data is signed again the second time.
class AgentSeat
{
public:
    explicit AgentSeat(ssh_session session);

    /// To be called before each attempt with ssh_userauth_agent().
    void prepare(const AgentIdentity &identity, const QByteArray &signature);
    /// The message that asked for a signature since prepare(); empty when none was asked for.
    QByteArray signRequest();

    static QByteArray refusal();

private:
    FileDescriptor m_end;
    int m_libsshEnd = -1; ///< owned by libssh
};

} // namespace plumbline
