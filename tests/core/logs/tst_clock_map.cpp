// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/clock_map.h"

#include <QTest>

#include <cmath>

namespace plumbline {

class TestClockMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenTimes_data();
    void writtenTimes();
    void notWrittenTimes_data();
    void notWrittenTimes();
    void theKernelSetsItsClock();
    void theEarliestLineCounts();
    void theDaemonKnowsBetter();
    void withoutAYear();
    void eachBootHasItsOwn();
    void hugeNumbers();
};

static void look(ClockMap &map, qint64 line, const char *text, bool isClock = false)
{
    const QByteArray bytes(text);
    map.look(line, readLogLine(bytes), isClock);
}

static QByteArray timeOf(const ClockMap &map, qint64 line, double guestTime)
{
    const auto moment = map.timeOf(line, guestTime);
    return moment ? moment->text(3) : QByteArray("unknown");
}

void TestClockMap::writtenTimes_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("resolution");
    QTest::newRow("syslog") << QByteArray("Nov 22 02:07:05") << QByteArray("11-22T02:07:05.000")
                            << 1.0;
    QTest::newRow("one digit") << QByteArray("Nov  2 02:07:05") << QByteArray("11-02T02:07:05.000")
                               << 1.0;
    QTest::newRow("leap day") << QByteArray("Feb 29 02:07:05") << QByteArray("02-29T02:07:05.000")
                              << 1.0;
    QTest::newRow("short-precise")
        << QByteArray("Nov 22 02:07:05.123456") << QByteArray("11-22T02:07:05.123") << 1e-6;
    QTest::newRow("dmesg -T") << QByteArray("Sun Nov 22 02:07:05 2026")
                              << QByteArray("2026-11-22T02:07:05.000") << 1.0;
    QTest::newRow("short-iso") << QByteArray("2026-11-22T02:07:05+01:00")
                               << QByteArray("2026-11-22T01:07:05.000Z") << 1.0;
    QTest::newRow("short-iso-precise, west") << QByteArray("2026-11-22T02:07:05.250000-0330")
                                             << QByteArray("2026-11-22T05:37:05.250Z") << 1e-6;
    QTest::newRow("dmesg --time-format iso") << QByteArray("2026-11-22T02:07:05,123456+00:00")
                                             << QByteArray("2026-11-22T02:07:05.123Z") << 1e-6;
    QTest::newRow("short-full") << QByteArray("Sun 2026-11-22 02:07:05 UTC")
                                << QByteArray("2026-11-22T02:07:05.000Z") << 1.0;
    QTest::newRow("no zone") << QByteArray("2026-11-22 02:07:05")
                             << QByteArray("2026-11-22T02:07:05.000") << 1.0;
    QTest::newRow("short-unix") << QByteArray("1795313225.123456")
                                << QByteArray("2026-11-22T02:07:05.123Z") << 1e-6;
}

void TestClockMap::writtenTimes()
{
    QFETCH(const QByteArray, written);
    QFETCH(const QByteArray, text);
    QFETCH(const double, resolution);
    const auto time = readWrittenTime(written);
    QVERIFY(time);
    QCOMPARE(time->text(3), text);
    QVERIFY(std::abs(time->resolution - resolution) < resolution / 1000);
    QCOMPARE(time->hasZone, text.endsWith('Z'));
    QCOMPARE(time->hasYear, text.startsWith("20"));
}

void TestClockMap::notWrittenTimes_data()
{
    QTest::addColumn<QByteArray>("written");
    for (const char *written : {"", "Mär 22 02:07:05", "Nov 31 02:07:05", "Nov 22 25:07:05",
             "2026-13-22T02:07:05Z", "02:07:05", "ovD 22 02:07:05", "123", "99999999999999.1"})
        QTest::newRow(written) << QByteArray(written);
}

void TestClockMap::notWrittenTimes()
{
    QFETCH(const QByteArray, written);
    QVERIFY(!readWrittenTime(written));
}

