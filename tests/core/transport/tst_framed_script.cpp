// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The real script under real shells, with real processes, and a virsh of our own where needed.
#include "transport/frame_reader.h"

#include "hypervisor/live_host.h"
#include "support/await.h"
#include "support/test_sshd.h"
#include "transport/local_transport.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static Question quick(const QList<QByteArray> &argv, milliseconds limit = 5s)
{
    return {u"test.quick"_s, HostCommand{argv, {}}, limit};
}

static Question helper(
    const QByteArray &kind, const QList<QByteArray> &argv, milliseconds limit = 5s)
{
    return {u"test.helper"_s, HostCommand{argv, kind}, limit};
}

static Question virsh(const QByteArray &group, const QList<QByteArray> &words,
    const QByteArray &gate = {}, const QByteArray &uri = "test:///default")
{
    return {u"test.virsh"_s, VirshCommand{uri, group, words, gate}, 2s};
}

/// Runs the questions' script under a shell until all have answered.
struct ScriptRun
{
    FramedScript script;
    FrameReader reader;
    ChannelPtr channel;

    explicit ScriptRun(const QList<Question> &questions)
        : script(makeFramedScript(questions, freshMarker())), reader(script, questions.size())
    {
    }
    /// `enough` ends it early.
    Task<Result<void>> run(Transport *host, QByteArray shell, std::function<bool()> enough = {})
    {
        const Deadline deadline = deadlineIn(60s);
        Result<ChannelPtr> opened = co_await host->exec("exec " + shell + " -s", deadline);
        if (!opened)
            co_return std::unexpected(opened.error());
        channel = *std::move(opened);
        if (Result<void> sent = channel->write(script.text); !sent)
            co_return sent;
        while (!reader.isComplete() && !deadline.hasExpired() && !(enough && enough())) {
            Result<Chunk> chunk = co_await channel->read(earlier(deadline, deadlineIn(50ms)));
            if (!chunk)
                continue;
            reader.readOut(chunk->out);
            reader.readErr(chunk->err);
            if (chunk->atEnd)
                break;
        }
        reader.finish();
        co_return Result<void>();
    }
    /// After this nothing of the script may be alive.
    Task<Result<void>> end()
    {
        channel->closeWrite();
        for (const Deadline deadline = deadlineIn(10s);;) {
            Result<Chunk> chunk = co_await channel->read(deadline);
            if (!chunk)
                co_return std::unexpected(chunk.error());
            if (chunk->atEnd)
                co_return Result<void>();
        }
    }
};

class TestFramedScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void answersOfQuickQuestions_data() { eachShell(); }
    void answersOfQuickQuestions();
    void outputThatLooksLikeFrames_data() { eachShell(); }
    void outputThatLooksLikeFrames();
    void hostileWordsAreWords_data() { eachShell(); }
    void hostileWordsAreWords();
    void hugeOutputIsCut_data() { eachShell(); }
    void hugeOutputIsCut();
    void endlessOutputEndsAtItsLimit_data() { eachShell(); }
    void endlessOutputEndsAtItsLimit();
    void outputThatJustFitsIsWhole_data() { eachShell(); }
    void outputThatJustFitsIsWhole();
    void endlessOutputTakesNoOthersRoom();
    void aHangHoldsNothingElseUp_data() { eachShell(); }
    void aHangHoldsNothingElseUp();
    void nothingIsLeftWhenTheInputEnds_data() { eachShell(); }
    void nothingIsLeftWhenTheInputEnds();
    void nothingIsLeftWhenTheChannelIsDropped();

    void virshAnswersEachCommand_data() { eachShell(); }
    void virshAnswersEachCommand();
    void virshThatHangsInTheMiddle();
    void virshThatIsMissing();
    void virshWithoutItsDaemon();
    void realVirshReadsOurQuoting();
    void gateKeepsAGroupFromABusyMonitor_data();
    void gateKeepsAGroupFromABusyMonitor();
    void groupsShareOneGate_data() { eachShell(); }
    void groupsShareOneGate();
    void aGateThatHangsIsNotDoubled_data() { eachShell(); }
    void aGateThatHangsIsNotDoubled();
    void longGroupsAreSplit_data() { eachShell(); }
    void longGroupsAreSplit();
    void aSplitGroupStopsWhenTheMonitorIsTaken();

    void anEarlierHelperThatHangsIsNotJoined_data() { eachShell(); }
    void anEarlierHelperThatHangsIsNotJoined();
    void environmentsOfOthersAreOnlyRead_data();
    void environmentsOfOthersAreOnlyRead();

