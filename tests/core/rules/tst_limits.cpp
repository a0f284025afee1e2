// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "diagnosed.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLimitExplainsTheStandstill();
    void limitsThatExplain_data();
    void limitsThatExplain();
    void aLimitDoesNotHideADeadServer();
};

void TestLimits::aLimitExplainsTheStandstill()
{
    const DiskDiagnosis disk = diagnosed(holding(Story::NbdSocket)
            .at(0)
            .sockets(0, 0)
            .secondLook()
            .sockets(0, 0)
            .limit("total_bytes_sec", "1"));
    QCOMPARE(disk.summary.verdict, State::Unknown);
    QCOMPARE(disk.summary.modifier, Modifier::Throttled);
    QVERIFY(disk.summary.text.textIn(nullptr).contains(QStringLiteral("slow on purpose")));
    for (const Layer &layer : disk.layers)
        QVERIFY(layer.verdict.state != State::Stalled);
}

void TestLimits::limitsThatExplain_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<bool>("explains");
    const auto add = [](const char *name, const char *value, double seconds, bool explains) {
        QTest::addRow("%s=%s in %g s", name, value, seconds)
            << QByteArray(name) << QByteArray(value) << seconds << explains;
    };
    // One request of 1 MiB takes as long as it takes.
    add("total_bytes_sec", "1", 5, true);
    add("total_bytes_sec", "209715", 5, true);
    add("total_bytes_sec", "209716", 5, false);
    add("total_bytes_sec", "209715", 6, false);
    add("write_bytes_sec", "1024", 5, true);
    add("bps-total", "1", 5, true);
    add("bps-total", "1048576", 5, false);
    add("total_iops_sec", "1", 5, false);
    add("iops-total", "1", 0.5, true);
    // No limits by themselves.
    add("total_bytes_sec", "0", 5, false);
    add("total_bytes_sec", "-1", 5, false);
    add("total_bytes_sec", "nan", 5, false);
    add("total_bytes_sec_max", "1", 5, false);
    add("total_bytes_sec_max_length", "1", 5, false);
    add("size_iops_sec", "1", 0.5, false);
    add("iops-size", "1", 0.5, false);
    add("group_name", "1st", 5, false);
}

void TestLimits::limitsThatExplain()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(double, seconds);
    QFETCH(bool, explains);
    DiskPlan disk;
    QVERIFY(!limitExplainsStandstill(disk, seconds));
    disk.limits.insert(name, value);
    QCOMPARE(limitExplainsStandstill(disk, seconds), explains);
    // One that is narrow enough counts, whatever stands beside it.
    disk.limits.insert("a_wide_bytes_sec", "1000000000");
    QCOMPARE(limitExplainsStandstill(disk, seconds), explains);
}

void TestLimits::aLimitDoesNotHideADeadServer()
{
    const DiskDiagnosis disk = diagnosed(holding(Story::NbdSocket)
            .at(0)
            .sockets(3128, 0)
            .secondLook()
            .sockets(3128, 0)
            .server("T (stopped)")
            .limit("total_bytes_sec", "1048576"));
    QCOMPARE(disk.summary.verdict, State::Stalled);
    QCOMPARE(disk.summary.boundary->below, LayerKind::Backend);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLimits)
#include "tst_limits.moc"
