// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/guest_time_watch.h"

#include <QTest>

namespace plumbline {

class TestGuestTimeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void twoWritersInTurns();
};

static QByteArray stepsIn(const QByteArray &text, qsizetype linesAtOnce)
{
    GuestTimeWatch watch;
    QByteArray told;
    qsizetype start = 0;
    qsizetype lines = 0;
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
        if (++lines % linesAtOnce && end + 1 < text.size())
            continue;
        for (const auto &step : watch.look(QByteArrayView(text).sliced(start, end + 1 - start))) {
            told += QByteArray::number(text.first(start + step.at).count('\n')) + ':'
                + QByteArray::number(step.before, 'f', 2) + '>'
                + QByteArray::number(step.after, 'f', 2) + ' ';
        }
        start = end + 1;
    }
    return told.trimmed();
}

void TestGuestTimeWatch::steps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("steps");
    const QByteArray forward = "[    0.000000] a\n[    1.500000] b\n[99999.900000] c\n"
                               "[100000.000000] d\n[9999999.123456] e\n[10000000.000000] f\n";
    QTest::newRow("forward") << forward << QByteArray();
    QTest::newRow("another boot") << forward
            + "firmware\n[    0.000000] Linux version 6\n[    0.100000] b\n"
                                  << QByteArray("7:10000000.00>0.00");
    QTest::newRow("within a second")
        << QByteArray("[   10.900000] a\n[   10.000000] b\n[   10.950000] c\n") << QByteArray();
    QTest::newRow("little by little")
        << QByteArray("[   10.900000] a\n[   10.200000] b\n[    9.700000] c\n")
        << QByteArray("2:10.90>9.70");
    QTest::newRow("no stamps") << QByteArray(
        "[a]\n\n[  +0.000007] x\n[   5.0] y\n[    4.000000) z\n[\n")
                               << QByteArray();
    QTest::newRow("a stamp alone")
        << QByteArray("[   10.000000]\n[    1.000000]\n") << QByteArray("1:10.00>1.00");
    QTest::newRow("fewer digits") << QByteArray("[123456.000000] a\n[99999.000000] b\n")
                                  << QByteArray("1:123456.00>99999.00");
    QTest::newRow("no number") << QByteArray(
        "[   10.000000] a\n[ 1x34.000000] b\n[    -.------] c\n")
                               << QByteArray();
}

void TestGuestTimeWatch::steps()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, steps);
    // Behind many lines and before them, so that each half of the search meets it.
    const QByteArray filler = QByteArray("no stamp here\n").repeated(5);
    for (const qsizetype atOnce : {1, 2, 1000})
        QCOMPARE(stepsIn(text, atOnce), steps);
    QCOMPARE(stepsIn(filler + text + filler, 1000).count(':'), steps.count(':'));
}

void TestGuestTimeWatch::twoWritersInTurns()
{
    QByteArray text;
    for (int i = 0; i < 5000; ++i)
        text += "[ 5000.000000] a\n[   12.000000] b\n";
    const auto count = stepsIn(text, 1'000'000).count(':');
    QVERIFY(count >= 5);
    QVERIFY(count <= 10);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestGuestTimeWatch)
#include "tst_guest_time_watch.moc"
