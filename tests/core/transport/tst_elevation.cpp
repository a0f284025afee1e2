// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What needs root's rights runs under sudo where that was chosen, and as the user where not. A sudo
// of our own here; the real one with its rules runs in the lab (tst_rights).
#include "support/script_run.h"

#include "support/await.h"
#include "support/verify.h"
#include "transport/local_transport.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestElevation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutSudo_data() { eachShell(); }
    void withoutSudo();
    void underSudo_data() { eachShell(); }
    void underSudo();
    void aHelperUnderSudo_data() { eachShell(); }
    void aHelperUnderSudo();
    void oneThatHangsIsNotJoined_data() { eachShell(); }
    void oneThatHangsIsNotJoined();

private:
    LocalTransport m_host;
    QTemporaryDir m_folder;
    QByteArray m_path = qgetenv("PATH");
};

static Question asRoot(Question question)
{
    std::get<HostCommand>(question.ask).asRoot = true;
    return question;
}

static const QList<QByteArray> inAScript{"sh", "-c", "$AS_ROOT echo read"};

void TestElevation::initTestCase()
{
    QFile sudo(m_folder.filePath(u"sudo"_s));
    QVERIFY(sudo.open(QIODevice::WriteOnly));
    sudo.write(
        "#!/bin/sh\n[ \"$1\" = -n ] || exit 1\nshift\nprintf 'sudo %s: ' \"$*\"\nexec \"$@\"\n");
    sudo.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    sudo.close();
    qputenv("PATH", m_folder.path().toUtf8() + ':' + m_path);
    // What the host's user has set must not run as a command.
    qputenv("AS_ROOT", "false");
}

void TestElevation::cleanupTestCase()
{
    qputenv("PATH", m_path);
    qunsetenv("AS_ROOT");
}

void TestElevation::withoutSudo()
{
    QFETCH(const QByteArray, shell);
    ScriptRun run({asRoot(quick({"echo", "read"})), asRoot(helper("kind", {"echo", "read"})),
        quick(inAScript)});
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(run.reader.answer(i).out, "read\n");
}

void TestElevation::underSudo()
{
    QFETCH(const QByteArray, shell);
    const QList<Question> questions{
        asRoot(quick({"echo", "it's; $(true)"})), quick({"echo", "plain"}), quick(inAScript)};
    ScriptRun run(questions, Elevation::Sudo);
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QCOMPARE(run.reader.answer(0).out, "sudo timeout -k 1 5 echo it's; $(true): it's; $(true)\n");
    QCOMPARE(run.reader.answer(1).out, "plain\n");
    QCOMPARE(run.reader.answer(2).out, "sudo timeout -k 1 2 echo read: read\n");
    const auto text = [&questions](int question, Elevation elevation) {
        return elevatedCommand(
            std::get<HostCommand>(questions.at(question).ask), milliseconds(1500), elevation);
    };
    QCOMPARE(text(0, Elevation::Sudo),
        "sudo -n timeout -k 1 2 \"$(command -v echo)\" 'it'\\''s; $(true)'");
    QCOMPARE(text(0, Elevation::None), "echo 'it'\\''s; $(true)'");
    QCOMPARE(text(1, Elevation::Sudo), "echo plain");
}

void TestElevation::aHelperUnderSudo()
{
    QFETCH(const QByteArray, shell);
    const QByteArray length = uniqueSeconds();
    ScriptRun run(
        {asRoot(helper("kind", {"sleep", length}, 1s)), asRoot(helper("other", {"echo", "read"}))},
        Elevation::Sudo);
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    // Its time limit is inside, where who is not root could not end it.
    // Where the machine is too busy for its end within a second more, it is killed.
    const int exit = run.reader.answer(0).exitCode.value_or(0);
    QVERIFY2(exit == 124 || exit == 137, QByteArray::number(exit));
    QCOMPARE(run.reader.answer(1).out, "sudo timeout -k 1 5 echo read: read\n");
}

// A process of root's shows us no environment: it is known by its words.
void TestElevation::oneThatHangsIsNotJoined()
{
    QFETCH(const QByteArray, shell);
    const QByteArray length = uniqueSeconds();
    QProcess planted;
    planted.start(u"timeout"_s,
        {u"-k"_s, u"1"_s, u"1"_s, QStandardPaths::findExecutable(u"sleep"_s),
            QString::fromUtf8(length)});
    QVERIFY(planted.waitForStarted());
    // As in uninterruptible sleep: it does not end at its limit.
    QCOMPARE(kill(pid_t(planted.processId()), SIGSTOP), 0);
    QTest::qWait(2300);
    ScriptRun run({asRoot(helper("kind", {"sleep", length}, 1s)),
                      asRoot(helper("other", {"echo", "read"}, 1s))},
        Elevation::Sudo);
    VERIFY_RESULT(await(run.run(&m_host, shell), 70000));
    QCOMPARE(run.reader.answer(0).progress, FramedAnswer::Withheld);
    QCOMPARE(run.reader.answer(0).hangingPid, planted.processId());
    QVERIFY(run.reader.answer(0).hangingSeconds >= 2);
    QCOMPARE(run.reader.answer(1).out, "sudo timeout -k 1 1 echo read: read\n");
    kill(pid_t(planted.processId()), SIGCONT);
    planted.waitForFinished();
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestElevation)
#include "tst_elevation.moc"
