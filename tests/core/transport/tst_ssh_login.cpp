// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_transport.h"

#include "support/await.h"
#include "support/run_command.h"
#include "support/scripted_prompter.h"
#include "support/test_sshd.h"
#include "support/verify.h"

#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using LinkState = Transport::LinkState;

/// How a human is let in: keys, agents, passwords.
class TestSshLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void keyWithPassphrase();
    void passphraseIsAskedOnceForReconnects();
    void wrongPassphraseThreeTimes();
    void unwantedKeyIsNotUnlocked();
    void agentKey();
    void agentThatDoesNotAnswer();
    void password();
    void wrongPasswordThreeTimes();
    void keyboardInteractive();
    void nothingWorksSaysWhatWasTried();

private:
    QString encryptedKey(const QByteArray &name);

    TestSshd m_sshd;
    ScriptedPrompter m_prompter;
};

void TestSshLogin::initTestCase()
{
    REQUIRE_HERE(!TestSshd::program().isEmpty(), "no sshd is installed");
    QVERIFY(m_sshd.start());
}

void TestSshLogin::init()
{
    m_prompter = {};
    QFile::remove(m_sshd.knownHosts());
    m_sshd.makeKnown();
}

QString TestSshLogin::encryptedKey(const QByteArray &name)
{
    const QString file = QString::fromLatin1(name);
    m_sshd.makeKey(file, u"open sesame"_s);
    m_sshd.authorize(file + u".pub"_s);
    return m_sshd.path(file);
}

void TestSshLogin::keyWithPassphrase()
{
    const QString key = encryptedKey("locked_key");
    m_prompter.secrets = {u"wrong"_s, u"open sesame"_s};
    SshTransport host(m_sshd.address("  IdentityFile " + key.toLocal8Bit() + '\n'), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(10s))));
    QCOMPARE(m_prompter.secretQuestions.size(), 2);
    QCOMPARE(m_prompter.secretQuestions.first().title, key);
    QVERIFY(!m_prompter.secretQuestions.first().echo);
}

void TestSshLogin::passphraseIsAskedOnceForReconnects()
{
    const QString key = encryptedKey("locked_key_2");
    m_prompter.secrets = {u"open sesame"_s};
    SshTransport host(m_sshd.address("  IdentityFile " + key.toLocal8Bit() + '\n'), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(10s))));
    m_sshd.stop();
    QTRY_COMPARE_WITH_TIMEOUT(host.linkState(), LinkState::Down, linkLossNoticed);
    QVERIFY(m_sshd.start());
    VERIFY_RESULT(await(runCommand(&host, "true")));
    QCOMPARE(m_prompter.secretQuestions.size(), 1);
}

void TestSshLogin::wrongPassphraseThreeTimes()
{
    const QString key = encryptedKey("locked_key_3");
    m_prompter.secrets = {u"a"_s, u"b"_s, u"c"_s, u"open sesame"_s};
    // The client's own key comes after it and lets us in all the same.
    SshTransport host(m_sshd.address("  IdentityFile " + key.toLocal8Bit() + '\n'), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(10s))));
    QCOMPARE(m_prompter.secretQuestions.size(), 3);
}

void TestSshLogin::unwantedKeyIsNotUnlocked()
{
    m_sshd.makeKey(u"foreign_key"_s, u"open sesame"_s);
    const QByteArray key = m_sshd.path(u"foreign_key"_s).toLocal8Bit();
    SshTransport host(m_sshd.address("  IdentityFile " + key + '\n'), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(10s))));
    QCOMPARE(m_prompter.secretQuestions.size(), 0);
}

