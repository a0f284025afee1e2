// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A log that grows by a megabyte a second, followed through a real sshd that is killed again and
// again by a program that is: the copy is the log, byte for byte.
#include "hypervisor/followed_file.h"

#include "support/await.h"
#include "support/test_sshd.h"
#include "support/verify.h"
#include "transport/local_transport.h"
#include "transport/ssh_transport.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace plumbline {

using namespace Qt::StringLiterals;

/// Adds lines to a file until it is stopped: a megabyte a second, in pieces as a console's are.
class Writer
{
public:
    explicit Writer(const QString &path)
    {
        m_process.start(u"python3"_s,
            {u"-c"_s,
                u"import sys,time\n"
                "n=0\n"
                "with open(sys.argv[1],'ab',buffering=0) as f:\n"
                "  while True:\n"
                "    f.write(b''.join(b'[%12.6f] line %d\\x00\\xff of a guest that talks\\n' % "
                "(n/1e3,n+i) for i in range(230)))\n"
                "    n+=230\n"
                "    time.sleep(0.01)\n"_s,
                path});
        m_process.waitForStarted();
    }
    ~Writer() { stop(); }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

class TestFollowedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void locally();
    void sshdIsKilled();
    void theProgramIsKilled();
    void oneKeeper();
    void copyCannotBeWritten();

private:
    bool isWhole() const { return read(m_copy) == read(m_log); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_log;
    QString m_copy;
};

void TestFollowedFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_log = m_folder->filePath(u"serial.log"_s);
    m_copy = m_folder->filePath(u"kept/host/serial.log"_s);
    QFile log(m_log);
    QVERIFY(log.open(QIODevice::WriteOnly));
}

void TestFollowedFile::locally()
{
    LocalTransport host;
    FollowedFile followed(&host, m_log.toUtf8(), m_copy);
    VERIFY_RESULT(followed.start());
    Writer writer(m_log);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_copy).size() > 2'000'000, 20000);
    QCOMPARE(followed.state(), FollowedFile::State::Following);
    writer.stop();
    QTRY_VERIFY(isWhole());
    // Another file under the name goes on in the same copy.
    const QByteArray before = read(m_log);
    QVERIFY(QFile::rename(m_log, m_log + u".1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(followed.state() == FollowedFile::State::Gone
            || followed.state() == FollowedFile::State::Following,
        5000);
    QFile log(m_log);
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("after the rotation\n");
    log.close();
    QTRY_COMPARE_WITH_TIMEOUT(read(m_copy), before + "after the rotation\n", 10000);
    QVERIFY(read(m_copy + u".source"_s).contains("serial.log"));
}

// 25 ends of the server and its sessions here, 25 of the program below, as often as time allows.
void TestFollowedFile::sshdIsKilled()
{
    REQUIRE_HERE(!TestSshd::program().isEmpty(), "no sshd is installed");
    TestSshd sshd;
    QVERIFY(sshd.start());
    sshd.makeKnown();
    SshTransport host(sshd.address(), nullptr);
    FollowedFile followed(&host, m_log.toUtf8(), m_copy);
    VERIFY_RESULT(followed.start());
    Writer writer(m_log);
    for (int i = 0; i < 25; ++i) {
        const qint64 before = QFileInfo(m_copy).size();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_copy).size() > before, 20000);
        QTest::qWait(i * 7 % 90);
        sshd.stop();
        QVERIFY(sshd.start());
    }
    QVERIFY2(followed.interruptions() >= 20, qPrintable(QString::number(followed.interruptions())));
    writer.stop();
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 60000);
    QCOMPARE(followed.state(), FollowedFile::State::Following);
    QVERIFY(QFileInfo(m_copy).size() > 2'000'000);
}

void TestFollowedFile::theProgramIsKilled()
{
    Writer writer(m_log);
    qint64 before = 0;
    for (int i = 0; i < 25; ++i) {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--follow"_s, m_log, m_copy});
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_copy).size() > before, 20000);
        QTest::qWait(i * 13 % 60);
        program.kill();
        program.waitForFinished();
        before = QFileInfo(m_copy).size();
        // What it left is the beginning of the log.
        QVERIFY(read(m_log).startsWith(read(m_copy)));
    }
    writer.stop();
    LocalTransport host;
    FollowedFile last(&host, m_log.toUtf8(), m_copy);
    VERIFY_RESULT(last.start());
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 20000);
}

void TestFollowedFile::oneKeeper()
{
    LocalTransport host;
    FollowedFile first(&host, m_log.toUtf8(), m_copy);
    VERIFY_RESULT(first.start());
    FollowedFile second(&host, m_log.toUtf8(), m_copy);
    const Result<void> refused = second.start();
    QVERIFY(!refused);
    QVERIFY(refused.error().what.text().contains(u"another Plumbline"));
}

void TestFollowedFile::copyCannotBeWritten()
{
    LocalTransport host;
    FollowedFile followed(&host, m_log.toUtf8(), u"/proc/nowhere/copy"_s);
    const Result<void> refused = followed.start();
    QVERIFY(!refused);
    QCOMPARE(refused.error().where, u"/proc/nowhere/copy"_s);
}

} // namespace plumbline

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--follow") {
        plumbline::LocalTransport host;
        plumbline::FollowedFile followed(&host, arguments.value(2).toUtf8(), arguments.value(3));
        return followed.start() ? QCoreApplication::exec() : 1;
    }
    plumbline::TestFollowedFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_followed_file.moc"
