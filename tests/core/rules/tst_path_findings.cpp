// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk's file that is not for QEMU what it is for the host.
#include "rules/path_findings.h"

#include "story.h"

#include <QTest>

namespace plumbline {

class TestPathFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_data();
    void differences();
};

static const QByteArray own = "namespace\tqemu\town\n";
static const QByteArray file = "\t/i/a.img\t1:2\t0:0\tregular file\n";
static const QByteArray nfs = "\t/i\tnfs4\t0:38\t/x\t/a.img\n";

void TestPathFindings::differences_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("finding");
    QTest::newRow("one namespace")
        << QByteArray("namespace\tqemu\tsame\nfile\thost") + file << QString();
    QTest::newRow("no rights") << QByteArray("namespace\tqemu\tclosed\nmissing\thost\t/i\n")
                               << QString();
    QTest::newRow("the same file") << own + "file\thost" + file + "file\tqemu" + file << QString();
    QTest::newRow("missing for QEMU")
        << own + "file\thost" + file + "missing\tqemu\t/i\n"
        << QStringLiteral("exists on the host and not for QEMU: there, /i is missing");
    QTest::newRow("missing for QEMU, on NFS here")
        << own + "remote\thost" + nfs + "missing\tqemu\t/i\n"
        << QStringLiteral("exists on the host and not for QEMU: there, /i is missing");
    QTest::newRow("missing on the host") << own + "missing\thost\t/i\n" + "file\tqemu"
            + file << QStringLiteral("exists for QEMU and not on the host: here, /i is missing");
    QTest::newRow("missing in both") << own + "missing\thost\t/i\nmissing\tqemu\t/i\n" << QString();
    QTest::newRow("another file of that name")
        << own + "file\thost" + file + "file\tqemu\t/i/a.img\t9:2\t0:0\tregular file\n"
        << QStringLiteral("there it leads to /i/a.img, here leads to /i/a.img");
    QTest::newRow("the same device, made anew in a private /dev") << own
            + "file\thost\t/dev/dm-3\t6:412\tfd:3\tblock special file\n"
              "file\tqemu\t/dev/vg/vm1\t52:9\tfd:3\tblock special file\n"
                                                                  << QString();
    QTest::newRow("another device")
        << own
            + "file\thost\t/dev/dm-3\t6:412\tfd:3\tblock special file\n"
              "file\tqemu\t/dev/dm-3\t52:9\tfd:4\tblock special file\n"
        << QStringLiteral("there it leads to /dev/dm-3, device fd:4 (hex)");
    QTest::newRow("the same mount")
        << own + "remote\thost" + nfs + "remote\tqemu" + nfs << QString();
    QTest::newRow("the same folder of it, bound elsewhere") << own + "remote\thost" + nfs
            + "remote\tqemu\t/b\tnfs4\t0:38\t/\t/x/a.img\n" << QString();
    QTest::newRow("another mount")
        << own + "remote\thost" + nfs + "remote\tqemu\t/i\tnfs4\t0:39\t/x\t/a.img\n"
        << QStringLiteral("is another file for QEMU than on the host");
    QTest::newRow("NFS here, a folder there")
        << own + "remote\thost" + nfs + "file\tqemu" + file
        << QStringLiteral("there it leads to /i/a.img, here leads to /i/a.img; not looked at "
                          "further: it lies on nfs4");
}

void TestPathFindings::differences()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, finding);
    Story story(Story::LocalFile);
    story.says(filePathChain, story.plan.pathSubject(story.disk().filename()), answer);
    const QList<Verdict> findings = findPathDifferences(story.plan, story.facts);
    QCOMPARE(findings.size(), finding.isEmpty() ? 0 : 1);
    if (finding.isEmpty())
        return;
    const Verdict &found = findings.first();
    QCOMPARE(found.state, State::Unknown);
    QVERIFY2(
        found.reason.textIn(nullptr).contains(finding), qPrintable(found.reason.textIn(nullptr)));
    QCOMPARE(found.evidence.size(), 2);
    QVERIFY(found.evidence.first().firstLine > found.evidence.last().firstLine);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestPathFindings)
#include "tst_path_findings.moc"