void TestClockMap::theKernelSetsItsClock()
{
    ClockMap map;
    QCOMPARE(timeOf(map, 1, 0), "unknown");
    look(map, 300,
        "[    1.250000] rtc_cmos 00:04: setting system clock to 2026-11-21T11:29:58 UTC "
        "(1795260598)",
        true);
    QCOMPARE(map.boots().front().source, ClockMap::Source::Rtc);
    QCOMPARE(map.boots().front().sourceLine, 300);
    QCOMPARE(map.boots().front().error(), 0.5);
    QCOMPARE(timeOf(map, 1, 0), "2026-11-21T11:29:57.250Z");
    QCOMPARE(timeOf(map, 5000, 61.5), "2026-11-21T11:30:58.750Z");
    ClockMap old; // until 4.19
    look(old, 1,
        "[    2.500000] rtc_cmos 00:00: setting system clock to 2014-01-01 12:00:00 UTC "
        "(1388577600)",
        true);
    QCOMPARE(timeOf(old, 1, 0), "2014-01-01T11:59:58.000Z");
    ClockMap none;
    look(none, 1, "[    2.500000] echo: setting system clock to now", true);
    QCOMPARE(timeOf(none, 1, 0), "unknown");
}

void TestClockMap::theEarliestLineCounts()
{
    ClockMap map;
    // The daemon starts and finds what was printed before; later it keeps up.
    look(map, 1, "2026-11-22T02:00:09.000000+00:00 vm kernel: [    0.000000] a");
    look(map, 2, "2026-11-22T02:00:09.000000+00:00 vm kernel: [    4.000000] b");
    look(map, 3, "2026-11-22T02:00:12.000000+00:00 vm kernel: [   10.000000] c");
    look(map, 4, "2026-11-22T02:00:22.500000+00:00 vm kernel: [   20.000000] d");
    QCOMPARE(map.boots().front().sourceLine, 3);
    QCOMPARE(timeOf(map, 1, 0), "2026-11-22T02:00:02.000Z");
}

void TestClockMap::theDaemonKnowsBetter()
{
    ClockMap map;
    look(map, 1,
        "[    1.000000] rtc_cmos 00:04: setting system clock to 2026-11-21T11:29:58 UTC "
        "(1795260598)",
        true);
    look(map, 2, "Nov 21 11:30:00 vm kernel: [    2.000000] a");
    QCOMPARE(map.boots().front().source, ClockMap::Source::Rtc); // this has a year and a zone
    look(map, 3, "2026-11-21T11:30:00.750000+00:00 vm kernel: [    3.000000] a");
    QCOMPARE(map.boots().front().source, ClockMap::Source::Prefix);
    QCOMPARE(timeOf(map, 1, 1), "2026-11-21T11:29:58.750Z");
    QVERIFY(map.boots().front().error() < 1e-5);
    look(map, 4,
        "[    4.000000] rtc_cmos 00:04: setting system clock to 2026-11-21T11:29:58 UTC "
        "(1795260598)",
        true);
    QCOMPARE(map.boots().front().source, ClockMap::Source::Prefix);
}

void TestClockMap::withoutAYear()
{
    ClockMap map;
    look(map, 1, "Dec 31 23:59:50 vm kernel: [   10.000000] a");
    QCOMPARE(timeOf(map, 1, 10), "12-31T23:59:50.500");
    // The year is over: that this line lies before the other by its letters means nothing.
    look(map, 2, "Jan  1 00:00:10 vm kernel: [   30.000000] b");
    QCOMPARE(timeOf(map, 2, 30), "01-01T00:00:10.500");
}

void TestClockMap::eachBootHasItsOwn()
{
    ClockMap map;
    look(map, 1, "2026-11-22T02:00:00Z vm kernel: [    0.000000] a");
    map.beginBoot(50);
    look(map, 60, "2026-11-22T03:00:00Z vm kernel: [    0.000000] a");
    QCOMPARE(map.boots().size(), 2);
    QCOMPARE(timeOf(map, 49, 5), "2026-11-22T02:00:05.500Z");
    QCOMPARE(timeOf(map, 50, 5), "2026-11-22T03:00:05.500Z");
    for (int line = 100; line < 30'000; ++line)
        map.beginBoot(line);
    QVERIFY(map.boots().size() <= 10'000);
}

void TestClockMap::hugeNumbers()
{
    ClockMap map;
    look(map, 1, "2026-11-22T02:00:00Z vm kernel: [99999999999999999999.000000] a");
    (void)timeOf(map, 1, 1e300);
    look(map, 2, "[1.000000] r: setting system clock to 2026-11-21T11:29:58 UTC (99999999999)",
        true);
    (void)timeOf(map, 2, 1e15);
    QCOMPARE(map.boots().size(), 1);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestClockMap)
#include "tst_clock_map.moc"
