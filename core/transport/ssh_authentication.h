// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "transport/prompter.h"
#include "transport/ssh_agent.h"
#include "transport/ssh_config.h"
#include "transport/ssh_identity.h"
#include "transport/ssh_session.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace plumbline {

/// What the human has typed once, kept in memory for when the link has to be made anew.
struct SshSecrets
{
    QHash<QString, SshIdentity> unlocked; ///< by file
    QString password;
};

/// Proves to the host who we are, in the order of ssh: none, keys of the agent, identity files,
/// keyboard-interactive, password. Every way is tried at most three times.
class SshAuthentication
{
public:
    SshAuthentication(std::shared_ptr<SshSession> session, const SshConfig &config,
        Prompter *prompter, SshSecrets *secrets);

    /// Fails with what was tried and what the host accepts.
    Task<Result<void>> run();

private:
    enum class Answer { Accepted, MoreNeeded, Refused, Broken, Declined };

    static Answer meaningOf(int code);
    Task<Answer> call(std::function<int()> step);
    Task<Answer> keys();
    Task<Answer> agentKey(AgentSeat *seat, AgentIdentity identity);
    Task<Answer> identityFile(SshIdentity identity);
    Task<Answer> privateKey(SshIdentity identity);
    Task<Answer> unlock(SshIdentity *identity);
    Task<Answer> keyboardInteractive();
    Task<Answer> interactiveRound(bool *asked);
    Task<Answer> password();

    Task<void> loadIdentities();
    Task<std::optional<QString>> askPassword(QString prompt, bool echo);
    bool accepts(int method) const;
    QString who() const;
    Error exhausted(Answer last) const;

    std::shared_ptr<SshSession> m_session;
    SshConfig m_config;
    Prompter *m_prompter;
    SshSecrets *m_secrets;
    QList<SshIdentity> m_identities;
    QList<AgentIdentity> m_agentKeys;
    QSet<QByteArray> m_offered;
    QList<Phrase> m_tried;
};

} // namespace plumbline
