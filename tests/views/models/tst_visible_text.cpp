// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/output_lines.h"
#include "views/models/visible_text.h"

#include <QTest>

using namespace plumbline;

class TestVisibleText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("prod-worker-07")
                               << QStringLiteral("prod-worker-07");
        QTest::newRow("umlaut") << QStringLiteral("bücher") << QStringLiteral("bücher");
        QTest::newRow("newline") << QStringLiteral("a\nb\tc") << QStringLiteral("a\\nb\\tc");
        QTest::newRow("escape") << QStringLiteral("\x1b[31mred") << QStringLiteral("\\x1b[31mred");
        QTest::newRow("right to left override")
            << QStringLiteral("a\u202Eb") << QStringLiteral("a\\u202eb");
        QTest::newRow("zero width") << QStringLiteral("a\u200Bb") << QStringLiteral("a\\u200bb");
        QTest::newRow("line separator")
            << QStringLiteral("a\u2028b") << QStringLiteral("a\\u2028b");
        QTest::newRow("markup") << QStringLiteral("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("lone surrogate") << QString(QChar(0xd800)) << QStringLiteral("\uFFFD");
    }
    void names()
    {
        QFETCH(QString, name);
        QTEST(visibleName(name), "shown");
    }

    void longNameIsCutInTheMiddle()
    {
        const QString name = QString(5000, u'a') + QString(5000, u'b');
        const QString shown = visibleName(name, 40);
        QCOMPARE(shown.size(), 40);
        QVERIFY(shown.startsWith(u'a') && shown.endsWith(u'b') && shown.contains(u'…'));
    }

    void lines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("shown");
        QTest::newRow("tab") << QByteArray("\ta\tb") << QStringLiteral("    a   b");
        QTest::newRow("controls") << QByteArray("\x1b[6n\x07") << QStringLiteral("␛[6n␇");
        QTest::newRow("carriage return") << QByteArray("a\r\n") << QStringLiteral("a␍");
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QStringLiteral("a␀b");
        QTest::newRow("no UTF-8") << QByteArray("a\xff\xc3") << QStringLiteral("a\\xff\\xc3");
        QTest::newRow("UTF-8") << QByteArray("ü€😀") << QStringLiteral("ü€😀");
        QTest::newRow("overlong") << QByteArray("\xc0\x80") << QStringLiteral("\\xc0\\x80");
        QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae") << QStringLiteral("a\\u202e");
    }
    void lines()
    {
        QFETCH(QByteArray, line);
        QTEST(visibleLine(line), "shown");
    }

    void longLineIsCutAndCounted()
    {
        const QString shown = visibleLine(QByteArray(100000, 'x'), 100);
        QVERIFY(shown.size() < 200);
        QVERIFY2(shown.contains(QStringLiteral("99900")), qPrintable(shown));
    }

    void toolTipIsInert()
    {
        QVERIFY(!asToolTip(QStringLiteral("<img src=x>")).contains(QStringLiteral("<img")));
    }

    void indexIsTheSameInAnyPortion_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one line") << QByteArray("abc");
        QTest::newRow("ended") << QByteArray("abc\nde\n");
        QTest::newRow("tail") << QByteArray("abc\n\n\nde");
    }
    void indexIsTheSameInAnyPortion()
    {
        QFETCH(QByteArray, text);
        QList<QByteArray> expected = text.split('\n');
        if (expected.last().isEmpty())
            expected.removeLast();
        for (qsizetype budget = 1; budget <= text.size() + 1; ++budget) {
            OutputLines index(text);
            while (index.advance(budget)) { }
            QCOMPARE(index.size(), expected.size());
            for (qsizetype i = 0; i < expected.size(); ++i)
                QCOMPARE(index.line(i), QByteArrayView(expected.at(i)));
        }
    }
};

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visible_text.moc"
