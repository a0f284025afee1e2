// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <libssh/libssh.h>

#include <memory>

namespace plumbline {

using SshKey = std::shared_ptr<ssh_key_struct>;

/// What an identity file holds, as far as it can be read.
struct SshIdentity
{
    QString file;
    bool exists = false;
    SshKey publicKey; ///< from file.pub, or from the file itself
    SshKey privateKey; ///< null while a passphrase is missing
    SshKey certificate; ///< from file-cert.pub or as configured

    /// The public key as it goes over the wire.
    QByteArray publicBlob() const;
};

/// Reads the files; decrypting takes its time by design. For a worker.
SshIdentity loadIdentity(const QString &file, const QString &passphrase = {});
SshKey loadCertificate(const QString &file);

/// The private key with its certificate, when that belongs to it.
SshKey certified(const SshKey &privateKey, const SshKey &certificate);

} // namespace plumbline
