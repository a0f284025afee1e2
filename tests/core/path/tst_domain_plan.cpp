// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/domain_plan.h"

#include "path/movement.h"
#include "path/round_plan.h"
#include "plans.h"
#include "probes/catalogue.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

static DomainPlan planOf(const QString &fixture)
{
    return *planFromProcess(processOf(fixture));
}

static FactStore withMounts(const DomainPlan &plan, const QByteArray &mounts)
{
    FactStore facts;
    Observation observation;
    observation.question = processMounts.ask(plan.subject()).key;
    observation.out = mounts;
    facts.add(processMounts, observation);
    return facts;
}

static int planned(const QList<Planned> &plan, const ProbeBase &probe)
{
    return int(std::count_if(
        plan.begin(), plan.end(), [&probe](const Planned &item) { return item.probe == &probe; }));
}

class TestDomainPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void libvirtNbdAndFile();
    void libvirtNfs();
    void scsi();
    void vhostUser();
    void drives();
    void notEmulators();

    void libvirtKnowsBetter();
    void pluggedDisks();
    void unpluggedDisks();
    void pluggedVhostUserQueuesAreNeverAsked();
    void aSnapshotMakesNoNewDisk();
    void disksOfOneControllerShareItsQueues_data();
    void disksOfOneControllerShareItsQueues();
    void statisticsNameTheDevice();
    void queuesAreCounted();

    void vhostUserQueuesAreNeverAsked_data();
    void vhostUserQueuesAreNeverAsked();
    void diskOfOneControllerAreAskedOnce();
    void experimentsOnlyWhereNeededAndSeldom();
    void consoleOnlyFromLocalFileSystems();
    void everyPlanIsAskable_data();
    void everyPlanIsAskable();
};

void TestDomainPlan::libvirtNbdAndFile()
{
    const DomainPlan plan = planOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    QCOMPARE(plan.name, "guest1");
    QCOMPARE(plan.uuid, "5f0c2a53-9d0e-4d52-9d6e-1ab0c0ffee01");
    QVERIFY(plan.underLibvirt);
    QVERIFY(plan.monitorSocket.isEmpty());
    QCOMPARE(plan.disks.size(), 2);
    QCOMPARE(plan.disks.at(0).target, "vda");
    QVERIFY(plan.disks.at(0).targetIsGuessed);
    QCOMPARE(plan.disks.at(0).bus, DiskPlan::VirtioBlk);
    QCOMPARE(plan.disks.at(0).qomPath, "/machine/peripheral/virtio-disk0/virtio-backend");
    QCOMPARE(plan.disks.at(0).queueCount, 2);
    QVERIFY(plan.disks.at(0).isNbd());
    QCOMPARE(plan.disks.at(0).protocol()->nbd.unixPath, "/lab/run/nbd.sock");
    QCOMPARE(plan.disks.at(1).filename(), "/lab/img/b.qcow2");
    QCOMPARE(plan.disks.at(1).topNode, "libvirt-1-format");
}

void TestDomainPlan::libvirtNfs()
{
    const DomainPlan plan = planOf(QStringLiteral("libvirt_nfs.txt"));
    QCOMPARE(plan.disks.size(), 1);
    QCOMPARE(plan.disks.at(0).filename(), "/var/lib/virt/images/guest1.qcow2");
    QVERIFY(!plan.disks.at(0).isNbd());
}

