// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Dumps that real kernels printed, counted once more by expressions that know nothing of the
// reader: every task, its line, state and pid, and every frame.
#include "formats/task_dump.h"

#include "support/golden.h"

#include <QDir>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

class TestDumpCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTaskAndFrame_data();
    void everyTaskAndFrame();
};

void TestDumpCounts::everyTaskAndFrame_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(FIXTURES_DIR "/task_dumps"));
    const QStringList files = folder.entryList({u"*.txt"_s}, QDir::Files);
    QVERIFY(files.size() >= 3);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TestDumpCounts::everyTaskAndFrame()
{
    QFETCH(const QString, path);
    static const QRegularExpression header(
        u"task:.{15} state:([A-Z]) .*\\bpid: *(\\d+) .*flags:0x[0-9a-f]{8}\\r?$"_s);
    static const QRegularExpression frame(
        u"\\] (?: (?:\\? )?|RIP: 0010:)[\\w.]+\\+0x[0-9a-f]+/0x[0-9a-f]+(?: \\[\\w+\\])?\\r?$"_s);
    const QByteArray text = contentsOf(path);
    QMap<qint64, QString> headers;
    qint64 frames = 0;
    qint64 number = 0;
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        ++number;
        if (const auto match = header.match(line); match.hasMatch())
            headers.insert(number, match.captured(1) + match.captured(2));
        frames += frame.match(line).hasMatch();
    }

    const TaskDumps dumps = readTaskDumps(text);
    QMap<qint64, QString> ours;
    qint64 ourFrames = 0;
    for (const TaskDump &dump : dumps.dumps) {
        for (const DumpedTask &task : dump.tasks) {
            ourFrames += task.frames.size();
            if (headers.contains(task.line))
                ours.insert(
                    task.line, QLatin1Char(task.state) + QString::number(task.pid.value_or(-1)));
        }
    }
    QVERIFY(!headers.isEmpty());
    QCOMPARE(ours, headers);
    QCOMPARE(ourFrames, frames);
    QCOMPARE(dumps.unparsedLines, 0);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestDumpCounts)
#include "tst_dump_counts.moc"
