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

class TestDomainPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void libvirtNbdAndFile();
    void libvirtNfs();
    void scsi();
    void vhostUser();
    void drives();
    void relativePathsBeginAtItsFolder();
    void notEmulators();

    void libvirtKnowsBetter();
    void statisticsNameTheDevice();
    void queuesAreCounted();
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

void TestDomainPlan::relativePathsBeginAtItsFolder()
{
    ListedProcess process;
    process.pid = 7;
    process.arguments = {"qemu-system-x86_64", "-qmp", "unix:qmp.sock,server,nowait", "-serial",
        "file:serial.log", "-drive", "file=img/disk.img,if=virtio,format=raw", "-drive",
        "file=nbd:unix:run/nbd.sock,if=virtio,format=raw", "-drive",
        "file=nbd:10.0.0.2:10809,if=virtio,format=raw"};
    process.folder = "/home/op/vm";
    const DomainPlan plan = *planFromProcess(process);
    QCOMPARE(plan.monitorSocket, "/home/op/vm/qmp.sock");
    QCOMPARE(plan.serialLog, "/home/op/vm/serial.log");
    QCOMPARE(plan.disks.at(0).filename(), "/home/op/vm/img/disk.img");
    QCOMPARE(plan.disks.at(1).protocol()->nbd.unixPath, "/home/op/vm/run/nbd.sock");
    QCOMPARE(plan.disks.at(2).protocol()->nbd.unixPath, "");
    // A daemon has gone to "/" since.
    ListedProcess daemon = process;
    daemon.folder = "/";
    daemon.arguments.append("-daemonize");
    QVERIFY(!planFromProcess(daemon)->hasMonitor());
    QCOMPARE(planFromProcess(daemon)->disks.at(0).filename(), "img/disk.img");
    // Nobody could say where: no socket and no log of ours is taken for its own.
    process.folder.clear();
    const DomainPlan nowhere = *planFromProcess(process);
    QCOMPARE(nowhere.monitorSocket, "");
    QVERIFY(!nowhere.hasMonitor());
    QCOMPARE(nowhere.serialLog, "");
    QCOMPARE(nowhere.disks.at(0).filename(), "img/disk.img");
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

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestDomainPlan)
#include "tst_domain_plan.moc"
