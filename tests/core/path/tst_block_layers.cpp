// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From a disk's file or device down to the last device of the host, as text next to the fixtures.
#include "path/block_layers.h"
#include "path/layout.h"
#include "path/round_plan.h"

#include "plans.h"
#include "probes/catalogue.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

static DomainPlan diskOn(const QByteArray &file)
{
    DomainPlan plan = *planFromProcess(processOf(QStringLiteral("libvirt_nfs.txt")));
    BlockNode &node = plan.disks[0].chain.last();
    node.filename = file;
    node.driver = file.startsWith("/dev/") ? "host_device" : "file";
    return plan;
}

static QByteArray stackText(const char *name)
{
    return contentsOf(
        QStringLiteral(FIXTURES_DIR "/formats/block_stack/") + QString::fromLatin1(name));
}

static FactStore factsOf(const DomainPlan &plan, const QByteArray &stack)
{
    FactStore facts;
    tell(facts, hostBlockStack, plan.subject(), stack);
    tell(facts, processMounts, plan.subject(),
        "20 1 8:33 / / rw - ext4 /dev/sdc1 rw\n"
        "21 20 254:16 / /images rw - ext4 /dev/vdb rw\n"
        "22 20 0:41 / /btrfs rw - btrfs /dev/mapper/vg--data-guest--one rw\n"
        "23 20 0:42 / /tank rw - zfs tank/images rw\n"
        "24 20 7:0 / /on-loop rw - ext4 /dev/loop0 rw\n"
        "25 20 0:43 / /nas rw - nfs4 10.9.9.1:/nas rw,hard\n");
    return facts;
}

// What lies below QEMU's threads.
static QByteArray belowOf(const DomainPlan &plan, const FactStore &facts)
{
    QByteArray text;
    for (const Layer &layer : layOut(plan, plan.disks.first(), facts)) {
        if (layer.kind <= LayerKind::HostProcess)
            continue;
        text += "  " + layer.identity.toUtf8() + " = " + layer.name.toUtf8();
        for (const LayerDetail &detail : layer.details)
            text += ", " + detail.label.textIn(nullptr).toUtf8() + ' '
                + detail.value.textIn(nullptr).toUtf8();
        text += '\n';
    }
    return text;
}

class TestBlockLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stacks_data();
    void stacks();
    void aLinkIsWhatItsNodeSays();
    void circlesEnd();
    void asksHelpersOnlyWhereTheyCanTell();
};

void TestBlockLayers::stacks_data()
{
    QTest::addColumn<QString>("stack");
    QTest::newRow("production") << QStringLiteral("production");
    QTest::newRow("storage_guest") << QStringLiteral("storage_guest");
}

void TestBlockLayers::stacks()
{
    QFETCH(const QString, stack);
    const QByteArray seen = stackText(("good." + stack.toLatin1() + ".txt").constData());
    QByteArray text;
    for (const QByteArray file : {"/dev/vg-data/guest-one", "/dev/mapper/mpatha", "/dev/sdc2",
             "/dev/nvme0n1", "/dev/nvme1n1", "/dev/rbd3", "/dev/drbd0", "/dev/zvol/tank/vm1",
             "/dev/md0", "/dev/sdf", "/dev/loop0", "/dev/disk/by-id/nobody-knows", "/root.img",
             "/images/a.img", "/btrfs/a.img", "/tank/a.img", "/on-loop/a.img"}) {
        const DomainPlan plan = diskOn(file);
        text += file + '\n' + belowOf(plan, factsOf(plan, seen));
    }
    COMPARE_GOLDEN(
        QStringLiteral(FIXTURES_DIR "/path/block_layers/") + stack + QStringLiteral(".layers"),
        text);
}

void TestBlockLayers::aLinkIsWhatItsNodeSays()
{
    const DomainPlan plan = diskOn("/dev/disk/by-id/wwn-0x60050768018187ba");
    FactStore facts = factsOf(plan, stackText("good.production.txt"));
    const Subject link = plan.pathSubject("/dev/disk/by-id/wwn-0x60050768018187ba");
    tell(facts, deviceNode, link, "fd 1 block special file\n");
    QVERIFY(belowOf(plan, facts).startsWith("  host-block:dm-1 = mpatha (dm-1)"));
    // What is no block device is not taken for one that has its numbers.
    FactStore others = factsOf(plan, stackText("good.production.txt"));
    tell(others, deviceNode, link, "fd 1 character special file\n");
    QVERIFY(!belowOf(plan, others).contains("dm-1"));
}

void TestBlockLayers::circlesEnd()
{
    const DomainPlan plan = diskOn("/dev/dm-0");
    const FactStore circle = factsOf(plan,
        "block/dm-0/dev:253:0\nblock/dm-1/dev:253:1\nblock/dm-0/slaves/dm-1\n"
        "block/dm-1/slaves/dm-0\nblock/dm-1/slaves/dm-1\n");
    QCOMPARE(belowOf(plan, circle).count("host-block:"), 2);
    // A loop device on a file system on itself.
    const DomainPlan loop = diskOn("/dev/loop0");
    QCOMPARE(belowOf(loop,
                 factsOf(loop, "block/loop0/dev:7:0\nblock/loop0/loop/backing_file:/on-loop/f\n"))
                 .count("host-mount:"),
        1);
    // Ten thousand disks below one mapping.
    QByteArray wide = "block/dm-0/dev:253:0\n";
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray name = "sd" + QByteArray::number(i);
        wide += "block/" + name + "/dev:8:" + QByteArray::number(i) + "\nblock/dm-0/slaves/" + name
            + '\n';
    }
    QCOMPARE(belowOf(plan, factsOf(plan, wide)).count("host-block:"), 64);
}

void TestBlockLayers::asksHelpersOnlyWhereTheyCanTell()
{
    const auto asks = [](const QByteArray &file) {
        const DomainPlan plan = diskOn(file);
        const FactStore facts = factsOf(plan, stackText("good.production.txt"));
        QByteArrayList ids;
        for (const Planned &item : planRound(plan, facts, 1)) {
            if (item.probe == &deviceNode || item.probe == &hostMultipath
                || item.probe == &cephRequests || item.probe == &drbdStatus)
                ids.append(item.probe->ask(item.subject).key.toUtf8());
        }
        return ids.join(' ');
    };
    QCOMPARE(asks("/dev/vg-data/guest-one"),
        "host.device-node/341/dev/vg-data/guest-one host.dm-table/253:1");
    QCOMPARE(asks("/dev/rbd3"),
        "host.device-node/341/dev/rbd3 "
        "host.ceph-requests/5f0c2a53-9d0e-4d52-9d6e-1ab0c0ffee02.client4125");
    QCOMPARE(asks("/dev/drbd0"), "host.device-node/341/dev/drbd0 host.drbd-status");
    QCOMPARE(asks("/root.img"), "");
    QCOMPARE(asks("/nas/a.img"), "");
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestBlockLayers)
#include "tst_block_layers.moc"
