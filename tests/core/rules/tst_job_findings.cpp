// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Block jobs and migration: what is worth a finding, and what is said of it.
#include "rules/job_findings.h"

#include "story.h"

#include <QTest>

namespace plumbline {

class TestJobFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobs_data();
    void jobs();
    void twoSecondsProveNothingLess();
    void otherJobs_data();
    void otherJobs();
    void migrations_data();
    void migrations();
};

static const QByteArray running
    = R"({"return": [{"type": "stream", "device": "pull-vda-libvirt-2-format", "len": 2147483648,
 "offset": 1073741824, "busy": true, "paused": false, "speed": 0, "io-status": "ok",
 "status": "running", "ready": false}]})";

static QByteArray with(const QByteArray &before, const QByteArray &after)
{
    return QByteArray(running).replace(before, after);
}

static QStringList textsOf(const QList<Verdict> &findings)
{
    QStringList texts;
    for (const Verdict &finding : findings)
        texts.append(finding.reason.textIn(nullptr));
    return texts;
}

static Story looks(const QByteArray &first, const QByteArray &last, double seconds = 5)
{
    Story story(Story::NbdSocket);
    return story.says(qemuBlockJobs, story.plan.subject(), first)
        .at(seconds)
        .says(qemuBlockJobs, story.plan.subject(), last);
}

void TestJobFindings::jobs_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QString>("finding");
    const QByteArray none = R"({"return": []})";
    const QByteArray moved = with("1073741824", "1073741825");
    QTest::newRow("none") << none << none << QString();
    QTest::newRow("moves") << running << moved << QString();
    QTest::newRow("stands")
        << running << running
        << QStringLiteral("block job pull-vda-libvirt-2-format (stream, 1024 of 2048 MiB, running) "
                          "made no progress in 5 s");
    QTest::newRow("another job of that name") << running << with("stream", "commit") << QString();
    QTest::newRow("just begun") << none << running << QString();
    const QByteArray paused = with("\"paused\": false", "\"paused\": true");
    QTest::newRow("paused by somebody") << paused << paused << QString();
    const QByteArray failed = QByteArray(paused).replace("\"ok\"", "\"nospace\"");
    QTest::newRow("paused by an error")
        << failed << failed
        << QStringLiteral("block job pull-vda-libvirt-2-format (stream, 1024 of 2048 MiB, paused, "
                          "I/O status nospace) stopped at an I/O error");
    const QByteArray ready = with("\"ready\": false", "\"ready\": true");
    QTest::newRow("ready") << ready << ready << QString();
    const QByteArray slow = with("\"speed\": 0", "\"speed\": 65536");
    QTest::newRow("limited to less than a piece") << slow << slow << QString();
    const QByteArray limited = with("\"speed\": 0", "\"speed\": 104857600");
    QTest::newRow("limited, but not to so little")
        << limited << limited << QStringLiteral("limited to 104857600 bytes a second");
    const QByteArray over = with("1073741824", "2147483648");
    QTest::newRow("all copied") << over << over << QString();
}

void TestJobFindings::jobs()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, last);
    QFETCH(const QString, finding);
    const Story story = looks(first, last);
    const QList<Verdict> findings = findJobs(story.plan, story.facts);
    QVERIFY2(
        findings.size() == (finding.isEmpty() ? 0 : 1), qPrintable(textsOf(findings).join(u'\n')));
    if (finding.isEmpty())
        return;
    QVERIFY2(textsOf(findings).first().contains(finding), qPrintable(textsOf(findings).first()));
    QVERIFY(!findings.first().evidence.isEmpty());
    QCOMPARE(findings.first().state, State::Unknown);
}

void TestJobFindings::twoSecondsProveNothingLess()
{
    const Story story = looks(running, running, 1.5);
    QVERIFY(findJobs(story.plan, story.facts).isEmpty());
}

void TestJobFindings::otherJobs_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("finding");
    QTest::newRow("creates an image") << QByteArray(
        "create_running") << QStringLiteral("QEMU's job create-slow (create) is running");
    QTest::newRow("could not create it")
        << QByteArray("create_failed")
        << QStringLiteral("QEMU's job create-refused (create) failed: Could not create "
                          "'/nonexistent/x': No such file or directory");
    QTest::newRow("could not delete a snapshot")
        << QByteArray("snapshot_delete_failed")
        << QStringLiteral("QEMU's job delete-state (snapshot-delete) failed: Device 'copy-format' "
                          "is writable but does not support snapshots");
    // query-block-jobs tells of these, with more.
    QTest::newRow("a block job") << QByteArray("mirror") << QString();
    QTest::newRow("a snapshot that is saved") << QByteArray("snapshot_save_concluded") << QString();
}

void TestJobFindings::otherJobs()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, finding);
    Story story(Story::NbdSocket);
    story.says(
        qemuJobs, story.plan.subject(), fixture("query_jobs/good.qemu_10_0_" + file + ".txt"));
    const QList<Verdict> findings = findJobs(story.plan, story.facts);
    QCOMPARE(textsOf(findings), finding.isEmpty() ? QStringList() : QStringList{finding});
    for (const Verdict &verdict : findings)
        QVERIFY(verdict.state == State::Unknown && !verdict.evidence.isEmpty());
}

void TestJobFindings::migrations_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("finding");
    QTest::newRow("never") << QByteArray("good.none.txt") << QString();
    QTest::newRow("active") << QByteArray("good.synthetic_qemu_6_2_active.txt")
                            << QStringLiteral(
                                   "under way: active, 1024 of 4112 MiB of memory left, for 12 s");
    QTest::newRow("postcopy, and its link is gone")
        << QByteArray("good.synthetic_qemu_9_postcopy_paused.txt")
        << QStringLiteral("under way: postcopy-paused, 512 of 4112 MiB");
    QTest::newRow("over") << QByteArray("good.qemu_10_completed.txt") << QString();
    QTest::newRow("failed") << QByteArray("good.synthetic_qemu_8_failed.txt")
                            << QStringLiteral("did not succeed: failed: Unable to write to socket");
}

void TestJobFindings::migrations()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, finding);
    Story story(Story::NbdSocket);
    story.says(qemuMigration, story.plan.subject(), fixture("query_migrate/" + file));
    const QStringList texts = textsOf(findJobs(story.plan, story.facts));
    QCOMPARE(texts.size(), finding.isEmpty() ? 0 : 1);
    if (!finding.isEmpty())
        QVERIFY2(texts.first().contains(finding), qPrintable(texts.first()));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestJobFindings)
#include "tst_job_findings.moc"
