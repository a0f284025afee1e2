// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Threads of a real process that sleeps where nothing wakes it, by the probes' own commands.
#include "probes/catalogue.h"

#include "support/probe_run.h"
#include "support/verify.h"

#include <QTest>

#include <csignal>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace plumbline {

class TestProcessStacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ofASleeper();
    void withoutRights();
    void ofACalmProcess();

private:
    static QByteArray answer(const ProbeBase &probe, qint64 pid, const QString &user = {});
    pid_t m_sleeper = 0;
};

// Until its child executes something or ends, a parent of vfork(2) is in D.
void TestProcessStacks::init()
{
    m_sleeper = fork();
    if (m_sleeper == 0) {
        if (syscall(SYS_clone, CLONE_VFORK | SIGCHLD, nullptr, nullptr, nullptr, 0) == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            for (;;)
                pause();
        }
        _exit(0);
    }
    QVERIFY(m_sleeper > 0);
    QTRY_VERIFY(answer(processThreads, m_sleeper).contains("\tD\t"));
}

void TestProcessStacks::cleanup()
{
    kill(m_sleeper, SIGKILL);
    waitpid(m_sleeper, nullptr, 0);
}

QByteArray TestProcessStacks::answer(const ProbeBase &probe, qint64 pid, const QString &user)
{
    Subject subject;
    subject.pid = pid;
    ProbeRun run(probe.ask(subject));
    if (!user.isEmpty())
        run.through({QStringLiteral("setpriv"), QStringLiteral("--reuid"), user,
            QStringLiteral("--clear-groups")});
    return run.ends() ? run.out() : QByteArray();
}

void TestProcessStacks::ofASleeper()
{
    const auto stacks = readKernelStacks(answer(processStacks, m_sleeper));
    QVERIFY(stacks);
    const KernelStack *stack = stacks->thread(m_sleeper);
    QVERIFY(stack);
    QCOMPARE(stack->state, 'D');
    REQUIRE_HERE(geteuid() == 0, "only root reads kernel stacks");
    QVERIFY(stack->functions.contains("kernel_clone") || stack->functions.contains("_do_fork"));
    QCOMPARE(stack->lastLine, stack->line + int(stack->functions.size()));
}

void TestProcessStacks::withoutRights()
{
    REQUIRE_HERE(geteuid() == 0, "only root can become somebody else");
    const auto stacks = readKernelStacks(answer(processStacks, m_sleeper, QStringLiteral("65534")));
    QVERIFY(stacks);
    QCOMPARE(stacks->threads.size(), 1);
    QCOMPARE(stacks->threads.first().state, 'D');
    QVERIFY(stacks->threads.first().functions.isEmpty());
}

// Of threads that can be woken only the main one is shown.
void TestProcessStacks::ofACalmProcess()
{
    const auto stacks = readKernelStacks(answer(processStacks, getpid()));
    QVERIFY(stacks);
    QCOMPARE(stacks->threads.size(), 1);
    QCOMPARE(stacks->threads.first().tid, getpid());
    QVERIFY(!readKernelStacks(answer(processStacks, 2'000'000'000)));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestProcessStacks)
#include "tst_process_stacks.moc"
