// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_identity.h"

#include <QFile>

namespace plumbline {

static SshKey owned(ssh_key key)
{
    return key ? SshKey(key, ssh_key_free) : SshKey();
}

QByteArray SshIdentity::publicBlob() const
{
    char *base64 = nullptr;
    if (!publicKey || ssh_pki_export_pubkey_base64(publicKey.get(), &base64) != SSH_OK)
        return {};
    const QByteArray blob = QByteArray::fromBase64(base64);
    ssh_string_free_char(base64);
    return blob;
}

/// Says no, so that libssh does not ask on a terminal of its own accord.
static int noPassphrase(const char *, char *, size_t, int, int, void *)
{
    return -1;
}

SshIdentity loadIdentity(const QString &file, const QString &passphrase)
{
    SshIdentity identity;
    identity.file = file;
    QFile privateFile(file);
    // A key of another kind of file would only lead to a question for its passphrase.
    identity.exists = privateFile.open(QIODevice::ReadOnly)
        && privateFile.read(4096).contains("PRIVATE KEY-----");
    if (!identity.exists)
        return identity;
    const QByteArray path = QFile::encodeName(file);
    const QByteArray secret = passphrase.toUtf8();
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_file(path.constData(),
            secret.isEmpty() ? nullptr : secret.constData(), noPassphrase, nullptr, &key)
        == SSH_OK)
        identity.privateKey = owned(std::exchange(key, nullptr));
    if (ssh_pki_import_pubkey_file((path + ".pub").constData(), &key) == SSH_OK
        || ssh_pki_import_pubkey_file(path.constData(), &key) == SSH_OK
        || (identity.privateKey
            && ssh_pki_export_privkey_to_pubkey(identity.privateKey.get(), &key) == SSH_OK))
        identity.publicKey = owned(std::exchange(key, nullptr));
    identity.certificate = loadCertificate(file + QStringLiteral("-cert.pub"));
    return identity;
}

SshKey loadCertificate(const QString &file)
{
    ssh_key key = nullptr;
    ssh_pki_import_cert_file(QFile::encodeName(file).constData(), &key);
    return owned(key);
}

SshKey certified(const SshKey &privateKey, const SshKey &certificate)
{
    if (!privateKey || !certificate
        || ssh_key_cmp(privateKey.get(), certificate.get(), SSH_KEY_CMP_PUBLIC) != 0)
        return {};
    SshKey key = owned(ssh_key_dup(privateKey.get()));
    if (!key || ssh_pki_copy_cert_to_privkey(certificate.get(), key.get()) != SSH_OK)
        return {};
    return key;
}

} // namespace plumbline
