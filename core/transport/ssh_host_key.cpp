// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_host_key.h"

#include <algorithm>

namespace plumbline {

/// The type of the key that an algorithm signs with.
static QByteArray keyType(const QByteArray &algorithm)
{
    return algorithm.startsWith("rsa-sha2-") ? QByteArray("ssh-rsa") : algorithm;
}

QList<QByteArray> preferKnownTypes(QList<QByteArray> algorithms, const QList<KnownHostKey> &known)
{
    std::ranges::stable_partition(algorithms, [&known](const QByteArray &algorithm) {
        return std::ranges::any_of(known, [&algorithm](const KnownHostKey &key) {
            return key.marker == KnownHostKey::Marker::None && key.type == keyType(algorithm);
        });
    });
    return algorithms;
}

static HostKey offeredKey(ssh_session session)
{
    ssh_key key = nullptr;
    char *base64 = nullptr;
    QByteArray blob;
    if (ssh_get_server_publickey(session, &key) == SSH_OK
        && ssh_pki_export_pubkey_base64(key, &base64) == SSH_OK)
        blob = QByteArray::fromBase64(base64);
    ssh_string_free_char(base64);
    ssh_key_free(key);
    return HostKey::fromBlob(blob);
}

/// "SHA256:… (ED25519 at /home/ada/.ssh/known_hosts:7)" of each, with commas between.
static QString knownOnes(const QList<KnownHostKey> &known, const QByteArray &onlyType)
{
    QStringList list;
    for (const KnownHostKey &key : known) {
        if (key.marker == KnownHostKey::Marker::None
            && (onlyType.isEmpty() || key.type == onlyType)) {
            list.append(hostKeyFingerprint(key.blob) + QLatin1String(" (")
                + QString::fromLatin1(key.type) + QLatin1String(", ") + key.place() + u')');
        }
    }
    return list.join(QStringLiteral(", "));
}

static Error refusal(HostKeyStanding standing, const SshConfig &config, const HostKey &offered,
    const QList<KnownHostKey> &known)
{
    const QString host = QString::fromUtf8(config.knownHostsName());
    const QString type = QString::fromLatin1(offered.type);
    const QString fingerprint = hostKeyFingerprint(offered.blob);
    if (standing == HostKeyStanding::Revoked) {
        return {PHRASE("transport", "The key of %1 is marked as revoked: %2 (%3)")
                    .arg(host)
                    .arg(fingerprint)
                    .arg(type),
            {}};
    }
    const bool changed = standing == HostKeyStanding::Changed;
    const Phrase advice = PHRASE("transport",
        "If the host was installed anew, remove the old key with: ssh-keygen -R \"%1\". If not, "
        "somebody may stand between.")
                              .arg(host);
    const Phrase what = changed
        ? PHRASE("transport", "The key of %1 has changed. It offers %2 (%3); known is %4. %5")
        : PHRASE("transport",
              "%1 offers a key of another type than those known: %2 (%3); known is %4. %5");
    return {what.arg(host)
                .arg(fingerprint)
                .arg(type)
                .arg(knownOnes(known, changed ? offered.type : QByteArray()))
                .arg(advice),
        {}};
}

static Prompter::ChangedHostKey change(
    const QByteArray &host, const HostKey &offered, const QList<KnownHostKey> &known)
{
    QStringList before;
    for (const KnownHostKey &key : known) {
        if (key.marker == KnownHostKey::Marker::None && key.type == offered.type)
            before.append(hostKeyFingerprint(key.blob));
    }
    return {QString::fromUtf8(host), before.join(QStringLiteral(", ")),
        hostKeyFingerprint(offered.blob)};
}

Task<Result<void>> checkHostKey(std::shared_ptr<SshSession> session, SshConfig config,
    QList<KnownHostKey> known, Prompter *prompter)
{
    const HostKey offered = offeredKey(session->raw());
    const QByteArray name = config.knownHostsName();
    if (offered.type.isEmpty())
        co_return failure(PHRASE("transport", "The host offers no key that can be checked"));
    const HostKeyStanding standing = judgeHostKey(known, offered);
    if (standing == HostKeyStanding::Known)
        co_return Result<void>();
    if (standing == HostKeyStanding::Changed)
        prompter->tellChangedHostKey(change(name, offered, known));
    if (standing != HostKeyStanding::Unknown)
        co_return std::unexpected(refusal(standing, config, offered, known));

    Prompter::HostKeyQuestion question{QString::fromUtf8(name), QString::fromLatin1(offered.type),
        hostKeyFingerprint(offered.blob)};
    if (config.refuseUnknownHosts) {
        co_return failure(PHRASE("transport",
            "The key of %1 is not known, and StrictHostKeyChecking forbids to ask: %2 (%3). Add it "
            "with ssh-keyscan once you have checked it.")
                .arg(question.host)
                .arg(question.fingerprint)
                .arg(question.keyType));
    }
    if (!co_await prompter->acceptHostKey(question)) {
        co_return failure(
            PHRASE("transport", "The key of %1 is not known and was not accepted: %2 (%3)")
                .arg(question.host)
                .arg(question.fingerprint)
                .arg(question.keyType));
    }
    if (config.newHostsFile.isEmpty())
        co_return Result<void>();
    co_return appendKnownHost(
        config.newHostsFile, knownHostsLine(name, offered, config.hashKnownHosts));
}

} // namespace plumbline
