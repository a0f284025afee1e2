// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// libvirt's jobs and locks: who holds the domain, and what that means.
#include "side_channel_story.h"

namespace plumbline {

class TestLibvirt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void control_data();
    void control();
    void jobs_data();
    void jobs();
    void aHolderThatIsNotInTheMonitor();
    void locks_data();
    void locks();
    void theAgentsLockIsTheAgents();
    void anAnswerEndsIt();
};

void TestLibvirt::control_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("text");
    const QString free = QStringLiteral("answers; QEMU's monitor is free");
    QTest::newRow("free") << QByteArray("ok\n") << State::Healthy << free;
    QTest::newRow("our own") << QByteArray("occupied (0.012s)\n") << State::Healthy << free;
    QTest::newRow("wedged") << QByteArray("occupied (10.042s)\n") << State::Unknown
                            << QStringLiteral("waits for QEMU: occupied for 10 s");
    QTest::newRow("dump") << QByteArray("background job (5.218s)\n") << State::Unknown
                          << QStringLiteral("waits for QEMU: background job for 5.2 s");
    QTest::newRow("lost") << QByteArray("error: monitor failure (0.500s)\n") << State::Unknown
                          << QStringLiteral("waits for QEMU: error");
}

void TestLibvirt::control()
{
    QFETCH(QByteArray, said);
    QFETCH(QString, text);
    Story story(Story::NbdSocket);
    story.says(libvirtDomainControl, story.plan.subject(), said);
    const Verdict verdict = channelOf(story, SideChannel::Libvirt);
    QTEST(verdict.state, "state");
    QVERIFY2(reasonOf(verdict).contains(text), qPrintable(reasonOf(verdict)));
}

void TestLibvirt::jobs_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QByteArray("domjobinfo/good.none.txt")
                          << QStringLiteral("answers; QEMU's monitor is free");
    QTest::newRow("migration")
        << QByteArray("domjobinfo/good.migration.txt")
        << QStringLiteral("answers; it is at work on the domain: Outgoing migration for 12 s, "
                          "1.250 GiB of 4.000 GiB");
    QTest::newRow("dump") << QByteArray("domjobinfo/good.dump.txt")
                          << QStringLiteral("answers; it is at work on the domain: Dump for 5.2 s");
}

void TestLibvirt::jobs()
{
    QFETCH(QByteArray, file);
    Story story(Story::NbdSocket);
    story.says(libvirtDomainControl, story.plan.subject(), "ok\n");
    story.says(libvirtDomainJob, story.plan.subject(), fixture(file.constData()));
    const Verdict verdict = channelOf(story, SideChannel::Libvirt);
    QCOMPARE(verdict.state, State::Healthy);
    QTEST(reasonOf(verdict), "text");
}

void TestLibvirt::aHolderThatIsNotInTheMonitor()
{
    // As it was while a snapshot of another disk hung: domcontrol said ok, domjobinfo nothing.
    Story story(Story::NbdSocket);
    story.says(libvirtDomainControl, story.plan.subject(), "ok\n");
    story.silent(libvirtDomainJob, story.plan.subject(), Silence::TimedOut,
        QStringLiteral("no answer within 2 s"));
    const Verdict verdict = channelOf(story, SideChannel::Libvirt);
    QCOMPARE(verdict.state, State::Unknown);
    QVERIFY(reasonOf(verdict).contains(QStringLiteral("another call may hold it; domjobinfo: no")));
    QCOMPARE(verdict.evidence.size(), 2);
}

void TestLibvirt::locks_data()
{
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<QString>("text");
    const QString domain = QStringLiteral("answers, but another call holds the domain: ");
    QTest::newRow("monitor") << QByteArray(" (held by monitor=remoteDispatchDomainBlockStats)")
                             << domain
            + QStringLiteral("virsh domblkstat (remoteDispatchDomainBlockStats), a question that "
                             "QEMU or the storage has not answered");
    QTest::newRow("monitor and agent") << QByteArray(" (held by monitor=remoteDispatchDomainReset "
                                                     "agent=remoteDispatchDomainFSFreeze)")
                                       << domain
            + QStringLiteral("virsh reset (remoteDispatchDomainReset), a change that QEMU has not "
                             "finished, perhaps because it waits for requests in flight; another "
                             "call holds its agent: virsh domfsfreeze "
                             "(remoteDispatchDomainFSFreeze), it waits for the guest's agent");
    QTest::newRow("old libvirt") << QByteArray(" (held by remoteDispatchDomainBlockJobAbort)")
                                 << domain
            + QStringLiteral("virsh blockjob --abort (remoteDispatchDomainBlockJobAbort), a change "
                             "that QEMU has not finished, perhaps because it waits for requests in "
                             "flight");
    QTest::newRow("too many wait")
        << QByteArray(" (held by monitor=remoteDispatchDomainMigratePerform3Params) due to "
                      "max_queued limit")
        << domain
            + QStringLiteral("virsh migrate (remoteDispatchDomainMigratePerform3Params), long by "
                             "nature; virsh domjobinfo tells whether it goes on; so many wait for "
                             "it that libvirt lets no more do so");
    QTest::newRow("no virsh command") << QByteArray(" (held by monitor=qemuProcessReconnect)")
                                      << domain + QStringLiteral("qemuProcessReconnect");
    QTest::newRow("bare") << QByteArray()
                          << QStringLiteral("answers, but another call holds the "
                                            "domain, and libvirt does not say which");
}

void TestLibvirt::locks()
{
    QFETCH(QByteArray, shape);
    Story story(Story::NbdSocket);
    story.says(libvirtDomainControl, story.plan.subject(), "occupied (0.1s)\n");
    complains(story, libvirtDomainJob,
        "error: Timed out during operation: cannot acquire state change lock" + shape);
    const Verdict verdict = channelOf(story, SideChannel::Libvirt);
    QCOMPARE(verdict.state, State::Unknown);
    QTEST(reasonOf(verdict), "text");
    QCOMPARE(verdict.evidence.size(), 1);
}

void TestLibvirt::theAgentsLockIsTheAgents()
{
    Story story(Story::NbdSocket);
    story.says(libvirtDomainControl, story.plan.subject(), "ok\n");
    complains(story, guestAgentPing,
        "error: Timed out during operation: cannot acquire state change lock (held by "
        "agent=remoteDispatchDomainFSFreeze)");
    QCOMPARE(channelOf(story, SideChannel::Libvirt).state, State::Healthy);
}

void TestLibvirt::anAnswerEndsIt()
{
    Story story(Story::NbdSocket);
    story.says(libvirtDomainControl, story.plan.subject(), "ok\n");
    complains(story, libvirtDomainJob,
        "error: Timed out during operation: cannot acquire state change lock");
    story.says(libvirtDomainJob, story.plan.subject(), "Job type:         None        \n");
    QCOMPARE(channelOf(story, SideChannel::Libvirt).state, State::Healthy);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLibvirt)
#include "tst_side_channels_libvirt.moc"
