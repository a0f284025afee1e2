// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and offsets of a text against a plain split of it, however it is cut.
#include "logs/line_index.h"
#include "logs/newlines.h"

#include <QRandomGenerator>
#include <QTest>

#include <cstring>

namespace plumbline {

static LineIndex::Read readerOf(const QByteArray &text)
{
    return [text](qint64 offset, std::span<char> into) -> qsizetype {
        const qsizetype size
            = std::clamp<qsizetype>(text.size() - offset, 0, qsizetype(into.size()));
        std::memcpy(into.data(), text.constData() + offset, size_t(size));
        return size;
    };
}

static LineIndex indexOf(const QByteArray &text, qsizetype piece)
{
    LineIndex index;
    for (qsizetype at = 0; at < text.size(); at += piece)
        index.append(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)));
    return index;
}

static QByteArray randomText(quint32 seed, qsizetype size, int lineLength)
{
    QRandomGenerator random(seed);
    QByteArray text;
    text.reserve(size);
    while (text.size() < size) {
        text += QByteArray(random.bounded(2 * lineLength + 1), char('a' + random.bounded(20)));
        text += random.bounded(8) ? "\n" : "\r\n";
    }
    return text.first(size);
}

class TestLineIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryLine_data();
    void findsEveryLine();
    void anEmptyText();
    void theFileWasCut();
    void tenGigabytesWithoutALine();
    void takesLittleMemory();
    void bothWaysCountAlike();
};

void TestLineIndex::findsEveryLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("piece");
    QTest::newRow("one byte") << QByteArray("a") << 1;
    QTest::newRow("one end") << QByteArray("\n") << 1;
    QTest::newRow("no end at the end") << QByteArray("a\nb") << 1;
    QTest::newRow("empty lines") << QByteArray(40'000, '\n') << 4096;
    QTest::newRow("ends at a block's end") << QByteArray(16383, 'x') + "\n" + "y\n" << 16384;
    QTest::newRow("a line over three blocks") << "a\n" + QByteArray(40'000, 'x') + "\nb\n" << 999;
    QTest::newRow("short lines") << randomText(1, 70'000, 3) << 777;
    QTest::newRow("console lines") << randomText(2, 200'000, 60) << 65536;
    QTest::newRow("long lines") << randomText(3, 300'000, 9000) << 100;
}

void TestLineIndex::findsEveryLine()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, piece);
    const LineIndex index = indexOf(text, piece);
    const auto read = readerOf(text);
    QCOMPARE(index.size(), text.size());
    qint64 line = 0;
    for (qsizetype start = 0; start < text.size(); ++line) {
        QCOMPARE(index.startOf(line, read), start);
        const qsizetype end = lineEnd(text, start);
        QCOMPARE(index.lineAt(start, read), line);
        QCOMPARE(index.lineAt(std::min(end, text.size() - 1), read), line);
        start = end + 1;
    }
    QCOMPARE(index.lineCount(), line);
    QVERIFY(!index.startOf(line, read));
    QVERIFY(!index.startOf(-1, read));
    QVERIFY(!index.lineAt(text.size(), read));
    QVERIFY(!index.lineAt(-1, read));
}

void TestLineIndex::anEmptyText()
{
    const LineIndex index;
    QCOMPARE(index.lineCount(), 0);
    QVERIFY(!index.startOf(0, readerOf({})));
    QVERIFY(!index.lineAt(0, readerOf({})));
}

void TestLineIndex::theFileWasCut()
{
    const QByteArray text = randomText(4, 100'000, 50);
    const LineIndex index = indexOf(text, 4096);
    const auto read = readerOf(text.first(20'000));
    QVERIFY(index.startOf(1, read));
    QVERIFY(!index.startOf(index.lineCount() - 1, read));
    QVERIFY(!index.lineAt(99'999, read));
}

void TestLineIndex::tenGigabytesWithoutALine()
{
    LineIndex index;
    const QByteArray piece(1024 * 1024, 'x');
    for (int i = 0; i < 512; ++i) // half a gigabyte says it as well
        index.append(piece);
    QCOMPARE(index.lineCount(), 1);
    QVERIFY(index.memory() <= 2 * 8 * index.size() / 16384);
}

void TestLineIndex::takesLittleMemory()
{
    const QByteArray text = QByteArray("[   12.345678] a line of a serial console, fifty long\n");
    const LineIndex index = indexOf(text.repeated(200'000), 256 * 1024);
    QCOMPARE(index.lineCount(), 200'000);
    QVERIFY2(index.memory() * 10 < index.lineCount(), "more than 0.1 byte a line");
}

void TestLineIndex::bothWaysCountAlike()
{
    const QByteArray text = randomText(5, 30'000, 4);
    for (int start = 0; start < 40; ++start) {
        for (const int size : {0, 1, 31, 32, 33, 64, 8159, 8160, 8161, 8192, 29'000}) {
            const QByteArrayView part = QByteArrayView(text).sliced(start, size);
            QCOMPARE(countNewlines(part), portable::countNewlines(part));
        }
    }
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLineIndex)
#include "tst_line_index.moc"
