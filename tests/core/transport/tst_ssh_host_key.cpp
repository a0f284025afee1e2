// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_transport.h"

#include "support/await.h"
#include "support/run_command.h"
#include "support/scripted_prompter.h"
#include "support/test_sshd.h"
#include "support/verify.h"
#include "transport/known_hosts.h"

#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using LinkState = Transport::LinkState;

/// Is it that host? What is known, what a human says of it, and what is refused.
class TestSshHostKey : public QObject
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
    void humanFailureIsNotRepeatedByUse();
    void cancelWithdrawsTheQuestion();

private:
    QString fingerprint() const;

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

void TestSshHostKey::initTestCase()
{
    REQUIRE_HERE(!TestSshd::program().isEmpty(), "no sshd is installed");
    QVERIFY(m_sshd.start());
}

void TestSshHostKey::init()
{
    m_prompter = {};
    QFile::remove(m_sshd.knownHosts());
    m_sshd.makeKnown();
}

QString TestSshHostKey::fingerprint() const
{
    return hostKeyFingerprint(QByteArray::fromBase64(m_sshd.hostKey().at(1)));
}

void TestSshHostKey::unknownHostAccepted()
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

void TestSshHostKey::unknownHostDeclined()
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

void TestSshHostKey::unknownHostUnderStrictChecking()
{
    QFile::remove(m_sshd.knownHosts());
    m_prompter.hostKeyAnswers = {true};
    SshTransport host(m_sshd.address("  StrictHostKeyChecking yes\n"), &m_prompter);
    QVERIFY(!await(host.connectLink(deadlineIn(5s))));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 0);
}

void TestSshHostKey::acceptedKeyIsSavedHashedWhereConfigured()
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

void TestSshHostKey::changedKeyIsRefused()
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

void TestSshHostKey::revokedKeyIsRefused()
{
    writeFile(m_sshd.knownHosts(),
        readFile(m_sshd.knownHosts()) + "@revoked * " + m_sshd.hostKey().join(' ') + '\n');
    SshTransport host(m_sshd.address(), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    VERIFY_CONTAINS(connected.error().text(), u"revoked"_s);
}

void TestSshHostKey::knownTypeIsPreferred()
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

void TestSshHostKey::onlyOtherTypeKnownIsRefused()
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

void TestSshHostKey::humanFailureIsNotRepeatedByUse()
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

void TestSshHostKey::cancelWithdrawsTheQuestion()
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

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSshHostKey)
#include "tst_ssh_host_key.moc"
