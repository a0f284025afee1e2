// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/known_hosts.h"

#include "transport/ssh_host_key.h"

#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

class TestKnownHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void hashedName();
    void markers();
    void brokenLinesAreSkipped();
    void everyPrefixIsReadable();
    void standings();
    void fingerprintIsThatOfSshKeygen();
    void appendedToAFileWithoutEndOfLine();
    void folderIsMadeForTheUserAlone();
    void knownTypesComeFirst();
};

/// A key blob of a type; `fill` makes it another key.
static QByteArray blob(const QByteArray &type, char fill)
{
    return QByteArray("\0\0\0", 3) + char(type.size()) + type + QByteArray(32, fill);
}

static HostKey key(const QByteArray &type, char fill)
{
    return HostKey::fromBlob(blob(type, fill));
}

static QByteArray line(const QByteArray &names, const HostKey &key)
{
    return names + ' ' + key.type + ' ' + key.blob.toBase64() + '\n';
}

void TestKnownHosts::names_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("matches");

    QTest::newRow("same") << QByteArray("kvm-07") << QByteArray("kvm-07") << true;
    QTest::newRow("other") << QByteArray("kvm-07") << QByteArray("kvm-08") << false;
    QTest::newRow("longer") << QByteArray("kvm-07") << QByteArray("kvm-071") << false;
    QTest::newRow("upper case") << QByteArray("KVM-07") << QByteArray("kvm-07") << true;
    QTest::newRow("list") << QByteArray("a,kvm-07,10.0.0.7") << QByteArray("10.0.0.7") << true;
    QTest::newRow("port") << QByteArray("[kvm-07]:2222") << QByteArray("[kvm-07]:2222") << true;
    QTest::newRow("no port") << QByteArray("kvm-07") << QByteArray("[kvm-07]:2222") << false;
    QTest::newRow("star") << QByteArray("*.example") << QByteArray("a.b.example") << true;
    QTest::newRow("star in the middle") << QByteArray("k*-*7") << QByteArray("kvm-0-17") << true;
    QTest::newRow("star is not all") << QByteArray("k*-*8") << QByteArray("kvm-0-17") << false;
    QTest::newRow("question mark") << QByteArray("kvm-0?") << QByteArray("kvm-07") << true;
    QTest::newRow("question mark needs one")
        << QByteArray("kvm-07?") << QByteArray("kvm-07") << false;
    QTest::newRow("negated") << QByteArray("*,!kvm-07") << QByteArray("kvm-07") << false;
    QTest::newRow("another negated") << QByteArray("*,!kvm-07") << QByteArray("kvm-08") << true;
}

void TestKnownHosts::names()
{
    QFETCH(QByteArray, names);
    QFETCH(QByteArray, name);
    QFETCH(bool, matches);
    const HostKey known = key("ssh-ed25519", 'a');
    const auto keys = knownHostKeys("# comment\n\n" + line(names, known), u"file"_s, name);
    QCOMPARE(keys.size(), matches ? 1 : 0);
    if (matches) {
        QCOMPARE(keys.first().type, "ssh-ed25519");
        QCOMPARE(keys.first().blob, known.blob);
        QCOMPARE(keys.first().place(), u"file:3"_s);
    }
}

void TestKnownHosts::hashedName()
{
    // Made by "ssh-keygen -H" for the name "kvm-07".
    const QByteArray hashed = "|1|g6UdB2s9F6XA1xyfEnhIgJyPJ+I=|Ew3b8B63HJWoRAjPLGysgR9rcmM=";
    const QByteArray text = line(hashed, key("ssh-ed25519", 'a'));
    QCOMPARE(knownHostKeys(text, {}, "kvm-07").size(), 1);
    QCOMPARE(knownHostKeys(text, {}, "kvm-08").size(), 0);
    // And what we write ourselves can be read again.
    const QByteArray own = knownHostsLine("[kvm-07]:2222", key("ssh-ed25519", 'a'), true);
    QVERIFY(own.startsWith("|1|"));
    QCOMPARE(knownHostKeys(own, {}, "[kvm-07]:2222").size(), 1);
    QCOMPARE(knownHostKeys(own, {}, "kvm-07").size(), 0);
}

void TestKnownHosts::markers()
{
    const QByteArray text = "@revoked " + line("*", key("ssh-ed25519", 'r')) + "@cert-authority "
        + line("*", key("ssh-ed25519", 'c')) + "@unheard-of " + line("*", key("ssh-ed25519", 'u'));
    const auto keys = knownHostKeys(text, {}, "kvm-07");
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys.at(0).marker, KnownHostKey::Marker::Revoked);
    QCOMPARE(keys.at(1).marker, KnownHostKey::Marker::CertAuthority);
}

