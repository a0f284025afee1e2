// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What one asks of a value that has been read: which mount a path lies on, how many requests are
// pending, which call holds the lock.

#include "formats/mountinfo.h"
#include "formats/qemu_command_line.h"
#include "formats/qmp_queries.h"
#include "formats/virsh_text.h"

#include <QTest>

using namespace plumbline;

class TestFormatQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mountOfPath_data();
    void mountOfPath();
    void mountOfSurvivesCircles();
    void pendingWrapsAround();
    void integersAreExact();
    void lockHolders_data();
    void lockHolders();
    void chainOfCircleIsEmpty();
};

static const char *const mounts = "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
                                  "21 20 0:4 / /proc rw - proc proc rw\n"
                                  "30 20 0:40 / /var/lib/img rw - nfs4 nas:/img rw,hard\n"
                                  "31 30 8:2 / /var/lib/img/local rw - xfs /dev/sda2 rw\n"
                                  "40 20 8:3 / /srv rw - ext4 /dev/sda3 rw\n"
                                  "41 40 0:50 / /srv/deep rw - nfs4 nas:/deep rw\n"
                                  "42 40 0:51 / /srv rw - tmpfs  rw\n"
                                  "43 20 0:52 / /mnt/a\\040b rw - fuse.x x rw\n";

void TestFormatQuestions::mountOfPath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("id");
    QTest::newRow("root") << QByteArray("/etc/fstab") << 20;
    QTest::newRow("deepest") << QByteArray("/var/lib/img/local/a.img") << 31;
    QTest::newRow("above it") << QByteArray("/var/lib/img/a.img") << 30;
    QTest::newRow("the mount point itself") << QByteArray("/var/lib/img") << 30;
    QTest::newRow("only half a name") << QByteArray("/var/lib/image") << 20;
    QTest::newRow("a later mount covers an earlier") << QByteArray("/srv/x") << 42;
    QTest::newRow("and what lay beneath it") << QByteArray("/srv/deep/x") << 42;
    QTest::newRow("blank in the name") << QByteArray("/mnt/a b/c") << 43;
    QTest::newRow("no absolute path") << QByteArray("a.img") << 0;
}

void TestFormatQuestions::mountOfPath()
{
    QFETCH(const QByteArray, path);
    QFETCH(const int, id);
    const auto table = readMountinfo(mounts);
    QVERIFY(table);
    const Mount *mount = mountOf(*table, path);
    QCOMPARE(mount ? mount->id : 0, id);
}

void TestFormatQuestions::mountOfSurvivesCircles()
{
    const auto table = readMountinfo("1 3 8:1 / / rw - ext4 a rw\n2 1 8:1 / / rw - ext4 b rw\n"
                                     "3 2 8:1 / / rw - ext4 c rw\n");
    QVERIFY(table);
    QVERIFY(!mountOf(*table, "/a")); // nobody is outermost
}

void TestFormatQuestions::pendingWrapsAround()
{
    VirtqueueStatus queue;
    QCOMPARE(queue.pending(), std::nullopt);
    queue.shadowAvailIndex = quint16(3);
    queue.usedIndex = 65534;
    QCOMPARE(queue.pending(), std::optional<quint16>(5));
}

void TestFormatQuestions::integersAreExact()
{
    const QByteArray reply = R"({"return":[{"stats":{"rd_operations":9007199254740993,
        "wr_operations":18446744073709551615,"flush_operations":0,"rd_bytes":0,"wr_bytes":0}}]})";
    const auto stats = readQueryBlockstats(reply);
    QVERIFY(stats);
    QCOMPARE(stats->first().readOps, quint64(9007199254740993));
    QCOMPARE(stats->first().writeOps, quint64(18446744073709551615u));
    QCOMPARE(stats->first().lines.value("wr_operations"), 2);

    QByteArray tooLarge = reply;
    QVERIFY(!readQueryBlockstats(tooLarge.replace("18446744073709551615", "18446744073709551616")));
}

void TestFormatQuestions::lockHolders_data()
{
    QTest::addColumn<QByteArray>("held");
    QTest::addColumn<QByteArray>("monitor");
    QTest::addColumn<QByteArray>("agent");
    QTest::newRow("both") << QByteArray(" (held by monitor=A agent=B)") << QByteArray("A")
                          << QByteArray("B");
    QTest::newRow("monitor") << QByteArray(" (held by monitor=A)") << QByteArray("A")
                             << QByteArray();
    QTest::newRow("agent") << QByteArray(" (held by agent=B)") << QByteArray() << QByteArray("B");
    QTest::newRow("untold") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("limit") << QByteArray(" due to max_queued limit") << QByteArray()
                           << QByteArray();
}

void TestFormatQuestions::lockHolders()
{
    QFETCH(const QByteArray, held);
    QFETCH(const QByteArray, monitor);
    QFETCH(const QByteArray, agent);
    const auto error = virshErrorIn(
        "error: Timed out during operation: cannot acquire state change lock" + held + '\n');
    QVERIFY(error);
    QCOMPARE(error->kind, VirshError::Kind::JobTimeout);
    QCOMPARE(error->holder, monitor);
    QCOMPARE(error->agentHolder, agent);
}

void TestFormatQuestions::chainOfCircleIsEmpty()
{
    const auto line = readQemuCommandLine(
        {"qemu", "-blockdev", "raw,node-name=a,file=b", "-blockdev", "raw,node-name=b,file=a"});
    QVERIFY(line);
    QVERIFY(line->graph.chain("a").isEmpty());
    QVERIFY(line->graph.chain("nobody").isEmpty());
}

QTEST_GUILESS_MAIN(TestFormatQuestions)
#include "tst_format_questions.moc"
