// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_config.h"

#include "support/await.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSshConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void whatSshPrints();
    void tokensAreFilledIn();
    void agentSockets();
    void nothingIsReadable();
    void aliasWithIncludeAndMatch();
    void brokenConfigurationSaysWhere();
    void hostThatLooksLikeAnOption();

private:
    static SshAddress at(const QString &host, const QString &configFile);
};

void TestSshConfig::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");

    QTest::newRow("host") << u"kvm-07"_s << QString() << u"kvm-07"_s << 0;
    QTest::newRow("user") << u"root@kvm-07"_s << u"root"_s << u"kvm-07"_s << 0;
    QTest::newRow("port") << u"root@kvm-07:2222"_s << u"root"_s << u"kvm-07"_s << 2222;
    QTest::newRow("two at") << u"ada@corp@kvm-07"_s << u"ada@corp"_s << u"kvm-07"_s << 0;
    QTest::newRow("IPv6") << u"fe80::1"_s << QString() << u"fe80::1"_s << 0;
    QTest::newRow("IPv6 and port") << u"[fe80::1]:22"_s << QString() << u"fe80::1"_s << 22;
}

void TestSshConfig::addresses()
{
    QFETCH(QString, text);
    const SshAddress address = SshAddress::fromText(text);
    QTEST(address.user, "user");
    QTEST(address.host, "host");
    QTEST(int(address.port), "port");
    QCOMPARE(address.text(), text);
    QCOMPARE(SshAddress::fromText(u"ssh://"_s + text), address);
}

void TestSshConfig::whatSshPrints()
{
    SshAddress address;
    address.host = u"alias"_s;
    const SshConfig config
        = parseSshConfig("host alias\n"
                         "user ada\n"
                         "hostname kvm-07.example\n"
                         "port 2222\n"
                         "hashknownhosts yes\n"
                         "identitiesonly yes\n"
                         "kbdinteractiveauthentication no\n"
                         "passwordauthentication yes\n"
                         "pubkeyauthentication true\n"
                         "stricthostkeychecking true\n"
                         "hostkeyalgorithms ssh-ed25519-cert-v01@openssh.com,ssh-ed25519\n"
                         "identityfile ~/.ssh/one\n"
                         "identityfile /keys/two\n"
                         "globalknownhostsfile /etc/ssh/ssh_known_hosts\n"
                         "userknownhostsfile ~/.ssh/a /b\n"
                         "proxyjump outer,middle\n"
                         "connecttimeout 7\n",
            address);
    QCOMPARE(config.hostName, u"kvm-07.example"_s);
    QCOMPARE(config.port, 2222);
    QCOMPARE(config.user, u"ada"_s);
    QVERIFY(config.hashKnownHosts && config.identitiesOnly && config.refuseUnknownHosts);
    QVERIFY(config.publicKey && config.password && !config.keyboardInteractive);
    QCOMPARE(config.hostKeyAlgorithms, QList<QByteArray>{"ssh-ed25519"});
    QCOMPARE(
        config.identityFiles, QStringList({QDir::homePath() + u"/.ssh/one"_s, u"/keys/two"_s}));
    QCOMPARE(config.knownHostsFiles,
        QStringList({QDir::homePath() + u"/.ssh/a"_s, u"/b"_s, u"/etc/ssh/ssh_known_hosts"_s}));
    QCOMPARE(config.newHostsFile, QDir::homePath() + u"/.ssh/a"_s);
    QCOMPARE(config.proxyJump, u"outer,middle"_s);
    QCOMPARE(config.connectTimeout, 7000ms);
    QCOMPARE(config.knownHostsName(), "[kvm-07.example]:2222");
}

void TestSshConfig::tokensAreFilledIn()
{
    qputenv("PLUMBLINE_TEST_FOLDER", "/somewhere");
    SshAddress address;
    address.host = u"alias"_s;
    const SshConfig config = parseSshConfig("user ada\nhostname kvm-07\nport 22\n"
                                            "identityfile ${PLUMBLINE_TEST_FOLDER}/%r@%h-%n-%%\n"
                                            "proxycommand nc -X connect %h %p\n",
        address);
    QCOMPARE(config.identityFiles, QStringList{u"/somewhere/ada@kvm-07-alias-%"_s});
    QCOMPARE(config.proxyCommand, u"nc -X connect kvm-07 22"_s);
}

void TestSshConfig::agentSockets()
{
    qputenv("SSH_AUTH_SOCK", "/run/agent");
    qputenv("OTHER_AGENT", "/run/other");
    QCOMPARE(parseSshConfig("port 22\n", {}).agentSocket, u"/run/agent"_s);
    QCOMPARE(parseSshConfig("identityagent SSH_AUTH_SOCK\n", {}).agentSocket, u"/run/agent"_s);
    QCOMPARE(parseSshConfig("identityagent $OTHER_AGENT\n", {}).agentSocket, u"/run/other"_s);
    QCOMPARE(parseSshConfig("identityagent none\n", {}).agentSocket, QString());
    QCOMPARE(parseSshConfig("identityagent ~/a\n", {}).agentSocket, QDir::homePath() + u"/a"_s);
    qunsetenv("SSH_AUTH_SOCK");
}

void TestSshConfig::nothingIsReadable()
{
    const SshConfig config = parseSshConfig({}, {});
    QVERIFY(config.hostName.isEmpty());
    QVERIFY(config.identityFiles.isEmpty());
    QVERIFY(config.proxyCommand.isEmpty());
}

SshAddress TestSshConfig::at(const QString &host, const QString &configFile)
{
    SshAddress address;
    address.host = host;
    address.configFile = configFile;
    return address;
}

static void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestSshConfig::aliasWithIncludeAndMatch()
{
    QTemporaryDir folder;
    const QString included = folder.filePath(u"included"_s);
    writeFile(included, "Match originalhost al* exec \"test %n = alias\"\n  HostKeyAlias stable\n");
    const QString file = folder.filePath(u"config"_s);
    writeFile(file,
        "Include " + included.toLocal8Bit()
            + "\nHost alias\n  HostName kvm-07.example\n  Port 2200\nMatch final all\n  User "
              "late\n");
    SshAddress address = at(u"alias"_s, file);
    const auto config = await(resolveSshConfig(address, deadlineIn(10s)));
    VERIFY_RESULT(config);
    QCOMPARE(config->hostName, u"kvm-07.example"_s);
    QCOMPARE(config->port, 2200);
    QCOMPARE(config->user, u"late"_s);
    QCOMPARE(config->knownHostsName(), "stable");
    address.user = u"ada"_s;
    address.port = 22;
    const auto own = await(resolveSshConfig(address, deadlineIn(10s)));
    VERIFY_RESULT(own);
    QCOMPARE(own->user, u"ada"_s);
    QCOMPARE(own->port, 22);
}

void TestSshConfig::brokenConfigurationSaysWhere()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"config"_s);
    writeFile(file, "Hots alias\n");
    const auto config = await(resolveSshConfig(at(u"alias"_s, file), deadlineIn(10s)));
    QVERIFY(!config);
    QVERIFY2(config.error().text().contains(u"line 1"_s), qPrintable(config.error().text()));
}

void TestSshConfig::hostThatLooksLikeAnOption()
{
    QTemporaryDir folder;
    const QString mark = folder.filePath(u"mark"_s);
    const auto config
        = await(resolveSshConfig(at(u"-oProxyCommand=touch "_s + mark, {}), deadlineIn(10s)));
    QVERIFY(!config);
    QVERIFY(!QFile::exists(mark));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSshConfig)
#include "tst_ssh_config.moc"
