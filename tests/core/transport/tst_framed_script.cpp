// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The real script under real shells, with real processes.
#include "support/script_run.h"

#include "hypervisor/live_host.h"
#include "support/await.h"
#include "support/test_sshd.h"
#include "transport/local_transport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFramedScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOfQuickQuestions_data() { eachShell(); }
    void answersOfQuickQuestions();
    void outputThatLooksLikeFrames_data() { eachShell(); }
    void outputThatLooksLikeFrames();
    void hostileWordsAreWords_data() { eachShell(); }
    void hostileWordsAreWords();
    void outputThatJustFitsIsWhole_data() { eachShell(); }
    void outputThatJustFitsIsWhole();
    void hugeOutputIsCut_data() { eachShell(); }
    void hugeOutputIsCut();
    void endlessOutputTakesNoOthersRoom();
    void endlessOutputEndsAtItsLimit_data() { eachShell(); }
    void endlessOutputEndsAtItsLimit();
    void aHangHoldsNothingElseUp_data() { eachShell(); }
    void aHangHoldsNothingElseUp();
    void nothingIsLeftWhenTheInputEnds_data() { eachShell(); }
    void nothingIsLeftWhenTheInputEnds();
    void nothingIsLeftWhenTheChannelIsDropped();

private:
    LocalTransport m_host;
};

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
    const QTemporaryDir folder;
    const QByteArray owned = folder.filePath(u"owned"_s).toUtf8();
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

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestFramedScript)
#include "tst_framed_script.moc"
