// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The script that looks for a process's network interfaces, with this process as the one it looks
// at.
#include "probes/catalogue.h"

#include "support/probe_run.h"

#include <QCoreApplication>
#include <QTest>

namespace plumbline {

class TestHostNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsANamedInterface();
    void showsAllWhileNoneIsNamed();
    void aNameThatIsNotThere();
    void aProcessThatIsGone();

private:
    static QByteArray run(qint64 pid, const QByteArray &names, int *exitCode = nullptr);
};

QByteArray TestHostNetwork::run(qint64 pid, const QByteArray &names, int *exitCode)
{
    Subject subject;
    subject.pid = pid;
    subject.part = names;
    ProbeRun run(hostNetwork.ask(subject));
    if (!run.ends())
        return {};
    if (exitCode)
        *exitCode = run.exitCode();
    return run.out();
}

void TestHostNetwork::countsANamedInterface()
{
    const auto network = hostNetwork.read(run(QCoreApplication::applicationPid(), "lo "));
    QVERIFY(network.has_value());
    QCOMPARE(network->ownNamespace, std::optional(false));
    QVERIFY(network->taps.isEmpty());
    const HostInterface *loopback = network->named("lo");
    QVERIFY(loopback);
    QVERIFY(loopback->line > 0);
    QVERIFY(!loopback->operstate.isEmpty());
    QVERIFY(loopback->master.isEmpty());
}

void TestHostNetwork::showsAllWhileNoneIsNamed()
{
    const auto network = hostNetwork.read(run(QCoreApplication::applicationPid(), {}));
    QVERIFY(network.has_value());
    QVERIFY(network->named("lo"));
    QCOMPARE(network->named("lo")->linkLine, 0);
}

void TestHostNetwork::aNameThatIsNotThere()
{
    int exitCode = -1;
    const auto network
        = hostNetwork.read(run(QCoreApplication::applicationPid(), "plbnone0 ", &exitCode));
    QCOMPARE(exitCode, 0);
    QVERIFY(network.has_value());
    QVERIFY(!network->named("plbnone0"));
}

void TestHostNetwork::aProcessThatIsGone()
{
    int exitCode = 0;
    const QByteArray text = run(4'194'305, "lo ", &exitCode); // PID_MAX_LIMIT and one
    QVERIFY(exitCode != 0);
    QVERIFY(!hostNetwork.read(text).has_value());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestHostNetwork)
#include "tst_host_network.moc"