void TestDomainPlan::scsi()
{
    const DomainPlan plan = planOf(QStringLiteral("by_hand_scsi.txt"));
    QCOMPARE(plan.monitorSocket, "/run/user/1000/vm/qmp.sock");
    QVERIFY(!plan.underLibvirt);
    QCOMPARE(plan.disks.size(), 3);
    for (int i = 0; i < 2; ++i) {
        // The queues are the controller's; the first two carry no requests.
        QCOMPARE(plan.disks.at(i).bus, DiskPlan::VirtioScsi);
        QCOMPARE(plan.disks.at(i).device, "scsi0");
        QCOMPARE(plan.disks.at(i).qomPath, "/machine/peripheral/scsi0/virtio-backend");
        QCOMPARE(plan.disks.at(i).firstQueue, 2);
        QCOMPARE(plan.disks.at(i).queueCount, 3);
        QVERIFY(plan.disks.at(i).sharesQueues);
    }
    QCOMPARE(plan.disks.at(0).target, "sda");
    QCOMPARE(plan.disks.at(0).filename(), "/dev/vg0/root");
    QCOMPARE(plan.disks.at(1).protocol()->nbd.host, "10.0.0.2");
    QCOMPARE(plan.disks.at(1).protocol()->nbd.port, "10809");
    // Another controller has no virtqueue.
    QCOMPARE(plan.disks.at(2).bus, DiskPlan::Other);
    QVERIFY(plan.disks.at(2).qomPath.isEmpty());
    QVERIFY(!plan.disks.at(2).sharesQueues);
}

void TestDomainPlan::vhostUser()
{
    const DomainPlan plan = planOf(QStringLiteral("by_hand_vhost_user.txt"));
    QCOMPARE(plan.disks.size(), 3);
    QVERIFY(plan.disks.at(0).vhostUser);
    QCOMPARE(plan.disks.at(0).vhostSocket, "/run/storage/disk0.sock");
    QVERIFY(plan.disks.at(1).vhostUser);
    QCOMPARE(plan.disks.at(1).vhostSocket, "/run/storage/disk1.sock");
    QVERIFY(!plan.disks.at(2).vhostUser);
}

void TestDomainPlan::drives()
{
    const DomainPlan plan = planOf(QStringLiteral("by_hand_drives.txt"));
    QVERIFY(!plan.hasMonitor());
    // The CD-ROM is no disk whose requests anybody misses.
    QCOMPARE(plan.disks.size(), 3);
    QCOMPARE(plan.disks.at(0).bus, DiskPlan::VirtioBlk);
    QCOMPARE(plan.disks.at(0).filename(), "/img/a,b.qcow2");
    QCOMPARE(plan.disks.at(0).limits.value("bps-total"), "1048576");
    const auto nbd = std::count_if(
        plan.disks.begin(), plan.disks.end(), [](const DiskPlan &disk) { return disk.isNbd(); });
    QCOMPARE(nbd, 2);
    for (const DiskPlan &disk : plan.disks)
        QVERIFY(disk.qomPath.isEmpty());
}

void TestDomainPlan::notEmulators()
{
    ListedProcess process;
    for (const char *name : {"/usr/bin/qemu-nbd", "qemu-img", "/usr/sbin/qemu-ga",
             "qemu-storage-daemon", "/tmp/qemu-system-x86_64/evil", "kvm-worker"}) {
        process.arguments = {name, "x"};
        QVERIFY2(!isEmulator(process), name);
    }
    for (const char *name :
        {"/usr/bin/qemu-system-x86_64", "qemu-kvm", "/usr/libexec/qemu-kvm", "kvm"}) {
        process.arguments = {name, "x"};
        QVERIFY2(isEmulator(process), name);
    }
    process.arguments.clear();
    QVERIFY(!isEmulator(process));
    QVERIFY(!planFromProcess(process));
}

void TestDomainPlan::libvirtKnowsBetter()
{
    DomainPlan plan = planOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    DomainXml xml;
    DomainDisk disk;
    disk.target = "vdz";
    disk.alias = "virtio-disk0";
    disk.sourceIndex = 2;
    disk.iotune = {{"total_bytes_sec", "5"}, {"read_iops_sec", "0"}};
    xml.disks = {disk};
    xml.serialLog = "/var/log/g.log";
    xml.agentState = "disconnected";
    refinePlan(plan, xml);
    QCOMPARE(plan.disks.at(0).target, "vdz");
    QVERIFY(!plan.disks.at(0).targetIsGuessed);
    QCOMPARE(plan.disks.at(0).limits.keys(), QList<QByteArray>{"total_bytes_sec"});
    QCOMPARE(plan.disks.at(1).target, "vdb");
    QVERIFY(plan.disks.at(1).targetIsGuessed);
    QCOMPARE(plan.serialLog, "/var/log/g.log");
    // Index 2 is not a prefix of index 21.
    plan.disks[1].topNode = "libvirt-21-format";
    plan.disks[1].id = "x";
    refinePlan(plan, xml);
    QCOMPARE(plan.disks.at(1).target, "vdb");
}

