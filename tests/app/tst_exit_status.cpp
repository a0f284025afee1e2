// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exit_status.h"

#include "model/diagnosis.h"

#include <QTest>

namespace plumbline {

class TestExitStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofDiagnoses_data();
    void ofDiagnoses();
};

static Diagnosis of(const QList<State> &disks, bool isStale = false)
{
    Diagnosis diagnosis;
    for (const State state : disks) {
        DiskDiagnosis disk;
        disk.summary.verdict = state;
        diagnosis.disks.append(disk);
    }
    if (isStale)
        diagnosis.staleSince = WallTime(milliseconds(1'763'725'364'000));
    return diagnosis;
}

void TestExitStatus::ofDiagnoses_data()
{
    using enum State;
    QTest::addColumn<Diagnosis>("diagnosis");
    QTest::addColumn<int>("status");
    QTest::newRow("healthy") << of({Healthy, Healthy}) << 0;
    QTest::newRow("one stalled") << of({Healthy, Stalled, Unknown}) << 1;
    QTest::newRow("one unknown") << of({Healthy, Unknown}) << 2;
    QTest::newRow("no disk") << of({}) << 2;
    // What was true when the host last answered proves nothing about now.
    QTest::newRow("was healthy") << of({Healthy}, true) << 2;
    QTest::newRow("was stalled") << of({Stalled}, true) << 2;
}

void TestExitStatus::ofDiagnoses()
{
    QFETCH(Diagnosis, diagnosis);
    QFETCH(int, status);
    QCOMPARE(exitStatusOf(diagnosis.overall()), status);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestExitStatus)
#include "tst_exit_status.moc"
