// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "base/result.h"
#include "base/task.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace plumbline {

/// What the user named, and where to look it up.
struct SshAddress
{
    QString host; ///< a name, or an alias of the configuration
    QString user; ///< empty: as configured
    quint16 port = 0; ///< 0: as configured
    QString configFile; ///< empty: ~/.ssh/config and the system's
    QString knownHostsFile; ///< empty: as configured
    QString proxyJump; ///< empty: as configured

    /// "[user@]host[:port]"
    QString text() const;
    /// Reads what text() wrote, IPv6 addresses in brackets included.
    static SshAddress fromText(const QString &text);
    friend bool operator==(const SshAddress &, const SshAddress &) = default;
};

/// What ssh_config(5) makes of an address.
struct SshConfig
{
    QString hostName;
    quint16 port = 22;
    QString user;
    QString hostKeyAlias;
    QList<QByteArray> hostKeyAlgorithms;
    QByteArray keyExchanges;
    QByteArray ciphers;
    QByteArray macs;
    QStringList knownHostsFiles; ///< the user's first, then the system's
    QString newHostsFile; ///< where an accepted key goes
    bool hashKnownHosts = false;
    bool refuseUnknownHosts = false; ///< StrictHostKeyChecking yes
    QStringList identityFiles;
    QStringList certificateFiles;
    bool identitiesOnly = false;
    QString agentSocket; ///< empty: no agent
    bool publicKey = true;
    bool keyboardInteractive = true;
    bool password = true;
    QString proxyJump; ///< "[user@]host[:port],…", outermost first
    QString proxyCommand; ///< with its tokens filled in
    std::chrono::milliseconds connectTimeout{15000};

    /// The name under which known_hosts files have the host.
    QByteArray knownHostsName() const;
};

/// Reads what "ssh -G" prints.
SshConfig parseSshConfig(QByteArrayView output, const SshAddress &address);

/// Asks "ssh -G". libssh has a parser of its own, but it knows neither HostKeyAlias nor "Match
/// final", gives no way to read IdentityAgent or ProxyJump back, and runs "Match exec" on the
/// calling thread. What the user's ssh does is what he expects of us.
Task<Result<SshConfig>> resolveSshConfig(SshAddress address, Deadline deadline);

} // namespace plumbline