static DomainXml described(const QByteArray &devices)
{
    const Result<DomainXml> xml = readDomainXml(
        "<domain type='kvm' id='1'><name>guest1</name><devices>" + devices + "</devices></domain>");
    return xml ? *xml : DomainXml();
}

// What the guest was started with, as libvirt describes it.
static const QByteArray coldDisks
    = "<disk type='network' device='disk'><source protocol='nbd' name='x' index='2'>"
      "<host transport='unix' socket='/lab/run/nbd.sock'/></source>"
      "<target dev='vda' bus='virtio'/><alias name='virtio-disk0'/></disk>"
      "<disk type='file' device='disk'><source file='/lab/img/b.qcow2' index='1'/>"
      "<target dev='vdb' bus='virtio'/><alias name='virtio-disk1'/></disk>";

static QByteArray scsiDisk(int unit, const char *device = "disk")
{
    const QByteArray number = QByteArray::number(unit);
    return "<disk type='block' device='" + QByteArray(device) + "'><source dev='/dev/vg0/" + number
        + "' index='1" + number + "'/><target dev='sd" + QByteArray(1, char('a' + unit))
        + "' bus='scsi'/><alias name='scsi0-0-0-" + number
        + "'/><address type='drive' controller='0' bus='0' target='0' unit='" + number
        + "'/></disk>";
}

static QByteArray scsiController(const char *model)
{
    return "<controller type='scsi' index='0' model='" + QByteArray(model)
        + "'><driver queues='3'/><alias name='scsi0'/></controller>";
}

void TestDomainPlan::pluggedDisks()
{
    DomainPlan plan = planOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    plan.virshUri = "qemu:///system";
    const DomainXml xml = described(coldDisks
        + "<disk type='network' device='disk'><driver name='qemu' queues='3'/>"
          "<source protocol='nbd' name='data' index='4'><host name='10.0.0.2'/></source>"
          "<target dev='vdc' bus='virtio'/><iotune><total_bytes_sec>7</total_bytes_sec></iotune>"
          "<alias name='virtio-disk2'/></disk>"
        + scsiDisk(0)
        + "<disk type='dir' device='disk'><source dir='/srv/x'/><target dev='sdz' bus='usb'/>"
          "<alias name='usb-disk0'/></disk>"
          "<disk type='file' device='cdrom'><target dev='sdx' bus='sata'/></disk>"
        + scsiController("virtio-scsi"));
    // Every look says it again.
    for (int look = 0; look < 3; ++look) {
        refinePlan(plan, xml);
        QCOMPARE(plan.disks.size(), 5);
    }
    const DiskPlan &nbd = plan.disks.at(2);
    QCOMPARE(nbd.target, "vdc");
    QVERIFY(!nbd.targetIsGuessed);
    QCOMPARE(nbd.bus, DiskPlan::VirtioBlk);
    QCOMPARE(nbd.qomPath, "/machine/peripheral/virtio-disk2/virtio-backend");
    QCOMPARE(nbd.firstQueue, 0);
    QCOMPARE(nbd.queueCount, 3);
    QCOMPARE(nbd.topNode, "libvirt-4-format");
    QVERIFY(nbd.isNbd());
    QCOMPARE(nbd.protocol()->nbd.host, "10.0.0.2");
    QCOMPARE(nbd.protocol()->nbd.port, "10809");
    QCOMPARE(nbd.limits.value("total_bytes_sec"), "7");
    const DiskPlan &scsi = plan.disks.at(3);
    QCOMPARE(scsi.target, "sda");
    QCOMPARE(scsi.bus, DiskPlan::VirtioScsi);
    QCOMPARE(scsi.qomPath, "/machine/peripheral/scsi0/virtio-backend");
    QCOMPARE(scsi.firstQueue, 2);
    QCOMPARE(scsi.queueCount, 3);
    QCOMPARE(scsi.protocol()->driver, "host_device");
    QCOMPARE(scsi.filename(), "/dev/vg0/0");
    QVERIFY(!scsi.sharesQueues);
    // Statistics are found by the device, whatever its nodes are called.
    BlockStats stats;
    stats.nodeName = "libvirt-10-storage";
    stats.qdev = "scsi0-0-0-0";
    QVERIFY(blockStatsOf(scsi, {stats}));
    QVERIFY(!blockStatsOf(nbd, {stats}));
    QCOMPARE(plan.disks.at(4).bus, DiskPlan::Other);

    const QList<Planned> asked = planRound(plan, FactStore(), 0);
    // Four disks with queues, and the console.
    QCOMPARE(planned(asked, qemuVirtioStatus), 5);
    // A SCSI controller has a control and an event queue as well.
    QCOMPARE(planned(asked, qemuVirtqueue),
        plan.disks.at(0).queueCount + plan.disks.at(1).queueCount + 3 + 5);
    QCOMPARE(planned(asked, hostTcpSockets), 1);
}

