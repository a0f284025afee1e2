// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_transport.h"

#include "support/await.h"
#include "support/run_command.h"
#include "support/scripted_prompter.h"
#include "support/test_sshd.h"
#include "transport/known_hosts.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using LinkState = Transport::LinkState;

/// How a human is let in: host keys, keys, agents, passwords, jump hosts.
class TestSshLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void unknownHostAccepted();
    void unknownHostDeclined();
    void unknownHostUnderStrictChecking();
    void acceptedKeyIsSavedHashedWhereConfigured();
    void changedKeyIsRefused();
    void revokedKeyIsRefused();
    void knownTypeIsPreferred();
    void onlyOtherTypeKnownIsRefused();

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
    void humanFailureIsNotRepeatedByUse();
    void cancelWithdrawsTheQuestion();

    void jumpHost();
    void twoJumpHosts();
    void jumpHostThatIsDown();
    void jumpHostDies();
    void proxyCommand();
    void proxyCommandThatFails();

private:
    QString fingerprint() const;
    QString encryptedKey(const QByteArray &name);

    TestSshd m_sshd;
    ScriptedPrompter m_prompter;
};

static QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

#define VERIFY_CONTAINS(text, part) QVERIFY2((text).contains(part), qPrintable(text))

void TestSshLogin::initTestCase()
{
    if (TestSshd::program().isEmpty())
        QSKIP("no sshd is installed");
    QVERIFY(m_sshd.start());
}

void TestSshLogin::init()
{
    m_prompter = {};
    QFile::remove(m_sshd.knownHosts());
    m_sshd.makeKnown();
}

QString TestSshLogin::fingerprint() const
{
    return hostKeyFingerprint(QByteArray::fromBase64(m_sshd.hostKey().at(1)));
}

QString TestSshLogin::encryptedKey(const QByteArray &name)
{
    const QString file = QString::fromLatin1(name);
    m_sshd.makeKey(file, u"open sesame"_s);
    m_sshd.authorize(file + u".pub"_s);
    return m_sshd.path(file);
}

void TestSshLogin::unknownHostAccepted()
{
    QFile::remove(m_sshd.knownHosts());
    m_prompter.hostKeyAnswers = {true};
    SshTransport host(m_sshd.address(), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(5s))));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 1);
    const auto question = m_prompter.hostKeyQuestions.first();
    QCOMPARE(question.host, u"[127.0.0.1]:%1"_s.arg(m_sshd.port()));
    QCOMPARE(question.keyType, u"ssh-ed25519"_s);
    QCOMPARE(question.fingerprint, fingerprint());
    // ssh itself finds what was written, and nobody is asked again.
    QVERIFY(runTool(u"ssh-keygen"_s, {u"-F"_s, question.host, u"-f"_s, m_sshd.knownHosts()}));
    SshTransport again(m_sshd.address(), &m_prompter);
    VERIFY_RESULT(await(again.connectLink(deadlineIn(5s))));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 1);
}

void TestSshLogin::unknownHostDeclined()
{
    QFile::remove(m_sshd.knownHosts());
    SshTransport host(m_sshd.address(), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    VERIFY_CONTAINS(connected.error().text(), fingerprint());
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 1);
    QVERIFY(!QFile::exists(m_sshd.knownHosts()));
    QCOMPARE(host.linkState(), LinkState::Down);
}

void TestSshLogin::unknownHostUnderStrictChecking()
{
    QFile::remove(m_sshd.knownHosts());
    m_prompter.hostKeyAnswers = {true};
    SshTransport host(m_sshd.address("  StrictHostKeyChecking yes\n"), &m_prompter);
    QVERIFY(!await(host.connectLink(deadlineIn(5s))));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 0);
}

void TestSshLogin::acceptedKeyIsSavedHashedWhereConfigured()
{
    writeFile(m_sshd.knownHosts(), "other.example ssh-ed25519 AAAA"); // without an end of line
    m_prompter.hostKeyAnswers = {true};
    SshTransport host(m_sshd.address("  HashKnownHosts yes\n"), &m_prompter);
    VERIFY_RESULT(await(host.connectLink(deadlineIn(5s))));
    const QByteArray saved = readFile(m_sshd.knownHosts());
    QVERIFY(saved.startsWith("other.example ssh-ed25519 AAAA\n|1|"));
    QVERIFY(!saved.contains("127.0.0.1"));
    QVERIFY(runTool(u"ssh-keygen"_s,
        {u"-F"_s, u"[127.0.0.1]:%1"_s.arg(m_sshd.port()), u"-f"_s, m_sshd.knownHosts()}));
    SshTransport again(m_sshd.address(), &m_prompter);
    VERIFY_RESULT(await(again.connectLink(deadlineIn(5s))));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 1);
}

