// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_transport.h"

#include "support/await.h"
#include "support/delay_proxy.h"
#include "support/run_command.h"
#include "support/scripted_prompter.h"
#include "support/test_sshd.h"
#include "support/verify.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using LinkState = Transport::LinkState;

/// How long it takes to get to a host, and what happens when it dies, hangs or never answers.
class TestSshLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void oneAttemptForAllWhoWait();
    void hostDiesAndComesBack();
    void hungHostIsDeclaredDead();
    void farAwayHostConnectsSoon();
    void refusedConnectionSaysSo();
    void serverThatSaysNothing();
    void cancelledConnectWithdraws();
    void aQuestionThatIsTakenAwayIsNoRefusal();

private:
    TestSshd m_sshd;
    ScriptedPrompter m_prompter;
    std::unique_ptr<SshTransport> m_host;
};

void TestSshLink::initTestCase()
{
    REQUIRE_HERE(!TestSshd::program().isEmpty(), "no sshd is installed");
    QVERIFY(m_sshd.start());
    m_sshd.makeKnown();
}

void TestSshLink::init()
{
    m_host = std::make_unique<SshTransport>(m_sshd.address(), &m_prompter);
}

void TestSshLink::cleanup()
{
    m_host.reset();
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 0);
    QCOMPARE(m_prompter.secretQuestions.size(), 0);
}

void TestSshLink::oneAttemptForAllWhoWait()
{
    QSignalSpy states(m_host.get(), &Transport::linkStateChanged);
    std::vector<Task<Result<void>>> tasks;
    for (int i = 0; i < 5; ++i)
        tasks.push_back(m_host->connectLink(deadlineIn(5s)));
    auto task = all(std::move(tasks));
    task.start();
    QTRY_VERIFY(task.isDone());
    for (const auto &result : task.takeResult())
        VERIFY_RESULT(result);
    QCOMPARE(states.size(), 2); // connecting, up
}

void TestSshLink::hostDiesAndComesBack()
{
    auto answer = runCommand(m_host.get(), "echo begun; sleep 100");
    answer.start();
    QTRY_COMPARE(m_host->linkState(), LinkState::Up);
    m_sshd.stop();
    QTRY_VERIFY(answer.isDone());
    const auto result = answer.takeResult();
    QVERIFY(!result);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->linkState(), LinkState::Down, linkLossNoticed);
    QVERIFY(!m_host->linkError().isEmpty());

    // While it is away, uses fail and soon, and do not hammer.
    const auto away = await(runCommand(m_host.get(), "true", {}, 3s));
    QVERIFY(!away);
    QVERIFY2(
        away.error().text().contains(u"refuses connections"_s), qPrintable(away.error().text()));

    QVERIFY(m_sshd.start());
    const auto back = await(runCommand(m_host.get(), "echo back"));
    VERIFY_RESULT(back);
    QCOMPARE(back->out, "back\n");
    QCOMPARE(m_host->linkState(), LinkState::Up);
}

void TestSshLink::hungHostIsDeclaredDead()
{
    QVERIFY(await(m_host->connectLink(deadlineIn(5s))));
    auto command = runCommand(m_host.get(), "sleep 100", {}, 60s);
    command.start();
    auto quiet = std::make_unique<SshTransport>(m_sshd.address(), &m_prompter);
    QVERIFY(await(quiet->connectLink(deadlineIn(5s)))); // keeps answering keep-alives till then
    QElapsedTimer timer;
    timer.start();
    m_sshd.signal(SIGSTOP);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->linkState(), LinkState::Down, linkLossNoticed);
    const qint64 elapsed = timer.elapsed();
    qInfo("a stopped sshd was declared dead after %lld ms", elapsed);
    m_sshd.signal(SIGCONT);
    QVERIFY(elapsed > 4000);
    QVERIFY(elapsed < 12500);
    QTRY_VERIFY(command.isDone());
    const auto result = command.takeResult();
    QVERIFY(!result);
    QVERIFY2(result.error().text().contains(u"10 s"_s), qPrintable(result.error().text()));
}

void TestSshLink::farAwayHostConnectsSoon()
{
    const DelayProxy proxy(m_sshd.port(), 25ms);
    SshAddress address = m_sshd.address("  HostKeyAlias lab-behind-proxy\n", proxy.port());
    QFile known(m_sshd.knownHosts());
    QVERIFY(known.open(QIODevice::Append));
    known.write("lab-behind-proxy " + m_sshd.hostKey().join(' ') + '\n');
    known.close();

    SshTransport host(address, &m_prompter);
    QElapsedTimer timer;
    timer.start();
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    VERIFY_RESULT(connected);
    const qint64 connecting = timer.restart();
    VERIFY_RESULT(await(runCommand(&host, "true")));
    const qint64 asking = timer.elapsed();
    qInfo("over 50 ms of round trip: connected and let in after %lld ms, a command took %lld ms",
        connecting, asking);
    QVERIFY2(connecting < 700, qPrintable(QString::number(connecting)));
    QVERIFY2(asking < 200, qPrintable(QString::number(asking)));
}

void TestSshLink::refusedConnectionSaysSo()
{
    SshTransport host(m_sshd.address({}, 1), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    QVERIFY2(connected.error().text().contains(u"refuses connections on port 1"_s),
        qPrintable(connected.error().text()));
    QCOMPARE(host.linkState(), LinkState::Down);
    QCOMPARE(host.linkError(), connected.error().what);
}

void TestSshLink::serverThatSaysNothing()
{
    // A proxy whose other end is nowhere near takes the connection and stays silent.
    const DelayProxy proxy(m_sshd.port(), 60s);
    SshTransport host(m_sshd.address("  ConnectTimeout 1\n", proxy.port()), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    QVERIFY2(
        connected.error().text().contains(u"said nothing"_s), qPrintable(connected.error().text()));
}

void TestSshLink::cancelledConnectWithdraws()
{
    const DelayProxy proxy(m_sshd.port(), 60s);
    SshTransport host(m_sshd.address({}, proxy.port()), &m_prompter);
    auto task = host.connectLink(deadlineIn(30s));
    task.start();
    QCOMPARE(host.linkState(), LinkState::Connecting);
    task.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(host.linkState(), LinkState::Down, linkLossNoticed);
    VERIFY_CONTAINS(host.linkError().text(), u"given up"_s);
}

// Whoever goes while a person is asked takes the question away: that is no refusal.
void TestSshLink::aQuestionThatIsTakenAwayIsNoRefusal()
{
    QFile::remove(m_sshd.knownHosts());
    SshTransport host(m_sshd.address(), &m_prompter);
    m_prompter.ponders = true;
    auto task = host.connectLink(deadlineIn(30s));
    task.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_prompter.hostKeyQuestions.size(), 1, linkLossNoticed);
    task.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(host.linkState(), LinkState::Down, linkLossNoticed);
    QVERIFY(!host.linkNeedsHuman());
    VERIFY_CONTAINS(host.linkError().text(), u"given up"_s);
    // It is tried again when it is used, without the human's wish.
    m_prompter.ponders = false;
    m_prompter.hostKeyAnswers = {true};
    VERIFY_RESULT(await(runCommand(&host, "true")));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 2);
    m_prompter.hostKeyQuestions.clear();
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSshLink)
#include "tst_ssh_link.moc"