private:
    void eachShell();
    void fakeVirsh(const QByteArray &body);
    QByteArray virshCalls();
    QByteArray uniqueSeconds();
    std::unique_ptr<QProcess> plant(
        const QByteArray &helperValue, const QString &program = u"stat"_s);
    QList<Question> manyQuestions(const QByteArray &gate) const;

    LocalTransport m_host;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path;
    int m_counter = 0;
};

void TestFramedScript::initTestCase()
{
    m_path = qgetenv("PATH");
}

void TestFramedScript::init()
{
    qputenv("PATH", m_path);
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFramedScript::eachShell()
{
    QTest::addColumn<QByteArray>("shell");
    QTest::newRow("sh") << QByteArray("sh");
    const QString dash = QStandardPaths::findExecutable(u"dash"_s);
    const QString sh = QStandardPaths::findExecutable(u"sh"_s);
    if (!dash.isEmpty() && QFileInfo(dash).canonicalFilePath() != QFileInfo(sh).canonicalFilePath())
        QTest::newRow("dash") << QByteArray("dash");
    if (!QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        QTest::newRow("bash --posix") << QByteArray("bash --posix");
}

// Our own virsh: commands are functions of `body`; it logs what it was called with.
void TestFramedScript::fakeVirsh(const QByteArray &body)
{
    QFile file(m_folder->filePath(u"virsh"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\nshift 2\nprintf '%s\\n' \"$*\" >>" + m_folder->path().toUtf8()
        + "/calls\n" + body + "\nif [ $# -gt 1 ]; then \"$@\"; else eval \"$1\"; fi\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("PATH", m_folder->path().toUtf8() + ':' + m_path);
}

QByteArray TestFramedScript::virshCalls()
{
    QFile file(m_folder->filePath(u"calls"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// An argument of sleep(1) that no other process on this machine has.
QByteArray TestFramedScript::uniqueSeconds()
{
    return "100." + QByteArray::number(QCoreApplication::applicationPid())
        + QByteArray::number(++m_counter);
}

void TestFramedScript::answersOfQuickQuestions()
{
    QFETCH(QByteArray, shell);
    const QByteArray junk("\0\xff\r\x1b[2J\n\0\n", 10);
    ScriptRun run({quick({"echo", "hello"}), quick({"printf", "no line end"}), quick({"true"}),
        quick({"sh", "-c", "echo out; echo err >&2; echo more >&2; exit 7"}),
        quick({"printf", "\\000\\377\\r\\033[2J\\n\\000\\n"}), quick({"plumbline-no-such-command"}),
        quick({"sh", "-c", "kill -9 $$"}), quick({"cat"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QVERIFY(run.reader.isComplete());
    const auto answer = [&run](int i) { return run.reader.answer(i); };
    for (int i = 0; i < 8; ++i) {
        QCOMPARE(answer(i).progress, FramedAnswer::Ended);
        QVERIFY(answer(i).begin > 0);
        QVERIFY(answer(i).end >= answer(i).begin);
        QVERIFY(!answer(i).truncated);
    }
    QCOMPARE(answer(0).out, "hello\n");
    QCOMPARE(answer(0).err, "");
    QCOMPARE(answer(0).exitCode, 0);
    QCOMPARE(answer(1).out, "no line end");
    QCOMPARE(answer(2).out, "");
    QCOMPARE(answer(3).out, "out\n");
    QCOMPARE(answer(3).err, "err\nmore\n");
    QCOMPARE(answer(3).exitCode, 7);
    QCOMPARE(answer(4).out, junk);
    QCOMPARE(answer(5).exitCode, 127);
    QVERIFY(answer(5).err.contains("plumbline-no-such-command"));
    QCOMPARE(answer(6).exitCode, 137);
    // Commands never read the script.
    QCOMPARE(answer(7).out, "");
    QCOMPARE(run.reader.noise(), "");
    VERIFY_RESULT(await(run.end()));
}

void TestFramedScript::outputThatLooksLikeFrames()
{
    QFETCH(QByteArray, shell);
    const QByteArray imitation
        = "PLB00000000000000000000000000000000 E 0 0 1.0 0\nPLB0 B 1 2.0\n B 1 2.0\n E 0 9 1 5\n";
    ScriptRun run({quick({"printf", "%s", imitation}), quick({"echo", "second"}),
        helper("echo", {"sh", "-c", "echo \"$1\"; echo \"$1\" >&2", "sh", imitation})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QCOMPARE(run.reader.answer(0).out, imitation);
    QCOMPARE(run.reader.answer(1).out, "second\n");
    QCOMPARE(run.reader.answer(2).out, imitation + '\n');
    QCOMPARE(run.reader.answer(2).err, imitation + '\n');
    QCOMPARE(run.reader.answer(2).exitCode, 0);
}

void TestFramedScript::hostileWordsAreWords()
{
    QFETCH(QByteArray, shell);
    const QByteArray owned = m_folder->filePath(u"owned"_s).toUtf8();
    const QList<QByteArray> words{"$(touch " + owned + ')', "`touch " + owned + '`',
        "'; touch " + owned + "; '", "-n", "a\nb", "\xff\xfe", "%s%n", "\\",
        QByteArray(10000, '\''), "EOF\nmain\n}\n"};
    QList<Question> questions;
    for (const QByteArray &word : words) {
        questions.append(quick({"printf", "%s", word}));
        questions.append(helper(word, {"printf", "%s", word}));
    }
    ScriptRun run(questions);
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    for (int i = 0; i < words.size(); ++i) {
        QCOMPARE(run.reader.answer(2 * i).out, words.at(i));
        QCOMPARE(run.reader.answer(2 * i + 1).out, words.at(i));
    }
    QVERIFY(!QFile::exists(QString::fromUtf8(owned)));
}

void TestFramedScript::hugeOutputIsCut()
{
    QFETCH(QByteArray, shell);
    const QByteArray size = QByteArray::number(FrameReader::outputLimit * 2);
    ScriptRun run({quick({"head", "-c", size, "/dev/zero"}, 20s),
        helper("head", {"head", "-c", size, "/dev/zero"}, 20s), quick({"echo", "after"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    for (int i = 0; i < 2; ++i) {
        QVERIFY2(run.reader.answer(i).truncated, i == 0 ? "quick" : "helper");
        QVERIFY(run.reader.answer(i).out.size() <= FrameReader::outputLimit);
        QVERIFY(run.reader.answer(i).out.size() >= FrameReader::outputLimit - 1);
    }
    QCOMPARE(run.reader.answer(2).out, "after\n");
}

void TestFramedScript::endlessOutputEndsAtItsLimit()
{
    QFETCH(QByteArray, shell);
    ScriptRun run(
        {quick({"yes"}, 1s), quick({"sh", "-c", "exec yes >&2"}, 1s), helper("yes", {"yes"}, 1s),
            helper("yes2", {"sh", "-c", "exec yes >&2"}, 1s), quick({"echo", "after"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QVERIFY(run.reader.isComplete());
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(run.reader.answer(i).progress, FramedAnswer::Ended);
        QVERIFY(run.reader.answer(i).exitCode != 0);
        QVERIFY(run.reader.answer(i).out.size() <= FrameReader::outputLimit);
        QVERIFY(run.reader.answer(i).err.size() <= FrameReader::outputLimit);
    }
    // The complaint that a shell holds in a variable is much shorter.
    QVERIFY(run.reader.answer(1).err.size() <= 65536);
    QCOMPARE(run.reader.answer(4).out, "after\n");
}

void TestFramedScript::outputThatJustFitsIsWhole()
{
    QFETCH(QByteArray, shell);
    const QByteArray size = QByteArray::number(FrameReader::outputLimit);
    const QByteArray lines = "yes | head -c " + size;
    ScriptRun run({quick({"head", "-c", size, "/dev/zero"}, 20s), quick({"sh", "-c", lines}, 20s),
        helper("yes", {"sh", "-c", lines}, 20s)});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!run.reader.answer(i).truncated);
        QCOMPARE(run.reader.answer(i).out.size(), FrameReader::outputLimit);
        QCOMPARE(run.reader.answer(i).exitCode, 0);
    }
    QVERIFY(run.reader.answer(1).out == run.reader.answer(2).out);
}

static Task<Result<QList<Observation>>> asked(LiveHost *host, QList<Question> questions)
{
    co_return co_await host->ask(std::move(questions), deadlineIn(60s));
}

void TestFramedScript::endlessOutputTakesNoOthersRoom()
{
    LiveHost host(&m_host);
    const auto answers = await(asked(&host,
                                   {quick({"yes"}, 20s), quick({"sh", "-c", "yes; true"}, 20s),
                                       helper("yes", {"yes"}, 20s), quick({"echo", "after"})}),
        70000);
    VERIFY_RESULT(answers);
    for (int i = 0; i < 3; ++i) {
        const Observation &cut = answers->at(i);
        QVERIFY2(cut.truncated, qPrintable(QString::number(i)));
        QVERIFY(cut.exitCode.has_value());
        QCOMPARE(cut.out.size(), FrameReader::outputLimit);
    }
    // Of the one whose shell took no notice as well.
    QCOMPARE(answers->at(0).silence->kind, Silence::Unreadable);
    QVERIFY(!answers->at(3).silence);
    QCOMPARE(answers->at(3).out, "after\n");
}

void TestFramedScript::aHangHoldsNothingElseUp()
{
    QFETCH(QByteArray, shell);
    const QByteArray seconds = uniqueSeconds();
    const QByteArray deaf = "trap '' TERM; while :; do sleep " + seconds + "; done";
    ScriptRun run({quick({"echo", "first"}), quick({"sleep", seconds}, 1s),
        helper("sleep", {"sleep", seconds}, 1s), helper("deaf", {"sh", "-c", deaf}, 1s),
        quick({"sh", "-c", "sleep " + seconds + "; true"}, 1s), quick({"echo", "last"})});
    // The child of a deaf helper that was killed keeps its lane open, and no other.
    VERIFY_RESULT(await(run.run(&m_host, shell,
                            [&run] {
                                return run.reader.answer(5).progress == FramedAnswer::Ended
                                    && run.reader.answer(2).progress == FramedAnswer::Ended;
                            }),
        70000));
    QCOMPARE(run.reader.answer(0).out, "first\n");
    QCOMPARE(run.reader.answer(1).exitCode, 124);
    QCOMPARE(run.reader.answer(2).exitCode, 124);
    QVERIFY(run.reader.answer(3).progress == FramedAnswer::Started
        || run.reader.answer(3).exitCode == 137);
    QCOMPARE(run.reader.answer(4).exitCode, 124);
    QCOMPARE(run.reader.answer(5).out, "last\n");
    // Side by side: the helpers began while the first hang was waited for.
    QVERIFY2(run.reader.answer(3).begin < run.reader.answer(1).end, "one after the other");
    VERIFY_RESULT(await(run.end()));
    QTRY_COMPARE(countProcesses(seconds), 0);
}

void TestFramedScript::nothingIsLeftWhenTheInputEnds()
{
    QFETCH(QByteArray, shell);
    const QByteArray seconds = uniqueSeconds();
    ScriptRun run({quick({"echo", "x"}), helper("sleep", {"sleep", seconds}, 60s)});
    VERIFY_RESULT(await(run.run(&m_host, shell,
                            [&run, &seconds] {
                                return run.reader.answer(0).progress == FramedAnswer::Ended
                                    && countProcesses(seconds) > 1;
                            }),
        70000));
    QCOMPARE(run.reader.answer(0).out, "x\n");
    QCOMPARE(run.reader.answer(1).progress, FramedAnswer::Started);
    QVERIFY(countProcesses(seconds) > 0);
    VERIFY_RESULT(await(run.end()));
    QTRY_COMPARE(countProcesses(seconds), 0);
}

void TestFramedScript::nothingIsLeftWhenTheChannelIsDropped()
{
    const QByteArray seconds = uniqueSeconds();
    ScriptRun run({quick({"sleep", seconds}, 60s), helper("sleep", {"sleep", seconds}, 60s)});
    VERIFY_RESULT(
        await(run.run(&m_host, "sh", [&seconds] { return countProcesses(seconds) > 1; }), 70000));
    QVERIFY(countProcesses(seconds) > 0);
    run.channel.reset();
    QTRY_COMPARE(countProcesses(seconds), 0);
}

void TestFramedScript::virshAnswersEachCommand()
{
    QFETCH(QByteArray, shell);
    fakeVirsh("domstate() { echo running; echo; }\n"
              "list() { echo 'error: failed to list' >&2; }\n"
              "dumpxml() { echo \"<domain name='$1'/>\"; }");
    ScriptRun run({virsh("a", {"domstate", "x"}), virsh("a", {"list"}),
        virsh("a", {"dumpxml", "it's; $(true)"}), virsh("b", {"domstate", "y"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(run.reader.answer(i).progress, FramedAnswer::Ended);
    QCOMPARE(run.reader.answer(0).out, "running\n\n");
    QCOMPARE(run.reader.answer(0).exitCode, 0);
    // An error is never an empty list.
    QCOMPARE(run.reader.answer(1).out, "");
    QCOMPARE(run.reader.answer(1).err, "error: failed to list\n");
    QCOMPARE(run.reader.answer(1).exitCode, 1);
    QCOMPARE(run.reader.answer(2).out, "<domain name='it's; $(true)'/>\n");
    QCOMPARE(run.reader.answer(2).exitCode, 0);
    QCOMPARE(run.reader.answer(3).out, "running\n\n");
    QCOMPARE(virshCalls().count("domstate"), 2);
    QCOMPARE(run.reader.noise(), "");
}

void TestFramedScript::virshThatHangsInTheMiddle()
{
    const QByteArray seconds = uniqueSeconds();
    fakeVirsh("domstate() { echo running; }\n"
              "domblkinfo() { echo half; exec sleep "
        + seconds + "; }");
    ScriptRun run({virsh("a", {"domstate", "x"}), virsh("a", {"domblkinfo", "x"}),
        virsh("a", {"domstate", "y"})});
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    QVERIFY(run.reader.isComplete());
    QCOMPARE(run.reader.answer(0).out, "running\n");
    QCOMPARE(run.reader.answer(0).exitCode, 0);
    QCOMPARE(run.reader.answer(1).exitCode, 124);
    QCOMPARE(run.reader.answer(2).exitCode, 124);
    QCOMPARE(run.reader.answer(2).out, "");
    QCOMPARE(countProcesses(seconds), 0);
}

void TestFramedScript::virshThatIsMissing()
{
    // What a shell says of a command that is not there.
    fakeVirsh("echo 'sh: 1: exec: virsh: not found' >&2; exit 127");
    ScriptRun run({virsh("a", {"list"}), virsh("a", {"domstate", "x"})});
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run.reader.answer(i).progress, FramedAnswer::Ended);
        QCOMPARE(run.reader.answer(i).exitCode, 127);
        QVERIFY(run.reader.answer(i).err.contains("not found"));
        QCOMPARE(run.reader.answer(i).out, "");
    }
}

void TestFramedScript::virshWithoutItsDaemon()
{
    fakeVirsh("echo 'error: failed to connect to the hypervisor'; exit 1");
    ScriptRun run({virsh("a", {"list"}), virsh("a", {"domstate", "x"})});
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run.reader.answer(i).exitCode, 1);
        QCOMPARE(run.reader.answer(i).err, "error: failed to connect to the hypervisor\n");
        QCOMPARE(run.reader.answer(i).out, "");
    }
}

// virsh has a parser of its own for quotes and semicolons; its test driver needs no daemon.
void TestFramedScript::realVirshReadsOurQuoting()
{
    if (QStandardPaths::findExecutable(u"virsh"_s).isEmpty())
        QSKIP("virsh is not installed");
    const QByteArray owned = m_folder->filePath(u"owned"_s).toUtf8();
    const QList<QByteArray> words{"plain", "it's", "a;b", "say \"x\"", "back\\slash\\", "a\nb",
        "$(touch " + owned + ')', "{\"execute\":\"x\",\"a\":\"'\\\"\"}", "# no comment",
        "\xc3\xa4"};
    QList<Question> questions;
    for (const QByteArray &word : words)
        questions.append(virsh("a", {"echo", word}));
    questions.append(virsh("a", {"domstate", "no-such-domain"}));
    questions.append(virsh("a", {"list", "--name"}));
    // What this virsh does not know it refuses before it begins: the whole group hears of it.
    questions.append(virsh("newer", {"list", "--name"}));
    questions.append(virsh("newer", {"no-such-command"}));
    ScriptRun run(questions);
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    for (int i = 0; i < words.size(); ++i)
        QCOMPARE(run.reader.answer(i).out, words.at(i) + '\n');
    QCOMPARE(run.reader.answer(words.size()).exitCode, 1);
    QVERIFY(run.reader.answer(words.size()).err.startsWith("error: failed to get domain"));
    QCOMPARE(run.reader.answer(words.size() + 1).out.trimmed(), "test");
    for (qsizetype i = words.size() + 2; i < questions.size(); ++i) {
        QCOMPARE(run.reader.answer(i).progress, FramedAnswer::Ended);
        QCOMPARE(run.reader.answer(i).exitCode, 1);
        QVERIFY(run.reader.answer(i).err.contains("unknown command: 'no-such-command'"));
    }
    QVERIFY(!QFile::exists(QString::fromUtf8(owned)));
}

void TestFramedScript::gateKeepsAGroupFromABusyMonitor_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<bool>("sent");
    QTest::newRow("ok") << QByteArray("ok") << true;
    QTest::newRow("somebody's quick question") << QByteArray("occupied (0.042s)") << true;
    QTest::newRow("background job, just begun") << QByteArray("background job (0.100s)") << true;
    QTest::newRow("occupied") << QByteArray("occupied (10.042s)") << false;
    QTest::newRow("error") << QByteArray("error: monitor failure (0.000s)") << false;
    QTest::newRow("no such domain") << QByteArray("error: failed to get domain 'x'") << false;
    QTest::newRow("silence") << QByteArray() << false;
    QTest::newRow("long and hostile") << QByteArray("$(x)' \xff").repeated(1000) << false;
}

void TestFramedScript::gateKeepsAGroupFromABusyMonitor()
{
    QFETCH(QByteArray, says);
    QFETCH(bool, sent);
    QFile file(m_folder->filePath(u"says"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(says);
    file.close();
    fakeVirsh("domcontrol() { cat " + m_folder->path().toUtf8()
        + "/says; }\n"
          "dumpxml() { echo '<domain/>'; }");
    ScriptRun run({virsh("xml", {"dumpxml", "uuid-1"}, "uuid-1"), quick({"echo", "x"})});
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    QVERIFY(run.reader.isComplete());
    QCOMPARE(virshCalls().contains("dumpxml"), sent);
    QVERIFY(virshCalls().startsWith("domcontrol uuid-1\n"));
    if (sent) {
        QCOMPARE(run.reader.answer(0).progress, FramedAnswer::Ended);
        QCOMPARE(run.reader.answer(0).out, "<domain/>\n");
    } else {
        QCOMPARE(run.reader.answer(0).progress, FramedAnswer::Withheld);
        QVERIFY(says.startsWith(run.reader.answer(0).out));
        QCOMPARE(run.reader.answer(0).out.isEmpty(), says.isEmpty());
    }
    QCOMPARE(run.reader.answer(1).out, "x\n");
}

void TestFramedScript::groupsShareOneGate()
{
    QFETCH(QByteArray, shell);
    fakeVirsh("domcontrol() { echo \"$PLUMBLINE_HELPER\" >>" + m_folder->path().toUtf8()
        + "/helpers; echo ok; }\n"
          "show() { echo \"$1\"; }");
    ScriptRun run({virsh("monitor", {"show", "a"}, "uuid-1"), virsh("xml", {"show", "b"}, "uuid-1"),
        virsh("monitor", {"show", "c"}, "uuid-1"), virsh("monitor", {"show", "d"}, "uuid-2"),
        virsh("list", {"show", "e"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(run.reader.answer(i).progress, FramedAnswer::Ended);
        QCOMPARE(run.reader.answer(i).out, QByteArray(1, char('a' + i)) + '\n');
    }
    // Another domain's monitor is another matter.
    QCOMPARE(virshCalls().count("domcontrol uuid-1\n"), 1);
    QCOMPARE(virshCalls().count("domcontrol uuid-2\n"), 1);
    QFile helpers(m_folder->filePath(u"helpers"_s));
    QVERIFY(helpers.open(QIODevice::ReadOnly));
    QCOMPARE(helpers.readAll().count("virsh@"), 2);
}

void TestFramedScript::aGateThatHangsIsNotDoubled()
{
    QFETCH(QByteArray, shell);
    fakeVirsh("domcontrol() { echo ok; }\ndumpxml() { echo '<domain/>'; }");
    const qint64 longAgo = QDateTime::currentSecsSinceEpoch() - 300;
    const auto planted = plant("virsh@" + QByteArray::number(longAgo), u"virsh"_s);
    ScriptRun run({virsh("xml", {"dumpxml", "uuid-1"}, "uuid-1"),
        virsh("monitor", {"dumpxml", "uuid-1"}, "uuid-1"), quick({"echo", "x"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QVERIFY(run.reader.isComplete());
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run.reader.answer(i).progress, FramedAnswer::Withheld);
        QCOMPARE(run.reader.answer(i).hangingPid, planted->processId());
        QVERIFY(run.reader.answer(i).hangingSeconds >= 300);
    }
    QCOMPARE(virshCalls(), "");
    QCOMPARE(run.reader.answer(2).out, "x\n");
    planted->kill();
    planted->waitForFinished();
}

// As many as a disk with VIRTIO_QUEUE_MAX queues is asked: more than one argument can hold.
QList<Question> TestFramedScript::manyQuestions(const QByteArray &gate) const
{
    QList<Question> questions;
    for (int i = 0; i < 1024; ++i) {
        questions.append(
            virsh("monitor", {"show", QByteArray::number(i), QByteArray(40, '\'')}, gate));
    }
    return questions;
}

void TestFramedScript::longGroupsAreSplit()
{
    QFETCH(QByteArray, shell);
    fakeVirsh("domcontrol() { echo ok; }\nshow() { echo \"$1\"; }");
    for (const QByteArray &gate : {QByteArray(), QByteArray("uuid-1")}) {
        ScriptRun run(manyQuestions(gate));
        QVERIFY(run.script.text.size() > 256 * 1024);
        VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
        QVERIFY(run.reader.isComplete());
        for (int i = 0; i < 1024; ++i) {
            QCOMPARE(run.reader.answer(i).out, QByteArray::number(i) + '\n');
            QCOMPARE(run.reader.answer(i).exitCode, 0);
        }
    }
}

void TestFramedScript::aSplitGroupStopsWhenTheMonitorIsTaken()
{
    const QByteArray taken = m_folder->filePath(u"taken"_s).toUtf8();
    fakeVirsh("domcontrol() { if [ -e " + taken + " ]; then echo 'occupied (10.042s)'; else : >"
        + taken + "; echo ok; fi; }\nshow() { echo \"$1\"; }");
    ScriptRun run(manyQuestions("uuid-1"));
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    QVERIFY(run.reader.isComplete());
    QCOMPARE(run.reader.answer(0).out, "0\n");
    QCOMPARE(run.reader.answer(0).progress, FramedAnswer::Ended);
    QCOMPARE(run.reader.answer(1023).progress, FramedAnswer::Withheld);
    QCOMPARE(run.reader.answer(1023).out, "occupied (10.042s)");
    QCOMPARE(virshCalls().count("V end'"), 1);
}

// A process of this user with the name of a program, as a hanging helper of ours would be.
std::unique_ptr<QProcess> TestFramedScript::plant(
    const QByteArray &helperValue, const QString &name)
{
    QDir(m_folder->path()).mkdir(u"planted"_s);
    const QString program = m_folder->filePath(u"planted/"_s + name);
    QFile::copy(QStandardPaths::findExecutable(u"sleep"_s), program);
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PLUMBLINE_HELPER"_s, QString::fromUtf8(helperValue));
    process->setProcessEnvironment(environment);
    process->start(program, {QString::fromLatin1(uniqueSeconds())});
    process->waitForStarted();
    return process;
}

void TestFramedScript::anEarlierHelperThatHangsIsNotJoined()
{
    QFETCH(QByteArray, shell);
    const qint64 longAgo = QDateTime::currentSecsSinceEpoch() - 300;
    const auto planted = plant("stat@" + QByteArray::number(longAgo));
    ScriptRun run({helper("stat", {"stat", "-f", "-c", "%T", "--", "/proc"}),
        helper("other", {"stat", "-f", "-c", "%T", "--", "/proc"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    const FramedAnswer &withheld = run.reader.answer(0);
    QCOMPARE(withheld.progress, FramedAnswer::Withheld);
    QCOMPARE(withheld.hangingPid, planted->processId());
    QVERIFY(withheld.hangingSeconds >= 300 && withheld.hangingSeconds < 400);
    // A helper of another kind is not concerned.
    QCOMPARE(run.reader.answer(1).out, "proc\n");
    planted->kill();
    planted->waitForFinished();

    ScriptRun again({helper("stat", {"stat", "-f", "-c", "%T", "--", "/proc"})});
    VERIFY_RESULT(await(again.run(&m_host, shell), 70000));
    QCOMPARE(again.reader.answer(0).out, "proc\n");
}

void TestFramedScript::environmentsOfOthersAreOnlyRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("just begun") << "stat@" + QByteArray::number(QDateTime::currentSecsSinceEpoch());
    QTest::newRow("in the future")
        << "stat@" + QByteArray::number(QDateTime::currentSecsSinceEpoch() + 9000);
    QTest::newRow("shell arithmetic") << QByteArray("stat@a[$(touch OWNED)]");
    QTest::newRow("digits and more") << QByteArray("stat@1000000000+a[$(touch OWNED)]");
    QTest::newRow("octal") << QByteArray("stat@0777777777");
    QTest::newRow("too long") << QByteArray("stat@100000000000000000000000000");
    QTest::newRow("empty") << QByteArray("stat@");
    QTest::newRow("another kind") << QByteArray("virsh@1000000000");
    QTest::newRow("quotes") << QByteArray("stat@'\"`touch OWNED`");
}

void TestFramedScript::environmentsOfOthersAreOnlyRead()
{
    QFETCH(QByteArray, value);
    const QByteArray owned = m_folder->filePath(u"owned"_s).toUtf8();
    const auto planted = plant(value.replace("OWNED", owned));
    for (const char *shell : {"sh", "bash --posix"}) {
        ScriptRun run({helper("stat", {"stat", "-f", "-c", "%T", "--", "/proc"})});
        VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
        QCOMPARE(run.reader.answer(0).progress, FramedAnswer::Ended);
        QCOMPARE(run.reader.answer(0).out, "proc\n");
    }
    QVERIFY(!QFile::exists(QString::fromUtf8(owned)));
    planted->kill();
    planted->waitForFinished();
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestFramedScript)
#include "tst_framed_script.moc"
