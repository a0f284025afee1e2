// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP port that answers, one that refuses and one that is silent, by the probe's own command with
// each program that it may find.
#include "probes/catalogue.h"

#include "support/probe_run.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace plumbline {

class TestPortAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data() { eachProgram(); }
    void answers();
    void refuses_data() { eachProgram(); }
    void refuses();
    void silent_data() { eachProgram(); }
    void silent();
    void withoutAnyProgram();
    void bashWithoutNetwork();

private:
    static void eachProgram();
    /// The probe's answer where only these programs are to be found.
    static Result<PortAnswer> ask(int port, const QStringList &programs);
};

/// A listening socket on a port of the kernel's choice.
struct Listener
{
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int port = 0;

    Listener()
    {
        sockaddr_in address = own();
        socklen_t size = sizeof(address);
        (void)::bind(descriptor, reinterpret_cast<sockaddr *>(&address), size);
        (void)::listen(descriptor, 0);
        getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size);
        port = ntohs(address.sin_port);
    }
    ~Listener() { close(descriptor); }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    static sockaddr_in own()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
};

void TestPortAnswers::eachProgram()
{
    QTest::addColumn<QString>("program");
    for (const char *program : {"bash", "python3", "nc"}) {
        if (!QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            QTest::newRow(program) << QString::fromLatin1(program);
    }
}

Result<PortAnswer> TestPortAnswers::ask(int port, const QStringList &programs)
{
    QTemporaryDir folder;
    for (const QString &program : QStringList{QStringLiteral("timeout"), QStringLiteral("tr"),
                                      QStringLiteral("head"), QStringLiteral("sh")}
            + programs)
        QFile::link(QStandardPaths::findExecutable(program), folder.filePath(program));
    Subject subject;
    subject.path = "127.0.0.1 " + QByteArray::number(port);
    ProbeRun run(portAnswers.ask(subject));
    run.by(QStandardPaths::findExecutable(QStringLiteral("sh")))
        .with(QStringLiteral("PATH"), folder.path());
    return readPortAnswer(run.ends() ? run.out() : QByteArray());
}

void TestPortAnswers::answers()
{
    QFETCH(const QString, program);
    const Listener listener;
    const auto answer = ask(listener.port, {program});
    QVERIFY(answer);
    QCOMPARE(*answer, (PortAnswer{PortAnswer::Answers, program.toLatin1(), {}}));
}

void TestPortAnswers::refuses()
{
    QFETCH(const QString, program);
    int port = 0;
    {
        const Listener listener;
        port = listener.port;
    }
    const auto answer = ask(port, {program});
    QVERIFY(answer);
    QCOMPARE(*answer, (PortAnswer{PortAnswer::Refuses, program.toLatin1(), {}}));
}

// Nobody accepts: the kernel takes what its queue holds and then lets further callers wait.
void TestPortAnswers::silent()
{
    QFETCH(const QString, program);
    const Listener listener;
    std::array<int, 4> callers{};
    sockaddr_in address = Listener::own();
    address.sin_port = htons(quint16(listener.port));
    for (int &caller : callers) {
        caller = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        (void)::connect(caller, reinterpret_cast<sockaddr *>(&address), sizeof(address));
    }
    const auto answer = ask(listener.port, {program});
    for (const int caller : callers)
        close(caller);
    QVERIFY(answer);
    QCOMPARE(*answer, (PortAnswer{PortAnswer::Silent, program.toLatin1(), {}}));
}

void TestPortAnswers::withoutAnyProgram()
{
    const auto answer = ask(1, {});
    QVERIFY(answer);
    QCOMPARE(*answer, (PortAnswer{PortAnswer::Untried, {}, {}}));
}

// What a bash says that was built without --enable-net-redirections.
void TestPortAnswers::bashWithoutNetwork()
{
    QTemporaryDir folder;
    QFile bash(folder.filePath(QStringLiteral("bash")));
    QVERIFY(bash.open(QIODevice::WriteOnly));
    bash.write(
        "#!/bin/sh\necho 'bash: /dev/tcp/127.0.0.1/1: No such file or directory' >&2\nexit 1\n");
    bash.close();
    QVERIFY(bash.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder.path().toUtf8() + ':' + path);
    const auto answer = ask(1, {QStringLiteral("bash")});
    qputenv("PATH", path);
    QVERIFY(answer);
    QCOMPARE(*answer, (PortAnswer{PortAnswer::Untried, {}, {}}));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestPortAnswers)
#include "tst_port_answers.moc"
