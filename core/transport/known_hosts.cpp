// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/known_hosts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

namespace plumbline {

static constexpr qint64 mostBytes = 16 * 1024 * 1024;

HostKey HostKey::fromBlob(QByteArray blob)
{
    HostKey key;
    if (blob.size() >= 4) {
        const auto length = qFromBigEndian<quint32>(blob.constData());
        if (length <= size_t(blob.size()) - 4)
            key.type = blob.sliced(4, qsizetype(length));
    }
    key.blob = std::move(blob);
    return key;
}

QByteArray knownHostsName(const QString &host, quint16 port)
{
    const QByteArray name = host.toLower().toUtf8();
    return port == 22 ? name : '[' + name + "]:" + QByteArray::number(port);
}

/// ssh's patterns: "*" is any run of characters, "?" any one of them.
static bool matchesPattern(QByteArrayView name, QByteArrayView pattern)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype starAt = -1;
    qsizetype starIn = -1;
    while (at < name.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            starAt = at;
            starIn = ++in;
        } else if (in < pattern.size() && (pattern[in] == '?' || pattern[in] == name[at])) {
            ++at;
            ++in;
        } else if (starIn >= 0) {
            at = ++starAt;
            in = starIn;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == '*')
        ++in;
    return in == pattern.size();
}

static QByteArray hashedName(const QByteArray &name, const QByteArray &salt)
{
    return QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
}

/// "|1|salt|hash", or patterns with commas between of which none negated ("!") may match.
static bool speaksOf(const QByteArray &names, const QByteArray &name)
{
    if (names.startsWith("|1|")) {
        const QList<QByteArray> parts = names.split('|');
        return parts.size() == 4
            && hashedName(name, QByteArray::fromBase64(parts.at(2)))
            == QByteArray::fromBase64(parts.at(3));
    }
    bool matched = false;
    for (const QByteArray &word : names.split(',')) {
        const QByteArray pattern = word.toLower();
        if (pattern.startsWith('!')) {
            if (matchesPattern(name, QByteArrayView(pattern).sliced(1)))
                return false;
        } else if (matchesPattern(name, pattern)) {
            matched = true;
        }
    }
    return matched;
}

QList<KnownHostKey> knownHostKeys(QByteArrayView text, const QString &file, const QByteArray &name)
{
    QList<KnownHostKey> keys;
    int number = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf('\n', at);
        if (end < 0)
            end = text.size();
        const QByteArray line = text.sliced(at, end - at).toByteArray().simplified();
        at = end + 1;
        ++number;
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        QList<QByteArray> words = line.split(' ');
        KnownHostKey key;
        key.file = file;
        key.line = number;
        if (words.first().startsWith('@')) {
            const QByteArray marker = words.takeFirst();
            if (marker == "@revoked")
                key.marker = KnownHostKey::Marker::Revoked;
            else if (marker == "@cert-authority")
                key.marker = KnownHostKey::Marker::CertAuthority;
            else
                continue;
        }
        if (words.size() < 3 || !speaksOf(words.at(0), name))
            continue;
        key.type = words.at(1);
        key.blob = QByteArray::fromBase64(words.at(2));
        if (HostKey::fromBlob(key.blob).type
            == key.type) // else a line of the old protocol, or torn
            keys.append(key);
    }
    return keys;
}

QList<KnownHostKey> readKnownHosts(const QList<QString> &files, const QByteArray &name)
{
    QList<KnownHostKey> keys;
    for (const QString &path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            keys += knownHostKeys(file.read(mostBytes), path, name);
    }
    return keys;
}

HostKeyStanding judgeHostKey(const QList<KnownHostKey> &known, const HostKey &offered)
{
    HostKeyStanding standing = HostKeyStanding::Unknown;
    bool matches = false;
    for (const KnownHostKey &key : known) {
        const bool same = key.blob == offered.blob;
        if (key.marker == KnownHostKey::Marker::Revoked) {
            if (same)
                return HostKeyStanding::Revoked;
        } else if (key.marker == KnownHostKey::Marker::None) {
            matches = matches || same;
            if (key.type == offered.type)
                standing = HostKeyStanding::Changed;
            else if (standing == HostKeyStanding::Unknown)
                standing = HostKeyStanding::OtherTypeKnown;
        }
    }
    return matches ? HostKeyStanding::Known : standing;
}

QString hostKeyFingerprint(const QByteArray &blob)
{
    const QByteArray digest = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:")
        + QString::fromLatin1(digest.toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray knownHostsLine(const QByteArray &name, const HostKey &key, bool hashed)
{
    QByteArray shown = name;
    if (hashed) {
        quint32 random[5]; // 20 bytes, the size of the hash
        QRandomGenerator::system()->fillRange(random);
        const QByteArray salt(reinterpret_cast<const char *>(random), sizeof(random));
        shown = "|1|" + salt.toBase64() + '|' + hashedName(name, salt).toBase64();
    }
    return shown + ' ' + key.type + ' ' + key.blob.toBase64() + '\n';
}

Result<void> appendKnownHost(const QString &path, const QByteArray &line)
{
    const QString folder = QFileInfo(path).absolutePath();
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!QFileInfo::exists(folder))
        QDir().mkdir(folder, ownerOnly | QFile::ExeOwner);
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite, ownerOnly)
        || !file.seek(std::max<qint64>(0, file.size() - 1)))
        return failure(
            PHRASE("transport", "The host's key could not be saved: %1").arg(file.errorString()),
            path);
    QByteArray bytes = line;
    if (const QByteArray last = file.read(1); !last.isEmpty() && last != "\n")
        bytes.prepend('\n');
    if (!file.seek(file.size()) || file.write(bytes) != bytes.size() || !file.flush())
        return failure(
            PHRASE("transport", "The host's key could not be saved: %1").arg(file.errorString()),
            path);
    return {};
}

} // namespace plumbline