void TestDomainPlan::unpluggedDisks()
{
    DomainPlan plan = planOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    const qsizetype cold = plan.disks.size();
    // One of the command line that libvirt never spoke of stays: its description may be cut.
    refinePlan(plan, described(scsiDisk(0) + scsiController("virtio-scsi")));
    QCOMPARE(plan.disks.size(), cold + 1);
    refinePlan(plan, described(coldDisks));
    QCOMPARE(plan.disks.size(), cold);
    QVERIFY(!plan.disks.first().targetIsGuessed);
    refinePlan(plan, described(""));
    QCOMPARE(plan.disks.size(), 0);
}

void TestDomainPlan::pluggedVhostUserQueuesAreNeverAsked()
{
    DomainPlan plan = planOf(QStringLiteral("libvirt_nfs.txt"));
    plan.virshUri = "qemu:///system";
    const DomainXml xml = described("<disk type='vhostuser' device='disk'>"
                                    "<source type='unix' path='/run/storage/d3.sock'/>"
                                    "<target dev='vdd' bus='virtio'/>"
                                    "<alias name='virtio-disk3'/></disk>");
    for (int look = 0; look < 3; ++look)
        refinePlan(plan, xml);
    QCOMPARE(plan.disks.size(), 2);
    DiskPlan &disk = plan.disks[1];
    QVERIFY(disk.vhostUser);
    QCOMPARE(disk.vhostSocket, "/run/storage/d3.sock");
    VirtioStatus status;
    status.queues = 4;
    refinePlan(disk, status);
    for (const Planned &item : planRound(plan, FactStore(), 1))
        QVERIFY(item.probe != &qemuVirtqueue || item.subject.device != "virtio-disk3");
}

// Its nodes have other numbers then.
void TestDomainPlan::aSnapshotMakesNoNewDisk()
{
    DomainPlan plan;
    refinePlan(plan, described(scsiDisk(0) + scsiController("virtio-scsi")));
    refinePlan(plan,
        described(scsiDisk(0).replace("index='10'", "index='30'") + scsiController("virtio-scsi")));
    QCOMPARE(plan.disks.size(), 1);
    // Without a number and an alias there is still the target.
    const DomainXml bare
        = described("<disk type='file' device='disk'><source file='/x'/><target dev='sdq' "
                    "bus='ide'/></disk>");
    refinePlan(plan, bare);
    refinePlan(plan, bare);
    QCOMPARE(plan.disks.size(), 1);
}