void TestSshLogin::changedKeyIsRefused()
{
    const QString before = fingerprint();
    m_sshd.stop();
    m_sshd.renewHostKey();
    QVERIFY(m_sshd.start());
    m_prompter.hostKeyAnswers = {true};
    SshTransport host(m_sshd.address(), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 0);
    QVERIFY(before != fingerprint());
    VERIFY_CONTAINS(connected.error().text(), before);
    VERIFY_CONTAINS(connected.error().text(), fingerprint());
    VERIFY_CONTAINS(connected.error().text(), m_sshd.knownHosts() + u":1"_s);
}

void TestSshLogin::revokedKeyIsRefused()
{
    writeFile(m_sshd.knownHosts(),
        readFile(m_sshd.knownHosts()) + "@revoked * " + m_sshd.hostKey().join(' ') + '\n');
    SshTransport host(m_sshd.address(), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    VERIFY_CONTAINS(connected.error().text(), u"revoked"_s);
}

void TestSshLogin::knownTypeIsPreferred()
{
    // The host has keys of two types and would rather show the one that is not known.
    TestSshd host;
    QVERIFY(runTool(u"ssh-keygen"_s,
        {u"-q"_s, u"-t"_s, u"ecdsa"_s, u"-N"_s, QString(), u"-f"_s, host.path(u"ecdsa_key"_s)}));
    host.moreServerConfig = "HostKey " + host.path(u"ecdsa_key"_s).toLocal8Bit() + '\n';
    QVERIFY(host.start());
    const QList<QByteArray> ecdsa
        = readFile(host.path(u"ecdsa_key.pub"_s)).trimmed().split(' ').first(2);
    writeFile(host.knownHosts(),
        "[127.0.0.1]:" + QByteArray::number(host.port()) + ' ' + ecdsa.join(' ') + '\n');
    SshTransport transport(host.address(), &m_prompter);
    VERIFY_RESULT(await(transport.connectLink(deadlineIn(5s))));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 0);
}

