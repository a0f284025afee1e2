// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/console_tail.h"

#include <QTest>

namespace plumbline {

class TestConsoleTail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestConsoleTail::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<QByteArray>("tail");
    const QByteArray bytes("\x1b[2J[   75.0] Kernel panic\r\n\0\xff", 30);
    QTest::newRow("raw bytes") << "9120 340\n" + bytes << qint64(9120) << qint64(340) << bytes;
    QTest::newRow("empty log") << QByteArray("0 86400\n") << qint64(0) << qint64(86400)
                               << QByteArray();
    // The host's clock was set back after the last byte was written.
    QTest::newRow("written in the future")
        << QByteArray("5 -30\nlogin") << qint64(5) << qint64(0) << QByteArray("login");
}

void TestConsoleTail::reads()
{
    QFETCH(QByteArray, text);
    const auto console = readConsoleTail(text);
    QVERIFY(console.has_value());
    QTEST(console->size, "size");
    QTEST(console->secondsAgo, "secondsAgo");
    QTEST(console->tail, "tail");
}

void TestConsoleTail::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a complaint") << QByteArray("stat: cannot statx 'x': Permission denied\n");
    QTest::newRow("no age") << QByteArray("48213\nlogin:");
    QTest::newRow("cut in the first line") << QByteArray("48213 1");
    QTest::newRow("more in the first line") << QByteArray("48213 12 x\nlogin:");
    QTest::newRow("negative size") << QByteArray("-1 12\nlogin:");
    QTest::newRow("number out of range") << QByteArray("99999999999999999999 1\nlogin:");
}

void TestConsoleTail::refuses()
{
    QFETCH(QByteArray, text);
    const auto console = readConsoleTail(text);
    QVERIFY(!console.has_value());
    QVERIFY(console.error().where.startsWith(u"line 1, column "));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestConsoleTail)
#include "tst_console_tail.moc"