void TestKnownHosts::brokenLinesAreSkipped()
{
    const QByteArray good = line("kvm-07", key("ssh-ed25519", 'a'));
    const QByteArray text = "kvm-07\nkvm-07 ssh-ed25519\nkvm-07 ssh-ed25519 !!!\n"
                            "kvm-07 ssh-rsa "
        + blob("ssh-ed25519", 'a').toBase64()
        + "\n"
          "kvm-07 ssh-ed25519 /////w==\n@revoked\n|1|x kvm ssh\n"
        + good;
    const auto keys = knownHostKeys(text, {}, "kvm-07");
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys.first().line, 8);
}

void TestKnownHosts::everyPrefixIsReadable()
{
    const QByteArray text = "@revoked " + line("kvm-*,!x", key("ssh-ed25519", 'a'))
        + knownHostsLine("kvm-07", key("ssh-rsa", 'b'), true);
    for (qsizetype length = 0; length <= text.size(); ++length)
        QVERIFY(knownHostKeys(text.first(length), {}, "kvm-07").size() <= 2);
}

void TestKnownHosts::standings()
{
    const HostKey offered = key("ssh-ed25519", 'a');
    const QByteArray name = "kvm-07";
    const auto judge = [&](const QByteArray &text) {
        return judgeHostKey(knownHostKeys(text, {}, name), offered);
    };
    const QByteArray same = line(name, offered);
    const QByteArray other = line(name, key("ssh-ed25519", 'b'));
    const QByteArray otherType = line(name, key("ssh-rsa", 'a'));
    QCOMPARE(judge({}), HostKeyStanding::Unknown);
    QCOMPARE(judge(same), HostKeyStanding::Known);
    QCOMPARE(judge(other), HostKeyStanding::Changed);
    QCOMPARE(judge(other + same), HostKeyStanding::Known);
    QCOMPARE(judge(otherType), HostKeyStanding::OtherTypeKnown);
    QCOMPARE(judge(otherType + other), HostKeyStanding::Changed);
    QCOMPARE(judge(otherType + same), HostKeyStanding::Known);
    QCOMPARE(judge(same + "@revoked " + same), HostKeyStanding::Revoked);
    QCOMPARE(judge("@revoked " + other), HostKeyStanding::Unknown);
    QCOMPARE(judge("@cert-authority " + same), HostKeyStanding::Unknown);
}

void TestKnownHosts::fingerprintIsThatOfSshKeygen()
{
    // ssh-keygen -lf of the same key.
    const QByteArray base64
        = "AAAAC3NzaC1lZDI1NTE5AAAAILG2ZeOa0W/zuA+NOIaeN/oA1/0KRE1SErmNt+7bWZJi";
    QCOMPARE(hostKeyFingerprint(QByteArray::fromBase64(base64)),
        u"SHA256:DRAXUPCubOqsf+YTYCaABAF7dzZHIw2XO1NnWK2SkUk"_s);
}

void TestKnownHosts::appendedToAFileWithoutEndOfLine()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"known_hosts"_s);
    QVERIFY(appendKnownHost(path, "one\n"));
    QVERIFY(appendKnownHost(path, "two"));
    QVERIFY(appendKnownHost(path, "three\n"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "one\ntwo\nthree\n");
    QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
}

void TestKnownHosts::folderIsMadeForTheUserAlone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u".ssh/known_hosts"_s);
    QVERIFY(appendKnownHost(path, "one\n"));
    const auto permissions = QFile::permissions(folder.filePath(u".ssh"_s));
    QCOMPARE(permissions & (QFile::ReadOther | QFile::ExeGroup), QFile::Permissions());
    QVERIFY(!appendKnownHost(u"/proc/nowhere/known_hosts"_s, "one\n"));
}

void TestKnownHosts::knownTypesComeFirst()
{
    const QList<QByteArray> algorithms{
        "ssh-ed25519", "ecdsa-sha2-nistp256", "rsa-sha2-512", "rsa-sha2-256"};
    const auto rsa = knownHostKeys(line("kvm-07", key("ssh-rsa", 'a')), {}, "kvm-07");
    QCOMPARE(preferKnownTypes(algorithms, rsa),
        QList<QByteArray>({"rsa-sha2-512", "rsa-sha2-256", "ssh-ed25519", "ecdsa-sha2-nistp256"}));
    QCOMPARE(preferKnownTypes(algorithms, {}), algorithms);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestKnownHosts)
#include "tst_known_hosts.moc"