void TestSshLogin::onlyOtherTypeKnownIsRefused()
{
    QVERIFY(runTool(u"ssh-keygen"_s,
        {u"-q"_s, u"-t"_s, u"ecdsa"_s, u"-N"_s, QString(), u"-f"_s, m_sshd.path(u"old_key"_s)}));
    const QList<QByteArray> old = readFile(m_sshd.path(u"old_key.pub"_s)).trimmed().split(' ');
    writeFile(m_sshd.knownHosts(),
        "[127.0.0.1]:" + QByteArray::number(m_sshd.port()) + ' ' + old.first(2).join(' ') + '\n');
    m_prompter.hostKeyAnswers = {true};
    SshTransport host(m_sshd.address(), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 0);
    VERIFY_CONTAINS(connected.error().text(), fingerprint());
    VERIFY_CONTAINS(
        connected.error().text(), hostKeyFingerprint(QByteArray::fromBase64(old.at(1))));
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
    QTRY_COMPARE(host.linkState(), LinkState::Down);
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

#define SKIP_WITHOUT_ROOT()                                                                        \
    if (!TestSshd::isRoot())                                                                       \
    QSKIP("a user of its own needs root")

void TestSshLogin::password()
{
    SKIP_WITHOUT_ROOT();
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
    SKIP_WITHOUT_ROOT();
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
    SKIP_WITHOUT_ROOT();
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

void TestSshLogin::humanFailureIsNotRepeatedByUse()
{
    QFile::remove(m_sshd.knownHosts());
    SshTransport host(m_sshd.address(), &m_prompter);
    QVERIFY(!await(host.connectLink(deadlineIn(5s))));
    QVERIFY(!await(runCommand(&host, "true")));
    QVERIFY(!await(runCommand(&host, "true")));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 1);
    // The human's own wish asks again.
    m_prompter.hostKeyAnswers = {true};
    VERIFY_RESULT(await(host.connectLink(deadlineIn(5s))));
    VERIFY_RESULT(await(runCommand(&host, "true")));
}

/// Waits for an answer that never comes.
class PatientPrompter : public Prompter
{
public:
    int asking = 0;

    Task<bool> acceptHostKey(HostKeyQuestion) override
    {
        Asking mark(this);
        co_await sleepFor(std::chrono::hours(1));
        co_return true;
    }
    Task<std::optional<QString>> askSecret(SecretQuestion) override { co_return std::nullopt; }

private:
    struct Asking
    {
        explicit Asking(PatientPrompter *prompter) : m_prompter(prompter) { ++m_prompter->asking; }
        ~Asking() { --m_prompter->asking; }
        PatientPrompter *m_prompter;
    };
};

void TestSshLogin::cancelWithdrawsTheQuestion()
{
    QFile::remove(m_sshd.knownHosts());
    PatientPrompter prompter;
    SshTransport host(m_sshd.address(), &prompter);
    // A deadline passes while the human thinks: the question stays.
    QVERIFY(!await(host.connectLink(deadlineIn(500ms))));
    QTRY_COMPARE(prompter.asking, 1);
    QCOMPARE(host.linkState(), LinkState::Connecting);
    auto task = host.connectLink(deadlineIn(30s));
    task.start();
    task.cancel();
    QTRY_COMPARE(prompter.asking, 0);
    QCOMPARE(host.linkState(), LinkState::Down);
}

void TestSshLogin::jumpHost()
{
    TestSshd inner;
    QVERIFY(inner.start());
    const QByteArray knownHosts = m_sshd.knownHosts().toLocal8Bit();
    m_sshd.setConfig(m_sshd.hostEntry("outer", {}, 0)
        + inner.hostEntry(
            "lab", "  ProxyJump outer\n  UserKnownHostsFile " + knownHosts + '\n', 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();

    m_prompter.hostKeyAnswers = {true}; // for the inner host alone
    SshTransport host(address, &m_prompter);
    const auto answer = await(runCommand(&host, "echo $SSH_CONNECTION; head -c 5000000 /dev/zero"));
    VERIFY_RESULT(answer);
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 1);
    QCOMPARE(m_prompter.hostKeyQuestions.first().host, u"[127.0.0.1]:%1"_s.arg(inner.port()));
    QVERIFY(answer->out.first(200).contains(QByteArray::number(inner.port())));
    QVERIFY(answer->out.size() > 5'000'000);
}

void TestSshLogin::twoJumpHosts()
{
    TestSshd middle;
    TestSshd inner;
    QVERIFY(middle.start() && inner.start());
    middle.makeKnown();
    inner.makeKnown();
    m_sshd.setConfig(m_sshd.hostEntry("outer", {}, 0) + middle.hostEntry("middle", {}, 0)
        + inner.hostEntry("lab", "  ProxyJump outer,middle\n", 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    const auto answer = await(runCommand(&host, "echo there"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "there\n");
}

void TestSshLogin::jumpHostThatIsDown()
{
    TestSshd inner;
    QVERIFY(inner.start());
    inner.makeKnown();
    m_sshd.setConfig(
        m_sshd.hostEntry("outer", {}, 1) + inner.hostEntry("lab", "  ProxyJump outer\n", 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    VERIFY_CONTAINS(connected.error().text(), u"By way of outer"_s);
    VERIFY_CONTAINS(connected.error().text(), u"refuses connections"_s);
}

void TestSshLogin::jumpHostDies()
{
    TestSshd outer;
    QVERIFY(outer.start());
    outer.makeKnown();
    m_sshd.setConfig(
        outer.hostEntry("outer", {}, 0) + m_sshd.hostEntry("lab", "  ProxyJump outer\n", 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    VERIFY_RESULT(await(runCommand(&host, "true")));
    outer.stop();
    QTRY_COMPARE(host.linkState(), LinkState::Down);
    QVERIFY(outer.start());
    VERIFY_RESULT(await(runCommand(&host, "true")));
}

void TestSshLogin::proxyCommand()
{
    SshTransport host(m_sshd.address("  ProxyCommand socat - TCP:%h:%p\n"), &m_prompter);
    const auto answer = await(runCommand(&host, "wc -c", QByteArray(3'000'000, 'x')));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "3000000\n");
}

void TestSshLogin::proxyCommandThatFails()
{
    SshTransport host(
        m_sshd.address("  ProxyCommand echo no gate here >&2; exit 1\n"), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    VERIFY_CONTAINS(connected.error().text(), u"no gate here"_s);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSshLogin)
#include "tst_ssh_login.moc"
