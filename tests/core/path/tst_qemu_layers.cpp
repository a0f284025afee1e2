// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the device and block-node layers tell of QEMU's threads, jobs and migration, what the fabric
// layer tells of the server's port, and when each is asked.
#include "path/layout.h"
#include "path/nfs_server.h"
#include "path/qemu_activity.h"
#include "path/qemu_threads.h"
#include "path/round_plan.h"
#include "plans.h"
#include "probes/catalogue.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

class TestQemuLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void threads();
    void threadsByName();
    void stacks();
    void stacksNeedRights();
    void iothreadsAreAskedUntilKnown();
    void jobs_data();
    void jobs();
    void migration();
    void port();
    void servers_data();
    void servers();

private:
    void tell(const ProbeBase &probe, const QByteArray &text, const QByteArray &path = {});
    QStringList details(LayerKind kind);
    int asked(const ProbeBase *probe, int round) const;
    DiskPlan &disk() { return m_plan.disks[0]; }

    DomainPlan m_plan;
    FactStore m_facts;
};

static const QByteArray table = "341\tqemu-system-x86\tD\tnfs_getattr\t4\n"
                                "344\tIO iothread1\tS\tdo_sys_poll\t271\n"
                                "345\tworker\tS\tfutex_wait_queue\t202\n";

void TestQemuLayers::init()
{
    m_plan = *planFromProcess(processOf(QStringLiteral("libvirt_nfs.txt")));
    m_plan.virshUri = "qemu:///system";
    m_facts = FactStore();
    QCOMPARE(disk().iothreads, QList<QByteArray>{"iothread1"});
}

void TestQemuLayers::tell(const ProbeBase &probe, const QByteArray &text, const QByteArray &path)
{
    Observation observation;
    observation.question
        = probe.ask(path.isEmpty() ? m_plan.subject() : m_plan.pathSubject(path)).key;
    observation.out = text;
    m_facts.add(probe, observation);
}

QStringList TestQemuLayers::details(LayerKind kind)
{
    QStringList out;
    for (const Layer &layer : layOut(m_plan, disk(), m_facts)) {
        for (const LayerDetail &detail : layer.details) {
            if (layer.kind == kind)
                out.append(detail.label.textIn(nullptr) + QStringLiteral(": ")
                    + detail.value.textIn(nullptr));
        }
    }
    return out;
}

int TestQemuLayers::asked(const ProbeBase *probe, int round) const
{
    const QList<Planned> plan = planRound(m_plan, m_facts, round);
    return int(std::count_if(
        plan.begin(), plan.end(), [probe](const Planned &item) { return item.probe == probe; }));
}

void TestQemuLayers::threads()
{
    tell(processThreads, table);
    tell(qemuIothreads, R"({"return": [{"id": "iothread1", "thread-id": 345}]})");
    const QStringList said = details(LayerKind::Device);
    QVERIFY(said.contains(QStringLiteral("QEMU's main loop: is in D in nfs_getattr")));
    // QEMU's word goes before a thread's name.
    QVERIFY(said.contains(
        QStringLiteral("IOThread iothread1: waits for a lock of another thread (futex)")));
}

void TestQemuLayers::threadsByName()
{
    tell(processThreads, table);
    QVERIFY(details(LayerKind::Device)
            .contains(QStringLiteral("IOThread iothread1: waits in poll (idle is normal)")));
    tell(processThreads, "341\tqemu-system-x86\tS\t0\t\n344\tIO iothread1\tR\t0\trunning\n");
    const QStringList said = details(LayerKind::Device);
    QVERIFY(said.contains(
        QStringLiteral("QEMU's main loop: sleeps; where needs root's rights, or its own user's")));
    QVERIFY(said.contains(QStringLiteral("IOThread iothread1: runs")));
}

void TestQemuLayers::stacks()
{
    QCOMPARE(asked(&processStacks, 1), 0);
    tell(processThreads, "341\tqemu-system-x86\tS\tdo_sys_poll\t271\n");
    QCOMPARE(asked(&processStacks, 1), 0);
    tell(processThreads, table);
    QCOMPARE(asked(&processStacks, 1), 1);
    tell(processStacks,
        contentsOf(QStringLiteral(FIXTURES_DIR "/formats/kernel_stacks/good.nfs_getattr.txt")));
    QVERIFY(details(LayerKind::Device)
            .contains(QStringLiteral(
                "kernel stack of QEMU's main loop: rpc_wait_bit_killable ◂ __rpc_execute ◂ "
                "nfs4_proc_getattr ◂ __nfs_revalidate_inode ◂ nfs_getattr")));
}

void TestQemuLayers::stacksNeedRights()
{
    tell(processThreads, table);
    tell(processStacks, "341\tD\tqemu-system-x86\n");
    QVERIFY(details(LayerKind::Device)
            .contains(QStringLiteral(
                "kernel stack of QEMU's main loop: not seen: it needs root's rights")));
}

void TestQemuLayers::iothreadsAreAskedUntilKnown()
{
    QCOMPARE(asked(&qemuIothreads, 0), 1);
    tell(qemuIothreads, R"({"error": {"class": "GenericError", "desc": "no"}})");
    QCOMPARE(asked(&qemuIothreads, 2), 0);
    QCOMPARE(asked(&qemuIothreads, 13), 1);
    tell(qemuIothreads, R"({"return": [{"id": "iothread1", "thread-id": 344}]})");
    QCOMPARE(asked(&qemuIothreads, 13), 0);
    m_facts = FactStore();
    disk().iothreads.clear();
    QCOMPARE(asked(&qemuIothreads, 0), 0);
}

