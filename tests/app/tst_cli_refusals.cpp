// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What plumbline-cli refuses, with which status and words.
#include "cli_commands.h"

#include "exit_status.h"
#include "support/await.h"
#include "support/scripted_prompter.h"

#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

static const QString incident
    = QStringLiteral("recorded:" PLUMBLINE_SOURCE_DIR "/resources/incidents/nfs-hard-mount");

class TestCliRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status_data();
    void status();
    void noPasswordIsRepeated_data();
    void noPasswordIsRepeated();

private:
    QTemporaryDir m_folder;
};

static Task<Result<int>> statusOf(QStringList arguments)
{
    const Result<CliOptions> options = readCliOptions(arguments);
    if (!options)
        co_return exit_status::usage;
    ScriptedPrompter nobody;
    co_return co_await runCli(*options, &nobody);
}

void TestCliRefusals::status_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    const QString taken = m_folder.path();
    QVERIFY(QFile(m_folder.filePath(u"file"_s)).open(QIODevice::WriteOnly));
    QTest::newRow("no such recording")
        << QStringList{u"diagnose"_s, u"recorded:/nonexistent"_s} << exit_status::badInput;
    QTest::newRow("no such recording to record") << QStringList{u"record"_s,
        u"recorded:/nonexistent"_s, u"-o"_s, m_folder.filePath(u"new"_s)}
                                                 << exit_status::badInput;
    QTest::newRow("a folder that is not empty")
        << QStringList{u"record"_s, incident, u"-o"_s, taken} << exit_status::cannotWrite;
    QTest::newRow("no such round")
        << QStringList{u"diagnose"_s, incident, u"--round"_s, u"5"_s} << exit_status::noDomain;
    QTest::newRow("the last round")
        << QStringList{u"diagnose"_s, incident, u"--round"_s, u"4"_s} << exit_status::healthy;
}

void TestCliRefusals::status()
{
    QFETCH(QStringList, words);
    QFETCH(int, status);
    const auto given = await(statusOf(QStringList{u"plumbline-cli"_s} + words));
    VERIFY_RESULT(given);
    QCOMPARE(*given, status);
}

void TestCliRefusals::noPasswordIsRepeated_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("password") << u"ssh://u:geheim@h/x"_s;
    QTest::newRow("with an at sign") << u"ssh://u:geheim@geheim@h/x"_s;
    QTest::newRow("with a slash") << u"ssh://u:ge/geheim@h/x"_s;
    QTest::newRow("no scheme") << u"u:geheim@h/x"_s;
    QTest::newRow("another scheme") << u"qemu+ssh://u:geheim@h/system"_s;
}

void TestCliRefusals::noPasswordIsRepeated()
{
    QFETCH(QString, target);
    const auto refused = readCliOptions({u"plumbline-cli"_s, u"diagnose"_s, target});
    QVERIFY(!refused);
    const QString text = refused.error().text();
    QVERIFY2(!text.contains(u"geheim"_s), qPrintable(text));
    QVERIFY2(text.contains(u"@h/"_s), qPrintable(text));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestCliRefusals)
#include "tst_cli_refusals.moc"
