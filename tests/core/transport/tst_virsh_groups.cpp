// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the real script that asks virsh, with a virsh of our own where needed.
#include "support/script_run.h"

#include "support/await.h"
#include "support/fake_virsh.h"
#include "support/test_sshd.h"
#include "support/verify.h"
#include "transport/local_transport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestVirshGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    void longGroupsAreSplit_data() { eachShell(); }
    void longGroupsAreSplit();
    void aSplitGroupStopsWhenTheMonitorIsTaken();

private:
    QList<Question> manyQuestions(const QByteArray &gate) const;

    LocalTransport m_host;
};

void TestVirshGroups::virshAnswersEachCommand()
{
    QFETCH(QByteArray, shell);
    const FakeVirsh fake("domstate() { echo running; echo; }\n"
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
    QCOMPARE(fake.calls().count("domstate"), 2);
    QCOMPARE(run.reader.noise(), "");
}

void TestVirshGroups::virshThatHangsInTheMiddle()
{
    const QByteArray seconds = uniqueSeconds();
    const FakeVirsh fake("domstate() { echo running; }\n"
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

void TestVirshGroups::virshThatIsMissing()
{
    // What a shell says of a command that is not there.
    const FakeVirsh fake("echo 'sh: 1: exec: virsh: not found' >&2; exit 127");
    ScriptRun run({virsh("a", {"list"}), virsh("a", {"domstate", "x"})});
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run.reader.answer(i).progress, FramedAnswer::Ended);
        QCOMPARE(run.reader.answer(i).exitCode, 127);
        QVERIFY(run.reader.answer(i).err.contains("not found"));
        QCOMPARE(run.reader.answer(i).out, "");
    }
}

void TestVirshGroups::virshWithoutItsDaemon()
{
    const FakeVirsh fake("echo 'error: failed to connect to the hypervisor'; exit 1");
    ScriptRun run({virsh("a", {"list"}), virsh("a", {"domstate", "x"})});
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run.reader.answer(i).exitCode, 1);
        QCOMPARE(run.reader.answer(i).err, "error: failed to connect to the hypervisor\n");
        QCOMPARE(run.reader.answer(i).out, "");
    }
}

// virsh has a parser of its own for quotes and semicolons; its test driver needs no daemon.
void TestVirshGroups::realVirshReadsOurQuoting()
{
    const QTemporaryDir folder;
    REQUIRE_HERE(!QStandardPaths::findExecutable(u"virsh"_s).isEmpty(), "no virsh is installed");
    const QByteArray owned = folder.filePath(u"owned"_s).toUtf8();
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

void TestVirshGroups::gateKeepsAGroupFromABusyMonitor_data()
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

void TestVirshGroups::gateKeepsAGroupFromABusyMonitor()
{
    QFETCH(QByteArray, says);
    QFETCH(bool, sent);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"says"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(says);
    file.close();
    const FakeVirsh fake("domcontrol() { cat " + folder.path().toUtf8()
        + "/says; }\n"
          "dumpxml() { echo '<domain/>'; }");
    ScriptRun run({virsh("xml", {"dumpxml", "uuid-1"}, "uuid-1"), quick({"echo", "x"})});
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    QVERIFY(run.reader.isComplete());
    QCOMPARE(fake.calls().contains("dumpxml"), sent);
    QVERIFY(fake.calls().startsWith("domcontrol uuid-1\n"));
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

void TestVirshGroups::groupsShareOneGate()
{
    QFETCH(QByteArray, shell);
    const QTemporaryDir folder;
    const FakeVirsh fake("domcontrol() { echo \"$PLUMBLINE_HELPER\" >>" + folder.path().toUtf8()
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
    QCOMPARE(fake.calls().count("domcontrol uuid-1\n"), 1);
    QCOMPARE(fake.calls().count("domcontrol uuid-2\n"), 1);
    QFile helpers(folder.filePath(u"helpers"_s));
    QVERIFY(helpers.open(QIODevice::ReadOnly));
    QCOMPARE(helpers.readAll().count("virsh@"), 2);
}

// As many as a disk with VIRTIO_QUEUE_MAX queues is asked: more than one argument can hold.
QList<Question> TestVirshGroups::manyQuestions(const QByteArray &gate) const
{
    QList<Question> questions;
    for (int i = 0; i < 1024; ++i) {
        questions.append(
            virsh("monitor", {"show", QByteArray::number(i), QByteArray(40, '\'')}, gate));
    }
    return questions;
}

void TestVirshGroups::longGroupsAreSplit()
{
    QFETCH(QByteArray, shell);
    const FakeVirsh fake("domcontrol() { echo ok; }\nshow() { echo \"$1\"; }");
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

void TestVirshGroups::aSplitGroupStopsWhenTheMonitorIsTaken()
{
    const QTemporaryDir folder;
    const QByteArray taken = folder.filePath(u"taken"_s).toUtf8();
    const FakeVirsh fake("domcontrol() { if [ -e " + taken
        + " ]; then echo 'occupied (10.042s)'; else : >" + taken
        + "; echo ok; fi; }\nshow() { echo \"$1\"; }");
    ScriptRun run(manyQuestions("uuid-1"));
    VERIFY_RESULT(await(run.run(&m_host, "sh"), 70000));
    QVERIFY(run.reader.isComplete());
    QCOMPARE(run.reader.answer(0).out, "0\n");
    QCOMPARE(run.reader.answer(0).progress, FramedAnswer::Ended);
    QCOMPARE(run.reader.answer(1023).progress, FramedAnswer::Withheld);
    QCOMPARE(run.reader.answer(1023).out, "occupied (10.042s)");
    QCOMPARE(fake.calls().count("V end'"), 1);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestVirshGroups)
#include "tst_virsh_groups.moc"
