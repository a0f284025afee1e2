// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"

#include <QTest>

#include <limits>

namespace plumbline {

class TestDurationPhrase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
};

void TestDurationPhrase::says_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << QStringLiteral("0 s");
    QTest::newRow("clock ran back") << -5.0 << QStringLiteral("0 s");
    QTest::newRow("part") << 2.34 << QStringLiteral("2.3 s");
    QTest::newRow("nearly whole") << 4.96 << QStringLiteral("5 s");
    QTest::newRow("never 10.0 s") << 9.96 << QStringLiteral("10 s");
    QTest::newRow("no decimals above ten") << 12.4 << QStringLiteral("12 s");
    QTest::newRow("never 60 s") << 59.6 << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << 252.0 << QStringLiteral("4 min 12 s");
    QTest::newRow("never 60 min") << 3599.7 << QStringLiteral("1 h 0 min");
    QTest::newRow("hours") << 12000.0 << QStringLiteral("3 h 20 min");
    QTest::newRow("days") << 187200.0 << QStringLiteral("2 d 4 h");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN()
                                  << QStringLiteral("0 s");
}

void TestDurationPhrase::says()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(durationPhrase(seconds).text(), text);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestDurationPhrase)
#include "tst_duration_phrase.moc"