void TestDomainPlan::disksOfOneControllerShareItsQueues_data()
{
    QTest::addColumn<QByteArray>("plugged");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("shares");
    QTest::newRow("alone") << QByteArray() << QByteArray("virtio-scsi") << false;
    QTest::newRow("another disk") << scsiDisk(1) << QByteArray("virtio-scsi") << true;
    QTest::newRow("transitional") << scsiDisk(1) << QByteArray("virtio-transitional") << true;
    QTest::newRow("a CD-ROM") << scsiDisk(1, "cdrom") << QByteArray("virtio-scsi") << true;
    QTest::newRow("another controller") << scsiDisk(1).replace("controller='0'", "controller='1'")
                                        << QByteArray("virtio-scsi") << false;
    QTest::newRow("no virtqueues") << scsiDisk(1) << QByteArray("lsilogic") << false;
}

// The first disk was there alone; then a second one was plugged in beside it.
void TestDomainPlan::disksOfOneControllerShareItsQueues()
{
    QFETCH(QByteArray, plugged);
    QFETCH(QByteArray, model);
    QFETCH(bool, shares);
    DomainPlan plan;
    const QByteArray controller = scsiController(model);
    refinePlan(plan, described(scsiDisk(0) + controller));
    QCOMPARE(plan.disks.size(), 1);
    QVERIFY(!plan.disks.at(0).sharesQueues);
    refinePlan(plan, described(scsiDisk(0) + plugged + controller));
    QCOMPARE(plan.disks.at(0).sharesQueues, shares);
    QCOMPARE(plan.disks.last().sharesQueues, shares);
}

void TestDomainPlan::statisticsNameTheDevice()
{
    DomainPlan plan = planOf(QStringLiteral("by_hand_drives.txt"));
    BlockStats stats;
    stats.device = plan.disks.at(0).driveId;
    stats.nodeName = plan.disks.at(0).topNode;
    stats.qdev = "/machine/peripheral-anon/device[0]/virtio-backend";
    QVERIFY(!stats.device.isEmpty() || !stats.nodeName.isEmpty());
    refinePlan(plan, QList<BlockStats>{stats});
    QCOMPARE(plan.disks.at(0).qomPath, stats.qdev);
    QVERIFY(plan.disks.at(1).qomPath.isEmpty());
}

void TestDomainPlan::queuesAreCounted()
{
    DiskPlan disk;
    VirtioStatus status;
    status.queues = 4;
    refinePlan(disk, status);
    QCOMPARE(disk.queueCount, 4);
    disk.firstQueue = 2;
    refinePlan(disk, status);
    QCOMPARE(disk.queueCount, 2);
    status.queues = 2;
    refinePlan(disk, status);
    QCOMPARE(disk.queueCount, 2);
}

void TestDomainPlan::vhostUserQueuesAreNeverAsked_data()
{
    QTest::addColumn<QByteArray>("virshUri");
    QTest::newRow("bare") << QByteArray();
    QTest::newRow("libvirt") << QByteArray("qemu:///system");
}

// Asking for a queue of a started vhost-user device stops its ring.
void TestDomainPlan::vhostUserQueuesAreNeverAsked()
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

void TestDomainPlan::diskOfOneControllerAreAskedOnce()
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

void TestDomainPlan::experimentsOnlyWhereNeededAndSeldom()
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

void TestDomainPlan::consoleOnlyFromLocalFileSystems()
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

void TestDomainPlan::everyPlanIsAskable_data()
{
    QTest::addColumn<QString>("fixture");
    for (const QString &fixture : commandLineFixtures())
        QTest::newRow(qPrintable(fixture)) << fixture;
}

// Each question of a round has a key of its own, and nothing is asked that may block on storage
// outside of a helper.
void TestDomainPlan::everyPlanIsAskable()
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

QTEST_GUILESS_MAIN(plumbline::TestDomainPlan)
#include "tst_domain_plan.moc"
