// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// plumbline-cli tasks, as people and scripts call it.
#include "exit_status.h"
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

static const QString fixtures = QStringLiteral(FIXTURES_DIR "/task_dumps/");
static const QString synthetic = QStringLiteral(FIXTURES_DIR "/formats/task_dump/good.synthetic_");

struct Answer
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

static Answer ask(const QStringList &words, const QByteArray &input = {})
{
    QProcess cli;
    cli.start(QStringLiteral(PLUMBLINE_CLI), QStringList{u"tasks"_s} + words);
    cli.write(input);
    cli.closeWriteChannel();
    if (!cli.waitForFinished(60'000) || cli.exitStatus() != QProcess::NormalExit)
        return {};
    return {cli.exitCode(), cli.readAllStandardOutput(), cli.readAllStandardError()};
}

class TestCliTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_data();
    void json();
    void theIssuesKeys();
    void blocked();
    void text();
    void comparison();
    void standardInput();
    void refusals_data();
    void refusals();
    void nothingThere();
    void bytesThatAreNoText();
    void aHugeFileWithoutALine();

private:
    QString made(const QString &name, const QByteArray &bytes);
    QTemporaryDir m_folder;
};

QString TestCliTasks::made(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TestCliTasks::json_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("tasks"); // with a header, by grep
    QTest::newRow("SysRq w and t") << QStringList{fixtures + u"sysrq_w_and_t_6.1.txt"_s} << 93;
    QTest::newRow("hung tasks") << QStringList{fixtures + u"hung_tasks_serial_6.12.txt"_s} << 10;
    QTest::newRow("only blocked") << QStringList{u"--blocked"_s,
        fixtures + u"sysrq_w_and_t_6.1.txt"_s}
                                  << 30;
    QTest::newRow("owners") << QStringList{synthetic + u"hung_task_blocker_6.17.txt"_s} << 5;
    QTest::newRow("tools' additions") << QStringList{synthetic + u"decoded.txt"_s} << 2;
}

void TestCliTasks::json()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, tasks);
    const Answer answer = ask(words + QStringList{u"--json"_s});
    QCOMPARE(answer.status, 0);
    const QString complaint = complaintOfSchema(u"tasks.schema.json"_s, answer.output);
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    qsizetype found = 0;
    for (const QJsonValue dump : answer.json().value(u"dumps"_s).toArray())
        found += dump.toObject().value(u"tasks"_s).toArray().size();
    QCOMPARE(found, tasks);
}

void TestCliTasks::theIssuesKeys()
{
    const QJsonObject json = ask({u"--json"_s, fixtures + u"sysrq_w_and_t_6.1.txt"_s}).json();
    QCOMPARE(json.value(u"unparsed_lines"_s), 0);
    const QJsonObject dump = json.value(u"dumps"_s).toArray().first().toObject();
    QCOMPARE(dump.value(u"kind"_s), u"show-blocked"_s);
    QCOMPARE(dump.value(u"line"_s), 6);
    const QJsonObject task = dump.value(u"tasks"_s).toArray().at(1).toObject();
    QCOMPARE(task.value(u"pid"_s), 131);
    QCOMPARE(task.value(u"comm"_s), u"t-fsync"_s);
    QCOMPARE(task.value(u"state"_s), u"D"_s);
    QCOMPARE(task.value(u"line"_s), 27);
    QCOMPARE(task.value(u"waits_for"_s), u"filesystem-journal"_s);
    const QJsonObject frame = task.value(u"frames"_s).toArray().at(2).toObject();
    QCOMPARE(frame.value(u"symbol"_s), u"jbd2_log_wait_commit"_s);
    QCOMPARE(frame.value(u"offset"_s), 0xd3);
    QCOMPARE(frame.value(u"size"_s), 0x140);
    QCOMPARE(frame.value(u"module"_s), u"jbd2"_s);
    QCOMPARE(frame.value(u"reliable"_s), true);
}

void TestCliTasks::blocked()
{
    const Answer answer = ask({u"--blocked"_s, fixtures + u"sysrq_w_and_t_6.1.txt"_s});
    QVERIFY(answer.output.contains(" × D ") && !answer.output.contains(" × S "));
}

