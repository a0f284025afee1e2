// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A log as the window has it: rows, filters and hits, while the file grows, shrinks and is
// replaced.
#include "logs/log_document.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLogDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void rows();
    void longLines();
    void growing();
    void filters();
    void hits();
    void manyPieces();
    void cutAndReplaced();
    void cannotBeRead();
    void aReadErrorIsNoEnd();
    void copies();

private:
    QString write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_folder;
};

QString TestLogDocument::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

static QList<QByteArray> rowsOf(LogDocument &document, qint64 first, qint64 count)
{
    document.wishRows(first, count);
    QList<QByteArray> texts;
    for (const LogRow &row : document.rows(5s))
        texts.append(row.bytes);
    return texts;
}

#define READ_WHOLE(document, bytes)                                                                \
    QTRY_VERIFY((document).state().isAtEnd && (document).state().size == qint64(bytes));           \
    QTRY_COMPARE((document).isFiltered() ? (document).state().lines : (document).rowCount(),       \
        (document).state().lines)

void TestLogDocument::rows()
{
    LogDocument document;
    document.openText("one\r\ntwo\n\nfour");
    READ_WHOLE(document, 14);
    QCOMPARE(document.rowCount(), 4);
    QCOMPARE(rowsOf(document, 0, 10), (QList<QByteArray>{"one\r", "two", "", "four"}));
    QCOMPARE(rowsOf(document, 2, 1), QList<QByteArray>{""});
    QVERIFY(rowsOf(document, 4, 5).isEmpty());
    document.openText("");
    QTRY_VERIFY(document.state().isAtEnd);
    QTRY_COMPARE(document.rowCount(), 0);
    QVERIFY(rowsOf(document, 0, 5).isEmpty());
}

void TestLogDocument::longLines()
{
    LogDocument document;
    const QByteArray longLine(5'000'000, 'x');
    document.openFile(write(u"long"_s, longLine + "\nshort\n"));
    READ_WHOLE(document, longLine.size() + 7);
    QCOMPARE(document.rowCount(), 2);
    document.wishRows(0, 2);
    const std::vector<LogRow> rows = document.rows(5s);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].size, longLine.size());
    QVERIFY(rows[0].bytes.size() < 10000 && longLine.startsWith(rows[0].bytes));
    QCOMPARE(rows[1].bytes, "short");
}

