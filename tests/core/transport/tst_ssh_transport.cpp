// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_transport.h"

#include "support/await.h"
#include "support/run_command.h"
#include "support/scripted_prompter.h"
#include "support/test_sshd.h"
#include "support/verify.h"

#include <QElapsedTimer>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using LinkState = Transport::LinkState;

/// What a channel does once the human has been let in; tst_ssh_login is about the way there,
/// tst_ssh_link about a connection that comes and goes.
class TestSshTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void exitCodeAndStreamsApart();
    void deathByASignalHasNoExitCode();
    void inputReachesTheCommand();
    void muchInput();
    void manyCommandsSideBySide();
    void hostThatAllowsFewSessions();
    void streamLeavesTheThreadFree();
    void unreadOutputHoldsTheCommand();
    void cancelledCommandEndsOnTheHost();
    void cancelledAtAnyMoment();
    void deadlineLeavesTheChannelUsable();
    void unixSocket();
    void noSocketThere();

private:
    TestSshd m_sshd;
    ScriptedPrompter m_prompter;
    std::unique_ptr<SshTransport> m_host;
};

void TestSshTransport::initTestCase()
{
    REQUIRE_HERE(!TestSshd::program().isEmpty(), "no sshd is installed");
    QVERIFY(m_sshd.start());
    m_sshd.makeKnown();
}

void TestSshTransport::init()
{
    m_host = std::make_unique<SshTransport>(m_sshd.address(), &m_prompter);
}

void TestSshTransport::cleanup()
{
    m_host.reset();
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 0);
    QCOMPARE(m_prompter.secretQuestions.size(), 0);
}