void TestCliTasks::text()
{
    for (const char *name : {"hung_task_blocker_6.17", "mixed_lines", "show_state_6.19"}) {
        const Answer answer = ask({synthetic + QLatin1String(name) + u".txt"_s});
        QCOMPARE(answer.status, 0);
        COMPARE_GOLDEN(fixtures + QLatin1String(name) + u".output"_s, answer.output);
    }
}

void TestCliTasks::comparison()
{
    // The last ten dumps of blocked tasks and hung tasks of one guest, cut into two files.
    const QList<QByteArray> lines
        = contentsOf(fixtures + u"sysrq_l_crlf_prompt_6.12.txt"_s).split('\n');
    const QString before = made(u"before"_s, lines.first(330).join('\n'));
    const QString after = made(u"after"_s, lines.sliced(330).join('\n'));
    const Answer answer = ask({before, after, u"--json"_s});
    const QString complaint = complaintOfSchema(u"tasks.schema.json"_s, answer.output);
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    const QJsonObject compared = answer.json().value(u"comparison"_s).toObject();
    const QJsonArray unmoved = compared.value(u"unmoved"_s).toArray();
    QCOMPARE(unmoved.size(), 1);
    QCOMPARE(unmoved.first().toObject().value(u"comm"_s), u"dd"_s);
    QCOMPARE(unmoved.first().toObject().value(u"waits_for"_s), u"block-device"_s);
    const QByteArray text = ask({before, after}).output;
    QVERIFY2(text.startsWith("did not move (1):\n  D dd["), text.constData());
}

void TestCliTasks::standardInput()
{
    const QString name = fixtures + u"hung_tasks_serial_6.12.txt"_s;
    const Answer answer = ask({u"-"_s}, contentsOf(name));
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.output, ask({name}).output);
}

void TestCliTasks::refusals_data()
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
                          << QByteArray("plumbline-cli: one file is needed, or two to compare\n");
    QTest::newRow("three") << QStringList{u"a"_s, u"b"_s, u"c"_s} << exit_status::usage
                           << QByteArray("plumbline-cli: one file is needed, or two to compare\n");
    QTest::newRow("standard input twice")
        << QStringList{u"-"_s, u"-"_s} << exit_status::usage
        << QByteArray("plumbline-cli: standard input can be read only once\n");
}

void TestCliTasks::refusals()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, status);
    QFETCH(const QByteArray, errors);
    const Answer answer = ask(words);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errors, errors);
    QCOMPARE(answer.output, QByteArray());
}

void TestCliTasks::nothingThere()
{
    const QString name = made(u"empty"_s, {});
    QCOMPARE(ask({name}).output, QByteArray("No task dump was found.\n"));
    const Answer answer = ask({name, u"--json"_s});
    QCOMPARE(answer.status, 0);
    QVERIFY(complaintOfSchema(u"tasks.schema.json"_s, answer.output).isEmpty());
    QVERIFY(answer.json().value(u"dumps"_s).toArray().isEmpty());
}

void TestCliTasks::bytesThatAreNoText()
{
    const QString name = made(u"junk"_s,
        QByteArray("\0\0\xff\n", 4)
            + "task:\xff\xe2\x80\xae\x1b[2Jx      state:D stack:0     pid:7     ppid:1 "
              "flags:0x00000000\n"
              "Call Trace:\n schedule+0x1/0x2\n");
    const Answer answer = ask({name, u"--json"_s});
    const QString complaint = complaintOfSchema(u"tasks.schema.json"_s, answer.output);
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    QCOMPARE(answer.json().value(u"dumps"_s).toArray().size(), 1);
    const QByteArray text = ask({name}).output;
    QVERIFY2(text.contains("\\u202e") && !text.contains('\x1b'), text.constData());
}

void TestCliTasks::aHugeFileWithoutALine()
{
    const QString name = made(u"huge"_s, "x");
    constexpr qint64 size = 2LL * 1024 * 1024 * 1024; // of which the disk holds nothing
    QVERIFY(QFile::resize(name, size));
    QElapsedTimer timer;
    timer.start();
    const Answer answer = ask({name, u"--json"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json().value(u"lines"_s), 1);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    struct rusage children = {};
    QCOMPARE(::getrusage(RUSAGE_CHILDREN, &children), 0);
    QVERIFY2(children.ru_maxrss < 400 * 1024, qPrintable(QString::number(children.ru_maxrss)));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestCliTasks)
#include "tst_cli_tasks.moc"