void TestLogDocument::growing()
{
    const QString path = write(u"grows"_s, "first\nsec");
    LogDocument document;
    document.openFile(path);
    READ_WHOLE(document, 9);
    QCOMPARE(rowsOf(document, 0, 5), (QList<QByteArray>{"first", "sec"}));
    const int lens = document.addLens(*TextPattern::compile(u"on"_s, {}));
    // What matched an unfinished line does not stay when the line goes on.
    const int unfinished = document.addLens(*TextPattern::compile(u"sec$"_s, {}));
    QTRY_COMPARE(document.lens(unfinished).count, 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("ond\nthird one\n");
    file.flush();
    READ_WHOLE(document, 23);
    QCOMPARE(document.rowCount(), 3);
    QCOMPARE(rowsOf(document, 0, 5), (QList<QByteArray>{"first", "second", "third one"}));
    QTRY_COMPARE(document.lens(lens).count, 2);
    QTRY_COMPARE(document.lens(lens).scanned, 23);
    QTRY_COMPARE(document.lens(unfinished).scanned, 23);
    QCOMPARE(document.lens(unfinished).count, 0);
}

void TestLogDocument::filters()
{
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += (i % 10 == 0 ? "error " : "fine ") + QByteArray::number(i) + '\n';
    LogDocument document;
    document.openText(text);
    READ_WHOLE(document, text.size());
    const int errors = document.addLens(*TextPattern::compile(u"^error"_s, {}));
    const int hundreds = document.addLens(*TextPattern::compile(u"00$"_s, {}));
    QTRY_COMPARE(document.lens(errors).scanned, text.size());
    QTRY_COMPARE(document.lens(hundreds).scanned, text.size());
    document.setFilters({errors}, {});
    QCOMPARE(document.rowCount(), 100);
    QCOMPARE(document.lineOfRow(3), 30);
    QCOMPARE(document.rowOfLine(30), 3);
    QCOMPARE(document.rowOfLine(31), 4);
    QCOMPARE(rowsOf(document, 1, 2), (QList<QByteArray>{"error 10", "error 20"}));
    document.setFilters({errors}, {hundreds});
    QCOMPARE(document.rowCount(), 91);
    document.setFilters({}, {errors});
    QCOMPARE(document.rowCount(), 900);
    document.removeLens(errors);
    QCOMPARE(document.rowCount(), 1000);
    QVERIFY(!document.isFiltered());
}

void TestLogDocument::hits()
{
    LogDocument document;
    document.openText("a\nb\na b\nc\na\n");
    READ_WHOLE(document, 12);
    const int a = document.addLens(*TextPattern::compile(u"a"_s, {}));
    QTRY_COMPARE(document.lens(a).count, 3);
    QCOMPARE(document.nextHit(a, -1, false), 0);
    QCOMPARE(document.nextHit(a, 0, false), 2);
    QCOMPARE(document.nextHit(a, 4, false), std::nullopt);
    QCOMPARE(document.nextHit(a, 4, true), 2);
    QCOMPARE(document.nextHit(a, 0, true), std::nullopt);
    QCOMPARE(document.hitsUpTo(a, 2), 2);
    // What a filter hides is passed over.
    const int b = document.addLens(*TextPattern::compile(u"b"_s, {}));
    QTRY_COMPARE(document.lens(b).count, 2);
    document.setFilters({}, {b});
    QCOMPARE(document.nextHit(a, 0, false), 4);
    QCOMPARE(document.nextHit(a, 4, true), 0);
    document.setFilters({b}, {});
    QCOMPARE(document.nextHit(a, -1, false), 2);
    QCOMPARE(document.nextHit(a, 2, false), std::nullopt);
    QCOMPARE(document.nextHit(99, 0, false), std::nullopt);
}

// Lines that lie across the borders of the pieces in which a file is read are whole.
void TestLogDocument::manyPieces()
{
    QByteArray text;
    qint64 wanted = 0;
    for (int i = 0; text.size() < 12 * 1024 * 1024; ++i) {
        const bool isHit = i % 997 == 0;
        wanted += isHit;
        text += QByteArray::number(i) + QByteArray(i % 300, '.') + (isHit ? "needle\n" : "\n");
    }
    LogDocument document;
    document.openFile(write(u"pieces"_s, text));
    const int lens = document.addLens(*TextPattern::compile(u"\\d\\.*needle$"_s, {}));
    READ_WHOLE(document, text.size());
    QTRY_COMPARE(document.lens(lens).scanned, text.size());
    QCOMPARE(document.lens(lens).count, wanted);
    QCOMPARE(document.rowCount(), text.count('\n'));
    const qint64 second = document.nextHit(lens, 0, false).value_or(-1);
    QCOMPARE(second, 997);
    QCOMPARE(rowsOf(document, 997 * 20, 1).first().left(5), QByteArray::number(997 * 20));
}

void TestLogDocument::cutAndReplaced()
{
    const QString path = write(u"rotates"_s, "1\n2\n3\n");
    LogDocument document;
    document.openFile(path);
    READ_WHOLE(document, 6);
    QCOMPARE(document.state().fate, LogBytes::Fate::Same);
    QVERIFY(QFile::rename(path, path + u".1"_s));
    write(u"rotates"_s, "new\n");
    QTRY_COMPARE(document.state().fate, LogBytes::Fate::Replaced);
    // The old one can still be read.
    QCOMPARE(rowsOf(document, 0, 5), (QList<QByteArray>{"1", "2", "3"}));
    document.openFile(path);
    READ_WHOLE(document, 4);
    QVERIFY(QFile::resize(path, 1));
    QTRY_COMPARE(document.state().fate, LogBytes::Fate::Cut);
    QVERIFY(rowsOf(document, 0, 5).size() <= 1);
    // That it grows again brings nothing back.
    QFile again(path);
    QVERIFY(again.open(QIODevice::Append));
    again.write("others\nthan\nbefore\n");
    again.flush();
    QTest::qWait(600);
    QCOMPARE(document.state().fate, LogBytes::Fate::Cut);
}

void TestLogDocument::cannotBeRead()
{
    for (const QString &path : {m_folder.filePath(u"nothing"_s), m_folder.path(), u"/dev/zero"_s}) {
        LogDocument document;
        document.openFile(path);
        QTRY_VERIFY2(document.state().problem, qPrintable(path));
        QCOMPARE(document.state().problem->where, path);
        QCOMPARE(document.rowCount(), 0);
    }
}

/// A disk with a bad block: what lies behind it is there and does not come.
class BadBlock : public LogBytes
{
public:
    qint64 size() const override { return 100; }
    qsizetype read(qint64 offset, std::span<char> into) const override
    {
        const qint64 good = std::clamp<qint64>(14 - offset, 0, qint64(into.size()));
        std::fill_n(into.begin(), good, '\n');
        return qsizetype(good);
    }
};

void TestLogDocument::aReadErrorIsNoEnd()
{
    LogDocument document;
    document.openBytes(std::make_shared<BadBlock>());
    QTRY_VERIFY(document.state().problem);
    QVERIFY(document.state().problem->what.text().contains(u"from byte 14"));
    QVERIFY(!document.state().isAtEnd);
    // What could be read is shown.
    QTRY_COMPARE(document.rowCount(), 14);
}

void TestLogDocument::copies()
{
    LogDocument document;
    document.openText("one\ntwo\nthree\n");
    READ_WHOLE(document, 14);
    QCOMPARE(document.textOf(0, 1, 1000)(), "one\ntwo\n");
    QCOMPARE(document.textOf(1, 100, 1000)(), "two\nthree\n");
    QVERIFY(document.textOf(0, 2, 5)().size() <= 8);
    const int lens = document.addLens(*TextPattern::compile(u"two"_s, {}));
    QTRY_COMPARE(document.lens(lens).count, 1);
    document.setFilters({}, {lens});
    QCOMPARE(document.textOf(0, 2, 1000)(), "one\nthree\n");
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLogDocument)
#include "tst_log_document.moc"