void TestSshLogin::agentKey()
{
    m_sshd.makeKey(u"first_key"_s); // not authorized: the host refuses it
    m_sshd.makeKey(u"agent_key"_s);
    m_sshd.authorize(u"agent_key.pub"_s);
    const QString socket = m_sshd.path(u"agent"_s);
    QProcess agent;
    agent.setStandardOutputFile(QProcess::nullDevice());
    agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
    QTRY_VERIFY(QFile::exists(socket));
    qputenv("SSH_AUTH_SOCK", socket.toLocal8Bit());
    for (const QString &key : {u"first_key"_s, u"agent_key"_s}) {
        QVERIFY(runTool(u"ssh-add"_s, {u"-q"_s, m_sshd.path(key)}));
        QFile::remove(m_sshd.path(key));
    }
    qunsetenv("SSH_AUTH_SOCK");
    m_sshd.setConfig("Host lab\n  HostName 127.0.0.1\n  Port " + QByteArray::number(m_sshd.port())
        + "\n  IdentityFile none\n  IdentityAgent " + socket.toLocal8Bit()
        + "\n  UserKnownHostsFile " + m_sshd.knownHosts().toLocal8Bit() + "\n");
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(10s))));
    QCOMPARE(m_prompter.secretQuestions.size(), 0);
    const auto answer = await(runCommand(&host, "echo in"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "in\n");
    agent.kill();
    agent.waitForFinished();
}

void TestSshLogin::agentThatDoesNotAnswer()
{
    const QByteArray socket = m_sshd.path(u"no_agent"_s).toLocal8Bit();
    SshTransport host(m_sshd.address("  IdentityAgent " + socket + '\n'), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(10s))));
}

void TestSshLogin::password()
{
    REQUIRE_HERE(TestSshd::isRoot(), "a user of its own needs root");
    TestSshd sshd(TestSshd::Login::Passwords);
    QVERIFY(sshd.start());
    sshd.makeKnown();
    m_prompter.secrets = {u"wrong"_s, u"lead"_s};
    SshTransport host(sshd.address("  User plumb\n  PubkeyAuthentication no\n"), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(20s))));
    QCOMPARE(m_prompter.secretQuestions.size(), 2);
    QCOMPARE(m_prompter.secretQuestions.first().title, u"plumb@127.0.0.1"_s);
    const auto answer = await(runCommand(&host, "id -u"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "64242\n");
}

void TestSshLogin::wrongPasswordThreeTimes()
{
    REQUIRE_HERE(TestSshd::isRoot(), "a user of its own needs root");
    TestSshd sshd(TestSshd::Login::Passwords);
    QVERIFY(sshd.start());
    sshd.makeKnown();
    m_prompter.secrets = {u"a"_s, u"b"_s, u"c"_s, u"lead"_s};
    SshTransport host(sshd.address("  User plumb\n  PubkeyAuthentication no\n"), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(30s)), 40000);
    QVERIFY(!connected);
    QCOMPARE(m_prompter.secretQuestions.size(), 3);
    VERIFY_CONTAINS(connected.error().text(), u"password refused"_s);
}

void TestSshLogin::keyboardInteractive()
{
    REQUIRE_HERE(TestSshd::isRoot(), "a user of its own needs root");
    TestSshd sshd(TestSshd::Login::KeyboardInteractive);
    QVERIFY(sshd.start());
    sshd.makeKnown();
    m_prompter.secrets = {u"wrong"_s, u"lead"_s};
    SshTransport host(sshd.address("  User plumb\n  PubkeyAuthentication no\n"), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(30s)), 40000));
    QCOMPARE(m_prompter.secretQuestions.size(), 2);
    VERIFY_CONTAINS(m_prompter.secretQuestions.first().prompt, u"assword"_s);
    QVERIFY(!m_prompter.secretQuestions.first().echo);
}

void TestSshLogin::nothingWorksSaysWhatWasTried()
{
    m_sshd.makeKey(u"unwanted_key"_s);
    const QString key = m_sshd.path(u"unwanted_key"_s);
    m_sshd.setConfig("Host lab\n  HostName 127.0.0.1\n  Port " + QByteArray::number(m_sshd.port())
        + "\n  IdentityAgent none\n  IdentityFile " + key.toLocal8Bit() + "\n  UserKnownHostsFile "
        + m_sshd.knownHosts().toLocal8Bit() + "\n");
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(10s)));
    QVERIFY(!connected);
    VERIFY_CONTAINS(connected.error().text(), u"key %1 refused"_s.arg(key));
    VERIFY_CONTAINS(connected.error().text(), u"The host accepts: publickey"_s);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSshLogin)
#include "tst_ssh_login.moc"
