// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/round_plan.h"

#include "path/movement.h"
#include "plans.h"
#include "probes/catalogue.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

static FactStore withMounts(const DomainPlan &plan, const QByteArray &mounts)
{
    FactStore facts;
    tell(facts, processMounts, plan.subject(), mounts);
    return facts;
}

class TestRoundPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vhostUserQueuesAreNeverAsked_data();
    void vhostUserQueuesAreNeverAsked();
    void diskOfOneControllerAreAskedOnce();
    void experimentsOnlyWhereNeededAndSeldom();
    void consoleOnlyFromLocalFileSystems();
    void everyPlanIsAskable_data();
    void everyPlanIsAskable();
};

void TestRoundPlan::vhostUserQueuesAreNeverAsked_data()
{
    QTest::addColumn<QByteArray>("virshUri");
    QTest::newRow("bare") << QByteArray();
    QTest::newRow("libvirt") << QByteArray("qemu:///system");
}

// Asking for a queue of a started vhost-user device stops its ring.
void TestRoundPlan::vhostUserQueuesAreNeverAsked()
{
    QFETCH(QByteArray, virshUri);
    DomainPlan plan = planOf(QStringLiteral("by_hand_vhost_user.txt"));
    plan.virshUri = virshUri;
    // Whatever statistics and the device say, nothing makes it askable.
    BlockStats stats;
    stats.qdev = "/machine/peripheral-anon/device[0]/virtio-backend";
    refinePlan(plan, QList<BlockStats>{stats});
    VirtioStatus status;
    status.queues = 4;
    for (DiskPlan &disk : plan.disks)
        refinePlan(disk, status);
    for (int round = 0; round < 14; ++round) {
        const QList<Planned> asked = planRound(plan, FactStore(), round);
        QVERIFY(planned(asked, qemuVirtqueue) > 0);
        for (const Planned &item : asked) {
            if (item.probe == &qemuVirtqueue)
                QCOMPARE(item.subject.device, "disk2");
            QVERIFY(!commandLine(item.probe->ask(item.subject)).contains(u"queue-element"));
        }
    }
}

void TestRoundPlan::diskOfOneControllerAreAskedOnce()
{
    const DomainPlan plan = planOf(QStringLiteral("by_hand_scsi.txt"));
    const QList<Planned> asked = planRound(plan, FactStore(), 0);
    // Of the controller: control, event and the three for requests.
    QCOMPARE(planned(asked, qemuVirtqueue), 5);
    QCOMPARE(planned(asked, qemuVirtioStatus), 1);
    QCOMPARE(planned(asked, hostTcpSockets), 1);
    QCOMPARE(planned(asked, hostUnixSockets), 0);
    QCOMPARE(planned(asked, guestAgentPing), 0);
}

void TestRoundPlan::experimentsOnlyWhereNeededAndSeldom()
{
    const DomainPlan plan = planOf(QStringLiteral("libvirt_nfs.txt"));
    const FactStore nfs = withMounts(
        plan, contentsOf(QStringLiteral(FIXTURES_DIR "/formats/mountinfo/good.nfs.txt")));
    const FactStore local = withMounts(plan, "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n");
    int experiments = 0;
    for (int round = 0; round < 36; ++round) {
        QCOMPARE(planned(planRound(plan, local, round), mountAnswers), 0);
        QCOMPARE(planned(planRound(plan, FactStore(), round), mountAnswers), 0);
        experiments += planned(planRound(plan, nfs, round), mountAnswers);
    }
    QCOMPARE(experiments, 3);
    QCOMPARE(planned(planRound(plan, nfs, 0), mountAnswers), 0);
}

void TestRoundPlan::consoleOnlyFromLocalFileSystems()
{
    DomainPlan plan = planOf(QStringLiteral("libvirt_nfs.txt"));
    const FactStore nfs = withMounts(
        plan, contentsOf(QStringLiteral(FIXTURES_DIR "/formats/mountinfo/good.nfs.txt")));
    plan.serialLog = "/var/log/guest1.log";
    QCOMPARE(planned(planRound(plan, nfs, 0), consoleTail), 1);
    plan.serialLog = "/var/lib/virt/images/guest1.log";
    QCOMPARE(planned(planRound(plan, nfs, 0), consoleTail), 0);
    plan.serialLog = "-relative";
    QCOMPARE(planned(planRound(plan, nfs, 0), consoleTail), 0);
}

void TestRoundPlan::everyPlanIsAskable_data()
{
    QTest::addColumn<QString>("fixture");
    for (const QString &fixture : commandLineFixtures())
        QTest::newRow(qPrintable(fixture)) << fixture;
}

// Each question of a round has a key of its own, and nothing is asked that may block on storage
// outside of a helper.
void TestRoundPlan::everyPlanIsAskable()
{
    QFETCH(QString, fixture);
    DomainPlan plan = planOf(fixture);
    if (plan.underLibvirt)
        plan.virshUri = "qemu:///system";
    QStringList keys;
    for (const Planned &item : planRound(plan, FactStore(), 1)) {
        const Question question = item.probe->ask(item.subject);
        QVERIFY2(!keys.contains(question.key), qPrintable(question.key));
        keys.append(question.key);
        QVERIFY(!commandLine(question).contains(u"query-block\""));
        QVERIFY(!commandLine(question).contains(u"named-block-nodes"));
        if (item.probe->stage() == Stage::Experiment)
            QVERIFY(!std::get<HostCommand>(question.ask).helper.isEmpty());
        // /proc/PID/mounts and its like wait for whoever holds the list of mounts.
        if (const auto *command = std::get_if<HostCommand>(&question.ask))
            QVERIFY(!command->argv.join(' ').contains("/mount") || !command->helper.isEmpty());
        if (std::holds_alternative<VirshCommand>(question.ask)
            && item.probe->stage() == Stage::Monitor)
            QCOMPARE(std::get<VirshCommand>(question.ask).onlyIfMonitorFree, plan.uuid);
    }
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestRoundPlan)
#include "tst_round_plan.moc"
