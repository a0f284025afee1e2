// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// plumbline-cli events, as people and scripts call it.
#include "exit_status.h"
#include "file_pieces.h"
#include "support/golden.h"
#include "support/json_schema.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

namespace plumbline {

using namespace Qt::StringLiterals;

static const QString fixtures = QStringLiteral(FIXTURES_DIR "/logs/");

struct Answer
{
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

static Answer ask(const QStringList &words, const QByteArray &input = {})
{
    QProcess cli;
    cli.start(QStringLiteral(PLUMBLINE_CLI), QStringList{u"events"_s} + words);
    cli.write(input);
    cli.closeWriteChannel();
    if (!cli.waitForFinished(60'000) || cli.exitStatus() != QProcess::NormalExit)
        return {};
    return {cli.exitCode(), cli.readAllStandardOutput(), cli.readAllStandardError()};
}

static QJsonArray eventsOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value(u"events"_s).toArray();
}

class TestCliEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_data();
    void json();
    void theIssuesKeys();
    void text();
    void standardInput();
    void refusals_data();
    void refusals();
    void nothingThere();
    void bytesThatAreNoText();
    void aHugeFileWithoutALine();
    void aFileThatIsCutMeanwhile();

private:
    QString made(const QString &name, const QByteArray &bytes);
    QTemporaryDir m_folder;
};

QString TestCliEvents::made(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TestCliEvents::json_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"hung_tasks_6_12", "io_errors_6_12", "panic_6_12", "boot_sysrq_6_1",
             "synthetic_carriers", "synthetic_old_kernels"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCliEvents::json()
{
    QFETCH(const QString, name);
    const Answer answer = ask({fixtures + name + u".txt"_s, u"--json"_s});
    QCOMPARE(answer.status, 0);
    const QString complaint = complaintOfSchema(u"events.schema.json"_s, answer.output);
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    // As many as the library's own listing has: its heads are the lines that are not indented.
    int listed = 0;
    for (const QByteArray &line : contentsOf(fixtures + name + u".events"_s).split('\n'))
        listed += line.contains(" @") && !line.startsWith(' ');
    QVERIFY(listed > 2);
    QCOMPARE(eventsOf(answer.output).size(), listed);
}

void TestCliEvents::theIssuesKeys()
{
    const Answer answer = ask({u"--json"_s, fixtures + u"synthetic_carriers.txt"_s});
    const QJsonObject hung = eventsOf(answer.output).at(7).toObject();
    QCOMPARE(hung.value(u"kind"_s), u"hung-task"_s);
    QCOMPARE(hung.value(u"line"_s), 8);
    QCOMPARE(hung.value(u"last_line"_s), 13);
    QCOMPARE(hung.value(u"guest_time"_s), 103.0);
    QCOMPARE(hung.value(u"text"_s), u"INFO: task cat:823 blocked for more than 122 seconds."_s);
    QCOMPARE(hung.value(u"fields"_s).toObject().value(u"owner"_s), u"tmux: server"_s);
    QCOMPARE(hung.value(u"fields"_s).toObject().value(u"owner_pid"_s), 9);
    QCOMPARE(hung.value(u"derived_time"_s), u"2026-11-22T02:07:07.250Z"_s);
    QVERIFY(eventsOf(answer.output).first().toObject().value(u"guest_time"_s).isNull());
}

void TestCliEvents::text()
{
    for (const QString &name : {u"io_errors_6_12"_s, u"synthetic_carriers"_s}) {
        const Answer answer = ask({fixtures + name + u".txt"_s});
        QCOMPARE(answer.status, 0);
        COMPARE_GOLDEN(fixtures + name + u".output"_s, answer.output);
    }
}

void TestCliEvents::standardInput()
{
    const QString name = fixtures + u"hung_tasks_6_12.txt"_s;
    const Answer answer = ask({u"-"_s}, contentsOf(name));
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.output, ask({name}).output);
}

void TestCliEvents::refusals_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("errors");
    QTest::newRow("no such file")
        << QStringList{u"/nonexistent/a"_s} << exit_status::noInput
        << QByteArray("plumbline-cli: No such file or directory (/nonexistent/a)\n");
    QTest::newRow("a folder") << QStringList{u"/"_s} << exit_status::noInput
                              << QByteArray("plumbline-cli: Is a directory (/)\n");
    QTest::newRow("none") << QStringList{} << exit_status::usage
                          << QByteArray("plumbline-cli: exactly one file is needed\n");
    QTest::newRow("two") << QStringList{u"a"_s, u"b"_s} << exit_status::usage
                         << QByteArray("plumbline-cli: exactly one file is needed\n");
}

void TestCliEvents::refusals()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, status);
    QFETCH(const QByteArray, errors);
    const Answer answer = ask(words);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errors, errors);
    QCOMPARE(answer.output, QByteArray());
}

void TestCliEvents::nothingThere()
{
    const QString name = made(u"empty"_s, {});
    QCOMPARE(ask({name}).status, 0);
    QCOMPARE(ask({name}).output, QByteArray());
    const Answer answer = ask({name, u"--json"_s});
    QVERIFY(complaintOfSchema(u"events.schema.json"_s, answer.output).isEmpty());
    QVERIFY(eventsOf(answer.output).isEmpty());
}

void TestCliEvents::bytesThatAreNoText()
{
    const QString name = made(u"junk"_s,
        QByteArray("\0\0\xff\n", 4)
            + "[    1.000000] INFO: task \xff\x1b[2Jx:7 blocked for more than 20 seconds.\n");
    const Answer answer = ask({name, u"--json"_s});
    const QString complaint = complaintOfSchema(u"events.schema.json"_s, answer.output);
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    QCOMPARE(eventsOf(answer.output).size(), 1);
    QVERIFY(!ask({name}).output.contains('\x1b'));
}

void TestCliEvents::aHugeFileWithoutALine()
{
    const QString name = made(u"huge"_s, "x");
    constexpr qint64 size = 2LL * 1024 * 1024 * 1024; // of which the disk holds nothing
    QVERIFY(QFile::resize(name, size));
    QElapsedTimer timer;
    timer.start();
    const Answer answer = ask({name, u"--json"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(QJsonDocument::fromJson(answer.output).object().value(u"lines"_s), 1);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    struct rusage children = {};
    QCOMPARE(::getrusage(RUSAGE_CHILDREN, &children), 0);
    QVERIFY2(children.ru_maxrss < 400 * 1024, qPrintable(QString::number(children.ru_maxrss)));
}

void TestCliEvents::aFileThatIsCutMeanwhile()
{
    const QString name = made(u"cut"_s, QByteArray(2'000'000, 'x'));
    qsizetype bytes = 0;
    const Result<void> read = readPieces(name, [&bytes, &name](QByteArrayView piece) {
        bytes += piece.size();
        QFile::resize(name, 1000);
    });
    QVERIFY(read.has_value());
    QVERIFY(bytes > 0);
    QVERIFY(bytes < 2'000'000);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestCliEvents)
#include "tst_cli_events.moc"
