// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Admin sockets of this very process, by the probe's own command with each program that it may
// find: those that answer, one that does not, and one that is none and must not be spoken to.
#include "probes/catalogue.h"

#include "support/probe_run.h"
#include "support/verify.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace plumbline {

/// Listens like a Ceph client's admin socket, and counts who came.
class AdminSocket
{
public:
    enum Manner { Answers, Refuses, Hangs };

    AdminSocket(const QString &path, Manner manner) : m_manner(manner)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::copy(name.begin(), name.end(), static_cast<char *>(address.sun_path));
        (void)::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof(address));
        (void)::listen(m_listener, 5);
        m_thread = std::thread([this] { serve(); });
    }
    ~AdminSocket()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    AdminSocket(const AdminSocket &) = delete;
    AdminSocket &operator=(const AdminSocket &) = delete;
    int calls() const { return m_calls; }

private:
    void serve()
    {
        QList<int> kept;
        for (int caller = 0; (caller = ::accept(m_listener, nullptr, nullptr)) >= 0;) {
            ++m_calls;
            if (m_manner == Hangs) {
                kept.append(caller);
                continue;
            }
            reply(caller);
            ::close(caller);
        }
        for (const int caller : std::as_const(kept))
            ::close(caller);
    }
    void reply(int caller) const
    {
        QByteArray asked;
        for (char byte = 0; ::read(caller, &byte, 1) == 1 && byte != '\0';)
            asked += byte;
        QByteArray text = "ERROR: (22) Invalid argument\nunknown command\n";
        if (m_manner == Answers
            && asked == R"({"prefix":"objecter_requests","format":"json-pretty"})")
            text = "{\n    \"ops\": []\n}\n";
        else if (m_manner == Answers && asked == R"({"prefix":"perf dump","format":"json-pretty"})")
            text = "{\n    \"librbd-1-a-b\": {},\n    \"objecter\": {}\n}\n";
        const auto size = quint32(text.size());
        for (const int shift : {24, 16, 8, 0})
            text.insert(3 - shift / 8, char(size >> shift));
        (void)::write(caller, text.constData(), size_t(text.size()));
    }

    Manner m_manner;
    std::atomic<int> m_calls = 0;
    int m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::thread m_thread;
};

/// A host with these programs, a folder for sockets, and the probe's question about a process.
class Host
{
public:
    explicit Host(QStringList programs, qint64 pid = getpid()) : m_run(question(pid))
    {
        programs += QStringLiteral("grep head ls readlink sed sh tail timeout tr").split(u' ');
        for (const QString &program : std::as_const(programs))
            QFile::link(QStandardPaths::findExecutable(program), path(program));
        m_run.by(QStandardPaths::findExecutable(QStringLiteral("sh")))
            .with(QStringLiteral("PATH"), m_folder.path());
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    ProbeRun &run() { return m_run; }

private:
    static Question question(qint64 pid)
    {
        Subject subject;
        subject.pid = pid;
        return librbdRequests.ask(subject);
    }

    QTemporaryDir m_folder;
    ProbeRun m_run;
};

class TestLibrbdRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAdminSocketsAlone_data();
    void asksAdminSocketsAlone();
    void withoutAnyProgram();
    void withoutRights();
    void withoutProcess();
};

void TestLibrbdRequests::asksAdminSocketsAlone_data()
{
    QTest::addColumn<QString>("program");
    for (const char *program : {"python3", "socat", "nc"}) {
        if (!QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            QTest::newRow(program) << QString::fromLatin1(program);
    }
}

void TestLibrbdRequests::asksAdminSocketsAlone()
{
    QFETCH(const QString, program);
    Host host({program});
    const AdminSocket good(host.path(QStringLiteral("a b.asok")), AdminSocket::Answers);
    const AdminSocket bad(host.path(QStringLiteral("c.asok")), AdminSocket::Refuses);
    const AdminSocket silent(host.path(QStringLiteral("d.asok")), AdminSocket::Hangs);
    const AdminSocket monitor(host.path(QStringLiteral("qmp.sock")), AdminSocket::Answers);
    QVERIFY(host.run().ends());
    const auto all = readLibrbdRequests(host.run().out());
    QVERIFY2(all, all ? "" : qPrintable(all.error().text()));
    QCOMPARE(all->sockets, 3);
    const LibrbdClient *client = all->serving("a-b");
    QVERIFY(client);
    QCOMPARE(client->socket, QFile::encodeName(host.path(QStringLiteral("a b.asok"))));
    QCOMPARE(client->failure, "");
    QCOMPARE(good.calls(), 2);
    QByteArrayList failures;
    for (const LibrbdClient &other : all->clients)
        failures.append(other.failure);
    QVERIFY(failures.contains("ERROR: (22) Invalid argument"));
    QVERIFY(failures.contains(program == QStringLiteral("python3") ? "timed out" : "no answer"));
    QCOMPARE(monitor.calls(), 0);
}

void TestLibrbdRequests::withoutAnyProgram()
{
    Host host({});
    const AdminSocket good(host.path(QStringLiteral("a.asok")), AdminSocket::Answers);
    QVERIFY(host.run().ends());
    QCOMPARE(host.run().exitCode(), 1);
    QVERIFY(host.run().err().contains("neither python3 nor socat nor nc"));
}

void TestLibrbdRequests::withoutRights()
{
    REQUIRE_HERE(getuid() == 0, "only root can give up its rights");
    Host host({});
    QFile::setPermissions(host.path({}), QFile::Permissions(0x7755));
    host.run().through({QStandardPaths::findExecutable(QStringLiteral("setpriv")),
        QStringLiteral("--reuid"), QStringLiteral("65534"), QStringLiteral("--clear-groups")});
    QVERIFY(host.run().ends());
    QCOMPARE(host.run().out(), "sockets closed\n");
}

void TestLibrbdRequests::withoutProcess()
{
    Host host({}, 4'000'000'000);
    QVERIFY(host.run().ends());
    QVERIFY(host.run().exitCode() != 0);
    QVERIFY(host.run().err().contains("No such file or directory"));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLibrbdRequests)
#include "tst_librbd_requests.moc"
