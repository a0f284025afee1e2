// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the real script does about helpers of earlier refreshes that still hang on the host.
#include "support/script_run.h"

#include "support/await.h"
#include "support/fake_virsh.h"
#include "support/planted_helper.h"
#include "transport/local_transport.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEarlierHelpers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEarlierHelperThatHangsIsNotJoined_data() { eachShell(); }
    void anEarlierHelperThatHangsIsNotJoined();
    void oneOfAnotherSessionIsWaitedFor_data() { eachShell(); }
    void oneOfAnotherSessionIsWaitedFor();
    void oneOfAnotherSessionThatHangsIsNotJoined_data() { eachShell(); }
    void oneOfAnotherSessionThatHangsIsNotJoined();
    void aGateThatHangsIsNotDoubled_data() { eachShell(); }
    void aGateThatHangsIsNotDoubled();
    void environmentsOfOthersAreOnlyRead_data();
    void environmentsOfOthersAreOnlyRead();

private:
    LocalTransport m_host;
};

void TestEarlierHelpers::anEarlierHelperThatHangsIsNotJoined()
{
    QFETCH(QByteArray, shell);
    const qint64 longAgo = QDateTime::currentSecsSinceEpoch() - 300;
    PlantedHelper planted("stat@" + QByteArray::number(longAgo));
    ScriptRun run({helper("stat", {"stat", "-f", "-c", "%T", "--", "/proc"}),
        helper("other", {"stat", "-f", "-c", "%T", "--", "/proc"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    const FramedAnswer &withheld = run.reader.answer(0);
    QCOMPARE(withheld.progress, FramedAnswer::Withheld);
    QCOMPARE(withheld.hangingPid, planted.processId());
    QVERIFY(withheld.hangingSeconds >= 300 && withheld.hangingSeconds < 400);
    // A helper of another kind is not concerned.
    QCOMPARE(run.reader.answer(1).out, "proc\n");
    planted.end();

    ScriptRun again({helper("stat", {"stat", "-f", "-c", "%T", "--", "/proc"})});
    VERIFY_RESULT(await(again.run(&m_host, shell), 70000));
    QCOMPARE(again.reader.answer(0).out, "proc\n");
}

static QByteArray begunNow(const char *kind)
{
    return kind + ('@' + QByteArray::number(QDateTime::currentSecsSinceEpoch()));
}

void TestEarlierHelpers::oneOfAnotherSessionIsWaitedFor()
{
    QFETCH(QByteArray, shell);
    PlantedHelper planted(begunNow("stat"));
    QTimer::singleShot(300ms, this, [&planted] { planted.end(); });
    ScriptRun run({helper("stat", {"stat", "-f", "-c", "%T", "--", "/proc"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QCOMPARE(run.reader.answer(0).out, "proc\n");
    QVERIFY(!planted.isRunning());
}

// Two diagnoses side by side leave one process on a dead mount, not two.
void TestEarlierHelpers::oneOfAnotherSessionThatHangsIsNotJoined()
{
    QFETCH(QByteArray, shell);
    PlantedHelper planted(begunNow("stat"));
    ScriptRun run({helper("stat", {"stat", "-f", "-c", "%T", "--", "/proc"}, 2s)});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QCOMPARE(run.reader.answer(0).progress, FramedAnswer::Withheld);
    QCOMPARE(run.reader.answer(0).hangingPid, planted.processId());
    QVERIFY(run.reader.answer(0).hangingSeconds <= 4);
    // A virsh can always be killed: those of other domains are not waited for.
    const FakeVirsh fake("domcontrol() { echo ok; }\ndumpxml() { echo '<domain/>'; }");
    const PlantedHelper other(begunNow("virsh"), u"virsh"_s);
    ScriptRun beside({virsh("xml", {"dumpxml", "uuid-1"}, "uuid-1")});
    VERIFY_RESULT(await(beside.run(&m_host, shell), 70000));
    QCOMPARE(beside.reader.answer(0).out, "<domain/>\n");
}

void TestEarlierHelpers::aGateThatHangsIsNotDoubled()
{
    QFETCH(QByteArray, shell);
    const FakeVirsh fake("domcontrol() { echo ok; }\ndumpxml() { echo '<domain/>'; }");
    const qint64 longAgo = QDateTime::currentSecsSinceEpoch() - 300;
    PlantedHelper planted("virsh@" + QByteArray::number(longAgo), u"virsh"_s);
    ScriptRun run({virsh("xml", {"dumpxml", "uuid-1"}, "uuid-1"),
        virsh("monitor", {"dumpxml", "uuid-1"}, "uuid-1"), quick({"echo", "x"})});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QVERIFY(run.reader.isComplete());
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run.reader.answer(i).progress, FramedAnswer::Withheld);
        QCOMPARE(run.reader.answer(i).hangingPid, planted.processId());
        QVERIFY(run.reader.answer(i).hangingSeconds >= 300);
    }
    QCOMPARE(fake.calls(), "");
    QCOMPARE(run.reader.answer(2).out, "x\n");
    planted.end();
}

void TestEarlierHelpers::environmentsOfOthersAreOnlyRead_data()
{
    QTest::addColumn<QByteArray>("value");
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

void TestEarlierHelpers::environmentsOfOthersAreOnlyRead()
{
    QFETCH(QByteArray, value);
    const QTemporaryDir folder;
    const QByteArray owned = folder.filePath(u"owned"_s).toUtf8();
    PlantedHelper planted(value.replace("OWNED", owned));
    for (const char *shell : {"sh", "bash --posix"}) {
        ScriptRun run({helper("stat", {"stat", "-f", "-c", "%T", "--", "/proc"})});
        VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
        QCOMPARE(run.reader.answer(0).progress, FramedAnswer::Ended);
        QCOMPARE(run.reader.answer(0).out, "proc\n");
    }
    QVERIFY(!QFile::exists(QString::fromUtf8(owned)));
    planted.end();
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestEarlierHelpers)
#include "tst_earlier_helpers.moc"
