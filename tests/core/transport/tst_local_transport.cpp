// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/local_transport.h"

#include "support/await.h"
#include "support/run_command.h"
#include "support/test_sshd.h"
#include "transport/descriptor_channel.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLocalTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodeAndStreamsApart();
    void deathByASignalHasNoExitCode();
    void inputReachesTheCommand();
    void muchInputToACommandThatReadsLate();
    void inputToACommandThatIsGone();
    void deadlineLeavesTheChannelUsable();
    void nothingIsReadAhead();
    void whatIsThereComesFromTheEventLoop();
    void destroyingTheChannelKillsTheGroup();
    void brokenPipesEndPipelines();
    void unixSocket();
    void noSocketThere();

private:
    LocalTransport m_local;
};

void TestLocalTransport::exitCodeAndStreamsApart()
{
    const auto answer = await(runCommand(&m_local, "echo out; echo err >&2; exit 7"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "out\n");
    QCOMPARE(answer->err, "err\n");
    QCOMPARE(answer->exitCode, 7);
}

void TestLocalTransport::deathByASignalHasNoExitCode()
{
    const auto answer = await(runCommand(&m_local, "kill -9 $$"));
    QVERIFY(answer);
    QCOMPARE(answer->exitCode, std::nullopt);
}

void TestLocalTransport::inputReachesTheCommand()
{
    const auto answer = await(runCommand(&m_local, "tr a-z A-Z", "hello"));
    QVERIFY(answer);
    QCOMPARE(answer->out, "HELLO");
}

void TestLocalTransport::muchInputToACommandThatReadsLate()
{
    const QByteArray much(5'000'000, 'x');
    const auto answer = await(runCommand(&m_local, "echo ready; wc -c", much));
    QVERIFY(answer);
    QCOMPARE(answer->out, "ready\n5000000\n");
}

void TestLocalTransport::inputToACommandThatIsGone()
{
    const auto answer
        = await(runCommand(&m_local, "exec 0<&-; echo gone", QByteArray(500'000, 'x')));
    QVERIFY(answer);
    QCOMPARE(answer->out, "gone\n");
    QCOMPARE(answer->exitCode, 0);
}

void TestLocalTransport::deadlineLeavesTheChannelUsable()
{
    auto channel = await(m_local.exec("read line; echo got $line", deadlineIn(5s)));
    QVERIFY(channel);
    QVERIFY(!await((*channel)->read(deadlineIn(30ms))));
    QVERIFY((*channel)->write("it\n"));
    const auto chunk = await((*channel)->read(deadlineIn(5s)));
    QVERIFY(chunk);
    QCOMPARE(chunk->out, "got it\n");
}

void TestLocalTransport::nothingIsReadAhead()
{
    auto channel = await(m_local.exec("yes plumbline-read-ahead", deadlineIn(5s)));
    QVERIFY(channel);
    for (int i = 0; i < 20; ++i) {
        const auto chunk = await((*channel)->read(deadlineIn(5s)));
        QVERIFY(chunk);
        QVERIFY(chunk->out.size() <= 256 * 1024);
        QVERIFY(!chunk->atEnd);
    }
}

// Who always finds more to read must not keep the thread, nor miss its deadline.
void TestLocalTransport::whatIsThereComesFromTheEventLoop()
{
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()), 0);
    const FileDescriptor farSide(ends[1]);
    DescriptorChannel channel{FileDescriptor(ends[0])};
    QCOMPARE(::write(farSide.number(), "more", 4), 4);
    QVERIFY(!await(channel.read(deadlineIn(0s))));
    Task<Result<Chunk>> reading = channel.read(deadlineIn(5s));
    reading.start();
    QVERIFY(!reading.isDone());
    QTRY_VERIFY(reading.isDone());
    const Result<Chunk> chunk = reading.takeResult();
    VERIFY_RESULT(chunk);
    QCOMPARE(chunk->out, "more");
}

void TestLocalTransport::destroyingTheChannelKillsTheGroup()
{
    auto channel
        = await(m_local.exec("sleep 987654 & sleep 987654 & echo started; wait", deadlineIn(5s)));
    QVERIFY(channel);
    QVERIFY(await((*channel)->read(deadlineIn(5s))));
    QCOMPARE(countProcesses("sleep 987654"), 3);
    channel->reset();
    QTRY_COMPARE(countProcesses("sleep 987654"), 0);
}

void TestLocalTransport::brokenPipesEndPipelines()
{
    // A shell whose SIGPIPE is ignored would say "Broken pipe" here.
    const auto answer = await(runCommand(&m_local, "yes | head -n 1"));
    QVERIFY(answer);
    QCOMPARE(answer->out, "y\n");
    QCOMPARE(answer->err, "");
}

void TestLocalTransport::unixSocket()
{
    QTemporaryDir folder;
    const QByteArray path = folder.filePath(u"socket"_s).toLocal8Bit();
    const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof(address)), 0);
    QCOMPARE(::listen(listener, 1), 0);

    auto channel = await(m_local.openUnixSocket(path, deadlineIn(5s)));
    VERIFY_RESULT(channel);
    const int peer = ::accept(listener, nullptr, nullptr);
    QVERIFY((*channel)->write("question"));
    (*channel)->closeWrite();
    QByteArray received(64, '\0');
    received.resize(::read(peer, received.data(), 64));
    QCOMPARE(received, "question");
    QCOMPARE(::read(peer, received.data(), 1), 0); // the end
    QCOMPARE(::write(peer, "answer", 6), 6);
    auto chunk = await((*channel)->read(deadlineIn(5s)));
    QVERIFY(chunk);
    QCOMPARE(chunk->out, "answer");
    ::close(peer);
    chunk = await((*channel)->read(deadlineIn(5s)));
    QVERIFY(chunk);
    QVERIFY(chunk->atEnd);
    ::close(listener);
}

void TestLocalTransport::noSocketThere()
{
    const auto channel = await(m_local.openUnixSocket("/nonexistent/socket", deadlineIn(5s)));
    QVERIFY(!channel);
    QCOMPARE(channel.error().where, u"/nonexistent/socket"_s);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLocalTransport)
#include "tst_local_transport.moc"