void TestSshTransport::exitCodeAndStreamsApart()
{
    const auto answer = await(runCommand(m_host.get(), "echo out; echo err >&2; exit 7"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "out\n");
    QCOMPARE(answer->err, "err\n");
    QCOMPARE(answer->exitCode, 7);
    QCOMPARE(m_host->linkState(), LinkState::Up);
    QVERIFY(m_host->linkError().isEmpty());
}

void TestSshTransport::deathByASignalHasNoExitCode()
{
    const auto answer = await(runCommand(m_host.get(), "kill -9 $$"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->exitCode, std::nullopt);
}

void TestSshTransport::inputReachesTheCommand()
{
    const auto answer = await(runCommand(m_host.get(), "tr a-z A-Z", "hello"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "HELLO");
}

void TestSshTransport::muchInput()
{
    // Far more than the window, to a command that takes its time.
    const auto answer
        = await(runCommand(m_host.get(), "sleep 0.2; wc -c", QByteArray(20'000'000, 'x')));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "20000000\n");
}

void TestSshTransport::manyCommandsSideBySide()
{
    // More than fit on one connection: those above 8 wait for a place.
    std::vector<Task<Result<CommandAnswer>>> commands;
    for (int i = 0; i < 20; ++i)
        commands.push_back(runCommand(m_host.get(),
            "i=0; while [ $i -lt 200 ]; do echo line-$i-" + QByteArray::number(i)
                + "; i=$((i+1)); done; exit " + QByteArray::number(i)));
    auto task = all(std::move(commands));
    task.start();
    QTRY_VERIFY_WITH_TIMEOUT(task.isDone(), 20000);
    const auto answers = task.takeResult();
    for (int i = 0; i < 20; ++i) {
        const auto &answer = answers.at(size_t(i));
        VERIFY_RESULT(answer);
        QCOMPARE(answer->exitCode, i);
        QCOMPARE(answer->out.count('\n'), 200);
        QCOMPARE(answer->out.count("-" + QByteArray::number(i) + "\n"), 200);
    }
}

void TestSshTransport::hostThatAllowsFewSessions()
{
    TestSshd sshd;
    sshd.moreServerConfig = "MaxSessions 2\n";
    QVERIFY(sshd.start());
    sshd.makeKnown();
    SshTransport host(sshd.address(), &m_prompter);
    std::vector<Task<Result<CommandAnswer>>> commands;
    for (int i = 0; i < 8; ++i)
        commands.push_back(runCommand(&host, "sleep 0.1; echo done"));
    auto task = all(std::move(commands));
    task.start();
    QTRY_VERIFY_WITH_TIMEOUT(task.isDone(), 20000);
    for (const auto &answer : task.takeResult()) {
        VERIFY_RESULT(answer);
        QCOMPARE(answer->out, "done\n");
    }
}

/// Keeps nothing: copying 100 MB about would itself hold up the thread.
static Task<Result<qint64>> countOutput(Transport *transport, QByteArray command)
{
    auto channel = co_await transport->exec(std::move(command), deadlineIn(5s));
    if (!channel)
        co_return std::unexpected(channel.error());
    qint64 count = 0;
    for (bool atEnd = false; !atEnd;) {
        auto chunk = co_await (*channel)->read(deadlineIn(20s));
        if (!chunk)
            co_return std::unexpected(chunk.error());
        count += chunk->out.size();
        atEnd = chunk->atEnd;
    }
    co_return count;
}

void TestSshTransport::streamLeavesTheThreadFree()
{
    QVERIFY(await(m_host->connectLink(deadlineIn(5s))));
    qint64 worstGap = 0;
    QElapsedTimer sinceTick;
    sinceTick.start();
    QTimer ticker;
    ticker.setTimerType(Qt::PreciseTimer);
    connect(&ticker, &QTimer::timeout, this,
        [&worstGap, &sinceTick] { worstGap = std::max(worstGap, sinceTick.restart()); });
    ticker.start(1ms);
    QElapsedTimer total;
    total.start();
    const auto received = await(countOutput(m_host.get(), "head -c 100000000 /dev/zero"), 60000);
    VERIFY_RESULT(received);
    QCOMPARE(*received, 100'000'000);
    qInfo("100 MB in %lld ms, worst gap of a 1 ms timer %lld ms", total.elapsed(), worstGap);
    QVERIFY2(worstGap < 50, qPrintable(QString::number(worstGap)));
}

void TestSshTransport::unreadOutputHoldsTheCommand()
{
    auto channel = await(m_host->exec("yes", deadlineIn(5s)));
    VERIFY_RESULT(channel);
    // Nobody reads it; another command on the same connection is not held up by that.
    for (int i = 0; i < 3; ++i) {
        const auto answer = await(runCommand(m_host.get(), "head -c 3000000 /dev/zero"));
        VERIFY_RESULT(answer);
        QCOMPARE(answer->out.size(), 3'000'000);
    }
    const auto chunk = await((*channel)->read(deadlineIn(5s)));
    VERIFY_RESULT(chunk);
    QVERIFY(chunk->out.startsWith("y\ny\n"));
    QVERIFY(chunk->out.size() <= 256 * 1024);
}

void TestSshTransport::cancelledCommandEndsOnTheHost()
{
    const QByteArray mark
        = "plumbline-endless-" + QByteArray::number(QCoreApplication::applicationPid());
    auto endless = runCommand(m_host.get(), "exec yes " + mark);
    endless.start();
    QTRY_VERIFY(countProcesses("yes " + mark) > 0);
    endless.cancel();
    QTRY_COMPARE(countProcesses("yes " + mark), 0);
    const auto answer = await(runCommand(m_host.get(), "echo still here"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "still here\n");
}

void TestSshTransport::cancelledAtAnyMoment()
{
    // After each number of turns of the event loop: while connecting, opening, asking, reading.
    for (int turns = 0; turns < 120; ++turns) {
        SshTransport host(m_sshd.address(), &m_prompter);
        if (turns >= 40)
            QVERIFY(await(host.connectLink(deadlineIn(5s))));
        auto task = runCommand(&host, "echo out; yes | head -c 1000000");
        task.start();
        for (int i = 0; i < turns % 40; ++i)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        task.cancel();
        if (turns >= 40 && turns % 10 == 0) {
            const auto answer = await(runCommand(&host, "echo fine"));
            VERIFY_RESULT(answer);
            QCOMPARE(answer->out, "fine\n");
        }
    }
    // Had any cancelled channel stayed open on the host, the places would be used up by now.
    QVERIFY(await(m_host->connectLink(deadlineIn(5s))));
    for (int i = 0; i < 30; ++i) {
        auto task = m_host->exec("true", deadlineIn(5s));
        task.start();
        task.cancel();
    }
    const auto answer = await(runCommand(m_host.get(), "echo fine"));
    VERIFY_RESULT(answer);
}

void TestSshTransport::deadlineLeavesTheChannelUsable()
{
    auto channel = await(m_host->exec("read line; echo got $line", deadlineIn(5s)));
    VERIFY_RESULT(channel);
    QVERIFY(!await((*channel)->read(deadlineIn(30ms))));
    QVERIFY((*channel)->write("it\n"));
    const auto chunk = await((*channel)->read(deadlineIn(5s)));
    VERIFY_RESULT(chunk);
    QCOMPARE(chunk->out, "got it\n");
}

void TestSshTransport::unixSocket()
{
    // The socket of another sshd-side program: the test's own, made with a little python.
    const QByteArray path = m_sshd.path(u"echo.socket"_s).toLocal8Bit();
    auto server = await(m_host->exec("exec python3 -c 'import socket\n"
                                     "s = socket.socket(socket.AF_UNIX); s.bind(\""
            + path
            + "\"); s.listen(1)\n"
              "print(\"ready\", flush=True)\n"
              "c, _ = s.accept()\n"
              "while (b := c.recv(65536)): c.sendall(b.upper())\n"
              "c.sendall(b\".\")'",
        deadlineIn(5s)));
    VERIFY_RESULT(server);
    QVERIFY(await((*server)->read(deadlineIn(5s))));
    auto channel = await(m_host->openUnixSocket(path, deadlineIn(5s)));
    VERIFY_RESULT(channel);
    QVERIFY((*channel)->write("question"));
    (*channel)->closeWrite();
    QByteArray received;
    for (bool atEnd = false; !atEnd;) {
        const auto chunk = await((*channel)->read(deadlineIn(5s)));
        VERIFY_RESULT(chunk);
        received += chunk->out;
        atEnd = chunk->atEnd;
    }
    QCOMPARE(received, "QUESTION.");
    QCOMPARE((*channel)->exitCode(), std::nullopt);
}

void TestSshTransport::noSocketThere()
{
    const auto channel = await(m_host->openUnixSocket("/nonexistent/socket", deadlineIn(5s)));
    QVERIFY(!channel);
    QVERIFY(!channel.error().what.isEmpty());
    QCOMPARE(m_host->linkState(), LinkState::Up);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSshTransport)
#include "tst_ssh_transport.moc"
