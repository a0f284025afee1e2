// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_cursor.h"

#include <QTest>

namespace plumbline {

class TestTextCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsStayOnTheirLine();
    void numbers_data();
    void numbers();
    void aNumberThatDoesNotFitLeavesTheCursor();
    void untilStopsAtTheLineEnd();
    void linesWithAndWithoutTheirEnd();
    void skipToLine();
    void failureTellsThePlace();
    void nothingAtAll();
    void wholeWords();
};

void TestTextCursor::wordsStayOnTheirLine()
{
    TextCursor cursor("  ab\tcd  \nef");
    QCOMPARE(cursor.word(), "ab");
    QCOMPARE(cursor.word(), "cd");
    QCOMPARE(cursor.word(), "");
    QCOMPARE(cursor.word(), "");
    QVERIFY(cursor.atLineEnd());
    QVERIFY(!cursor.atEnd());
    QVERIFY(cursor.skip('\n'));
    QCOMPARE(cursor.word(), "ef");
    QVERIFY(cursor.atEnd());
}

void TestTextCursor::numbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<int>>("value");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("after blanks") << QByteArray(" \t42 x") << std::optional(42) << QByteArray(" x");
    QTest::newRow("negative") << QByteArray("-7") << std::optional(-7) << QByteArray();
    QTest::newRow("letters follow") << QByteArray("12ab") << std::optional(12) << QByteArray("ab");
    QTest::newRow("no number") << QByteArray(" ab") << std::optional<int>() << QByteArray(" ab");
    QTest::newRow("on the next line")
        << QByteArray("\n1") << std::optional<int>() << QByteArray("\n1");
    QTest::newRow("plus is none") << QByteArray("+1") << std::optional<int>() << QByteArray("+1");
    QTest::newRow("too large") << QByteArray("99999999999") << std::optional<int>()
                               << QByteArray("99999999999");
    QTest::newRow("end") << QByteArray() << std::optional<int>() << QByteArray();
}

void TestTextCursor::numbers()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<int>, value);
    QFETCH(QByteArray, rest);
    TextCursor cursor(text);
    QCOMPARE(cursor.number<int>(), value);
    QCOMPARE(cursor.remaining(), rest);
}

void TestTextCursor::aNumberThatDoesNotFitLeavesTheCursor()
{
    TextCursor cursor("18446744073709551616 5");
    QVERIFY(!cursor.number<quint64>());
    QCOMPARE(cursor.word(), "18446744073709551616");
    QCOMPARE(cursor.number<quint64>(), 5U);
}

void TestTextCursor::untilStopsAtTheLineEnd()
{
    TextCursor cursor("key: value\nno colon\n:");
    QCOMPARE(cursor.until(':').value_or("none"), "key");
    QCOMPARE(cursor.takeLine(), " value");
    QVERIFY(!cursor.until(':'));
    QCOMPARE(cursor.takeLine(), "no colon");
    QCOMPARE(cursor.until(':').value_or("none"), "");
}

void TestTextCursor::linesWithAndWithoutTheirEnd()
{
    TextCursor cursor("a\n\nb");
    QCOMPARE(cursor.takeLine(), "a");
    QCOMPARE(cursor.takeLine(), "");
    QCOMPARE(cursor.takeLine(), "b");
    QVERIFY(cursor.atEnd());
    QCOMPARE(cursor.takeLine(), "");
}

void TestTextCursor::skipToLine()
{
    TextCursor cursor("  start of no line\nstart here\n");
    QVERIFY(cursor.skipToLine("start"));
    QCOMPARE(cursor.line(), 2);
    QVERIFY(cursor.skip(QByteArrayView("start")));
    QVERIFY(!cursor.skipToLine("start"));
    QVERIFY(cursor.atEnd());
}

void TestTextCursor::failureTellsThePlace()
{
    TextCursor cursor("one\ntwo three");
    cursor.takeLine();
    cursor.word();
    const std::unexpected<Error> failed = cursor.unreadable("a number");
    QCOMPARE(failed.error().where, QStringLiteral("line 2, column 4"));
    QCOMPARE(failed.error().what.text(), QStringLiteral("expected a number"));
}

void TestTextCursor::nothingAtAll()
{
    TextCursor cursor{QByteArrayView()};
    QVERIFY(cursor.atEnd());
    QVERIFY(cursor.atLineEnd());
    QCOMPARE(cursor.peek(), '\0');
    QVERIFY(!cursor.skip('x'));
    QVERIFY(!cursor.skip(QByteArrayView("xy")));
    QCOMPARE(cursor.word(), "");
    QCOMPARE(cursor.line(), 1);
    QCOMPARE(cursor.column(), 1);
}

void TestTextCursor::wholeWords()
{
    QCOMPARE(toNumber<int>("12"), 12);
    QCOMPARE(toNumber<int>("ff", 16), 255);
    QVERIFY(!toNumber<int>("12 "));
    QVERIFY(!toNumber<int>(" 12"));
    QVERIFY(!toNumber<int>(""));
    QVERIFY(!toNumber<qint8>("200"));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestTextCursor)
#include "tst_text_cursor.moc"