void TestQemuLayers::jobs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("none") << QStringLiteral("good.none.txt") << QStringList();
    QTest::newRow("limited mirror")
        << QStringLiteral("good.qemu_10_mirror.txt")
        << QStringList{QStringLiteral("block job copy-vda-libvirt-3-format: mirror, 16 of "
                                      "1024 MiB, running, limited to 65536 bytes a second")};
    QTest::newRow("another disk's backup")
        << QStringLiteral("good.synthetic_qemu_6_2_backup.txt") << QStringList();
    QTest::newRow("ready, and another disk's")
        << QStringLiteral("good.synthetic_qemu_9_ready.txt")
        << QStringList{QStringLiteral("block job commit-vda-libvirt-1-format: commit, 1 of 1 MiB, "
                                      "ready: it waits to be completed")};
    QTest::newRow("a drive's name")
        << QStringLiteral("good.synthetic_qemu_7_2_stream.txt")
        << QStringList{QStringLiteral("block job drive-virtio-disk0: stream, 5120 of 20480 "
                                      "MiB, running")};
}

void TestQemuLayers::jobs()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, said);
    m_plan.disks.append(disk());
    disk().driveId = "drive-virtio-disk0";
    QCOMPARE(asked(&qemuBlockJobs, 0), 1);
    tell(qemuBlockJobs,
        contentsOf(QStringLiteral(FIXTURES_DIR "/formats/query_block_jobs/") + file));
    QCOMPARE(details(LayerKind::BlockNode).filter(QStringLiteral("block job")), said);
}

void TestQemuLayers::migration()
{
    QCOMPARE(asked(&qemuMigration, 0), 1);
    tell(qemuMigration, R"({"return": {}})");
    QVERIFY(details(LayerKind::Device).isEmpty()
        || details(LayerKind::Device).filter(QStringLiteral("migration")).isEmpty());
    tell(qemuMigration,
        contentsOf(
            QStringLiteral(FIXTURES_DIR "/formats/query_migrate/good.qemu_10_completed.txt")));
    QVERIFY(details(LayerKind::Device).contains(QStringLiteral("migration: completed")));
    m_plan.virshUri.clear();
    m_plan.monitorSocket.clear();
    QCOMPARE(asked(&qemuMigration, 0), 0);
}

void TestQemuLayers::port()
{
    disk().chain.last().filename = "/images/vm.img";
    tell(processMounts,
        "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "37 20 0:38 / /images rw - nfs4 n:/x rw,hard,addr=10.9.9.1\n");
    QCOMPARE(asked(&portAnswers, 1), 1);
    QCOMPARE(asked(&portAnswers, 2), 0);
    // Two mounts of one server have one port.
    m_plan.disks.append(disk());
    QCOMPARE(asked(&portAnswers, 1), 1);
    tell(portAnswers, "answers bash \n", "10.9.9.1 2049");
    QCOMPARE(details(LayerKind::Fabric),
        QStringList{QStringLiteral("port 2049: answers (at %1)").arg(clockTime({}))});
    QCOMPARE(asked(&portAnswers, 2), 0);
    // What was shut is tried again at once, and once.
    tell(portAnswers, "silent bash \n", "10.9.9.1 2049");
    QCOMPARE(asked(&portAnswers, 2), 1);
    QCOMPARE(asked(&portAnswers, 13), 1);
    tell(portAnswers, "untried  \n", "10.9.9.1 2049");
    QCOMPARE(details(LayerKind::Fabric),
        QStringList{
            QStringLiteral("port 2049: not known: the host has neither bash nor python3 nor nc "
                           "(at %1)")
                .arg(clockTime({}))});
}

void TestQemuLayers::servers_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("endpoint");
    QTest::newRow("usual") << QByteArray("nfs4") << QByteArray("rw,proto=tcp,addr=10.0.0.9")
                           << QByteArray("10.0.0.9 2049");
    QTest::newRow("other port") << QByteArray("nfs")
                                << QByteArray("rw,port=20490,addr=fe80::1%eth0")
                                << QByteArray("fe80::1%eth0 20490");
    QTest::newRow("RDMA") << QByteArray("nfs4") << QByteArray("rw,proto=rdma,addr=10.0.0.9")
                          << QByteArray();
    QTest::newRow("UDP") << QByteArray("nfs") << QByteArray("rw,proto=udp,addr=10.0.0.9")
                         << QByteArray();
    QTest::newRow("no address") << QByteArray("nfs4") << QByteArray("rw,hard") << QByteArray();
    QTest::newRow("words of a shell")
        << QByteArray("nfs4") << QByteArray("addr=$(id)") << QByteArray();
    QTest::newRow("an option") << QByteArray("nfs4") << QByteArray("addr=-c") << QByteArray();
    QTest::newRow("not NFS") << QByteArray("cifs") << QByteArray("addr=10.0.0.9") << QByteArray();
}

void TestQemuLayers::servers()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, endpoint);
    Mount mount;
    mount.fsType = type;
    mount.superOptions = options;
    const auto server = nfsServerOf(mount);
    QCOMPARE(server ? server->endpoint() : QByteArray(), endpoint);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestQemuLayers)
#include "tst_qemu_layers.moc"
