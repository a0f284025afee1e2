// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/round_plan.h"

#include "path/movement.h"
#include "path/ring.h"
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
    void fewPathsAreWalkedAtOnce();
    void theStatusOnlyOfAQemuThatSurvivesIt_data();
    void theStatusOnlyOfAQemuThatSurvivesIt();
    void aQuietDisksDeviceIsLeftAlone();
    void aRingThatWasNeverUsedIsLeftAlone();
    void cephClientsWhereThereAreImages();
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

void TestRoundPlan::fewPathsAreWalkedAtOnce()
{
    DomainPlan plan = planOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    const DiskPlan file = plan.disks.last();
    plan.disks.clear();
    for (int i = 0; i < 16; ++i) {
        plan.disks.append(file);
        plan.disks.last().chain.last().filename = "/images/" + QByteArray::number(i);
    }
    FactStore facts = withMounts(plan, "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n");
    QSet<QByteArray> walked;
    for (int round = 1; round < 13; ++round) {
        const QList<Planned> asked = planRound(plan, facts, round);
        QVERIFY(planned(asked, filePathChain) <= 4);
        for (const Planned &item : asked) {
            if (item.probe != &filePathChain)
                continue;
            QVERIFY(!walked.contains(item.subject.path));
            walked.insert(item.subject.path);
            tell(facts, filePathChain, item.subject, "namespace\tqemu\tsame\n");
        }
    }
    QCOMPARE(walked.size(), 16);
    // And all over again.
    QCOMPARE(planned(planRound(plan, facts, 13), filePathChain), 4);
    QCOMPARE(planned(planRound(plan, facts, 14), filePathChain), 4);
    QCOMPARE(planned(planRound(plan, facts, 17), filePathChain), 0);
}

void TestRoundPlan::theStatusOnlyOfAQemuThatSurvivesIt_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("asked");
    QTest::newRow("not known") << QByteArray() << false;
    QTest::newRow("5.2") << QByteArray("qemu_5_2") << true;
    QTest::newRow("7.2") << QByteArray("qemu_7_2") << true;
    QTest::newRow("10.0") << QByteArray("qemu_10_0") << true;
    // Measured: it aborts.
    QTest::newRow("11.1") << QByteArray("qemu_11_1") << false;
}

void TestRoundPlan::theStatusOnlyOfAQemuThatSurvivesIt()
{
    QFETCH(const QByteArray, version);
    QFETCH(const bool, asked);
    for (const char *uri : {"", "qemu:///system"}) {
        DomainPlan plan = *planFromProcess(processOf(QStringLiteral("libvirt_nbd_and_file.txt")));
        plan.virshUri = uri;
        plan.monitorSocket = plan.isLibvirt() ? "" : "/run/qmp.sock";
        FactStore facts;
        if (!version.isEmpty()) {
            tell(facts, qemuVersion, plan.subject(),
                contentsOf(QStringLiteral(FIXTURES_DIR "/formats/query_version/good.%1.txt")
                        .arg(QString::fromUtf8(version))));
            refinePlan(plan, facts.last(qemuVersion, plan.subject())->value);
        }
        for (int round = 0; round < 14; ++round) {
            const QList<Planned> plans = planRound(plan, facts, round);
            QCOMPARE(planned(plans, qemuVirtioStatus) > 0, asked);
            // It is asked until it is known; the queues themselves are safe.
            QCOMPARE(planned(plans, qemuVersion), version.isEmpty() ? 1 : 0);
            QVERIFY(planned(plans, qemuVirtqueue) > 0);
        }
    }
}

// The device of a disk with one split queue, as it says and as its ring in RAM has it.
static FactStore withQueue(DomainPlan &plan, int seen, int used, int submitted)
{
    plan = planOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    plan.virshUri = "qemu:///system";
    plan.disks.resize(1);
    plan.otherDevices.clear();
    FactStore facts;
    const VirtioPlan device = virtioOf(plan.disks.first());
    tell(facts, qemuVirtioStatus, queueSubject(plan, device, 0),
        contentsOf(QStringLiteral(FIXTURES_DIR "/formats/query_virtio_status/good.healthy.txt")));
    QByteArray text = contentsOf(
        QStringLiteral(FIXTURES_DIR "/formats/query_virtio_queue_status/good.nbd_stalled.txt"));
    const auto set = [&text](const char *key, int value) {
        const qsizetype at = text.indexOf(key) + qstrlen(key);
        text.replace(at, text.indexOf(',', at) - at, QByteArray::number(value));
    };
    set("\"shadow-avail-idx\": ", seen);
    set("\"last-avail-idx\": ", seen);
    set("\"used-idx\": ", used);
    set("\"inuse\": ", seen - used);
    const int queues = 4;
    for (int queue = 0; queue < queues; ++queue) {
        tell(facts, qemuVirtqueue, queueSubject(plan, device, queue), text);
        const auto ring = ringOf(plan, device, queue, facts);
        const auto subject = ringPart(plan, device, queue, *ring, RingPart::AvailIndex);
        const QByteArray words = QByteArray::number(subject->address, 16).rightJustified(16, '0')
            + ": 0x0000 0x" + QByteArray::number(submitted, 16).rightJustified(4, '0');
        tell(facts, qemuMemory, *subject, "{\"return\": \"" + words + "\\r\\n\"}");
    }
    return facts;
}

void TestRoundPlan::aQuietDisksDeviceIsLeftAlone()
{
    DomainPlan plan;
    const auto asks = [&plan](const FactStore &facts, int round) {
        return planned(planRound(plan, facts, round), qemuVirtioStatus);
    };
    const FactStore quiet = withQueue(plan, 7, 7, 7);
    QCOMPARE(asks(quiet, 0), 1);
    QCOMPARE(asks(quiet, 2), 0);
    QCOMPARE(asks(quiet, 12), 1);
    // Its queue itself is asked about all the same.
    QVERIFY(planned(planRound(plan, quiet, 2), qemuVirtqueue) > 0);
    const FactStore holding = withQueue(plan, 7, 5, 7);
    QCOMPARE(asks(holding, 2), 1);
    const FactStore unseen = withQueue(plan, 7, 7, 8);
    QCOMPARE(asks(unseen, 2), 1);
    QCOMPARE(asks(FactStore(), 2), 1);
}

void TestRoundPlan::aRingThatWasNeverUsedIsLeftAlone()
{
    DomainPlan plan;
    const auto reads = [&plan](const FactStore &facts, int round) {
        return planned(planRound(plan, facts, round), qemuMemory);
    };
    const FactStore virgin = withQueue(plan, 0, 0, 0);
    QVERIFY(reads(virgin, 0) > 0);
    QCOMPARE(reads(virgin, 2), 0);
    QVERIFY(reads(virgin, 12) > 0);
    // A first request whose notification was lost.
    const FactStore unseen = withQueue(plan, 0, 0, 1);
    QVERIFY(reads(unseen, 2) > 0);
    const FactStore used = withQueue(plan, 7, 7, 7);
    QVERIFY(reads(used, 2) > 0);
}

void TestRoundPlan::cephClientsWhereThereAreImages()
{
    const DomainPlan two = planOf(QStringLiteral("by_hand_rbd.txt"));
    QCOMPARE(two.disks.size(), 2);
    QCOMPARE(planned(planRound(two, FactStore(), 0), librbdRequests), 1);
    QCOMPARE(planned(planRound(planOf(QStringLiteral("libvirt_nfs.txt")), FactStore(), 0),
                 librbdRequests),
        0);
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
