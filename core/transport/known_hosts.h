// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace plumbline {

/// A line of a known_hosts file that speaks of the host we asked for. sshd(8), SSH_KNOWN_HOSTS FILE
/// FORMAT.
struct KnownHostKey
{
    enum class Marker { None, CertAuthority, Revoked };

    Marker marker = Marker::None;
    QByteArray type; ///< "ssh-ed25519"
    QByteArray blob; ///< the key itself, not in base64
    QString file;
    int line = 0; ///< from 1

    QString place() const { return file + u':' + QString::number(line); }
    friend bool operator==(const KnownHostKey &, const KnownHostKey &) = default;
};

/// A key that a host offers.
struct HostKey
{
    QByteArray type;
    QByteArray blob;

    static HostKey fromBlob(QByteArray blob);
};

enum class HostKeyStanding {
    Known,
    Unknown,
    Changed, ///< another key of the same type is known
    OtherTypeKnown, ///< only keys of other types are known
    Revoked,
};

/// How known_hosts names a host: "kvm-07", or "[kvm-07]:2222" away from port 22.
QByteArray knownHostsName(const QString &host, quint16 port);

/// The lines of `text` that speak of `name`, hashed names and patterns included.
QList<KnownHostKey> knownHostKeys(QByteArrayView text, const QString &file, const QByteArray &name);
/// The same from files, in order. Files that do not exist are empty; at most 16 MiB are read of
/// each.
QList<KnownHostKey> readKnownHosts(const QList<QString> &files, const QByteArray &name);

HostKeyStanding judgeHostKey(const QList<KnownHostKey> &known, const HostKey &offered);

/// "SHA256:" and the base64 of the digest, as ssh shows it.
QString hostKeyFingerprint(const QByteArray &blob);

/// A line for a known_hosts file. A hashed one does not tell the host's name.
QByteArray knownHostsLine(const QByteArray &name, const HostKey &key, bool hashed);
/// Appends to the file; makes it and its folder, for this user only, where they are missing.
Result<void> appendKnownHost(const QString &file, const QByteArray &line);

} // namespace plumbline
