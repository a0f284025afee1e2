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

class TestPluggedDisks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pluggedDisks();
    void unpluggedDisks();
    void pluggedVhostUserQueuesAreNeverAsked();
    void aSnapshotMakesNoNewDisk();
    void aSnapshotMovesTheDisk();
    void disksOfOneControllerShareItsQueues_data();
    void disksOfOneControllerShareItsQueues();
};

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

void TestPluggedDisks::pluggedDisks()
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

void TestPluggedDisks::unpluggedDisks()
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

void TestPluggedDisks::pluggedVhostUserQueuesAreNeverAsked()
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
void TestPluggedDisks::aSnapshotMovesTheDisk()
{
    DomainPlan plan = planOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    refinePlan(plan, described(coldDisks));
    const DiskPlan before = plan.disks.at(1);
    const auto at = [](const char *file, const char *index) {
        QByteArray text = coldDisks;
        return described(text.replace("/lab/img/b.qcow2", file)
                .replace("index='1'", "index='" + QByteArray(index) + '\''));
    };
    // It is where it was as long as its source has the number of the nodes.
    refinePlan(plan, described(coldDisks));
    QCOMPARE(plan.disks.at(1), before);
    for (int look = 0; look < 2; ++look) {
        refinePlan(plan, at("/lab/img/b.snap", "5"));
        QCOMPARE(plan.disks.size(), 2);
        QCOMPARE(plan.disks.at(1).filename(), "/lab/img/b.snap");
        QCOMPARE(plan.disks.at(1).topNode, "libvirt-5-format");
    }
    // The device and its queues are the same, and the other disk stays.
    QCOMPARE(plan.disks.at(1).qomPath, before.qomPath);
    QCOMPARE(plan.disks.at(1).queueCount, before.queueCount);
    QCOMPARE(plan.disks.at(0).chain.last().nbd.unixPath, "/lab/run/nbd.sock");
    // Merged back.
    refinePlan(plan, at("/lab/img/b.qcow2", "1"));
    QCOMPARE(plan.disks.at(1).filename(), "/lab/img/b.qcow2");
}

void TestPluggedDisks::aSnapshotMakesNoNewDisk()
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

void TestPluggedDisks::disksOfOneControllerShareItsQueues_data()
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
void TestPluggedDisks::disksOfOneControllerShareItsQueues()
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

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestPluggedDisks)
#include "tst_plugged_disks.moc"
