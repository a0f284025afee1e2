// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Of several layers that hold requests, which one is named.
#include "rules/summary.h"

#include "diagnosed.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

class TestSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void culprits_data();
    void culprits();
    void withoutCulprit_data();
    void withoutCulprit();
    void aPauseExplainsTheStandstill();
    void anErrorThatPausedIsNoStall();
    void slownessIsNamed();
    void aSlowQueueIsNotStuck();
    void errorsAreNoHealth();
    void sharedQueuesAccuseNobody_data();
    void sharedQueuesAccuseNobody();
    void whatIsBelowTheCulpritKeepsItsVerdict();
    void countersStandAtTheirLayers();
};

void TestSummary::culprits_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<LayerKind>("above");
    QTest::addColumn<LayerKind>("below");
    QTest::addColumn<QString>("text");
    QTest::newRow("NBD server stopped")
        << holding(Story::NbdSocket)
               .at(0)
               .sockets(3128, 0)
               .secondLook()
               .sockets(3128, 0)
               .server("T (stopped)")
        << LayerKind::Fabric << LayerKind::Backend
        << QStringLiteral(
               "Requests of guest1/vda stop at the storage backend NBD unix:/lab/run/nbd.sock: "
               "its server nbdkit (pid 78) does not run, its state is T (stopped).");
    QTest::newRow("NBD server stopped, monitor wedged")
        << Story(Story::NbdSocket)
               .sockets(3128, 0)
               .secondLook()
               .sockets(3128, 0)
               .server("T (stopped)")
               .queueSilent(Silence::NotAsked, QStringLiteral("not sent: the monitor is not free"))
        << LayerKind::Fabric << LayerKind::Backend
        << QStringLiteral("stop at the storage backend NBD");
    QTest::newRow("NFS mount")
        << holding(Story::Nfs).at(0).nfs(1525, 1522).secondLook().nfs(1525, 1522)
        << LayerKind::HostProcess << LayerKind::HostMount
        << QStringLiteral(
               "stop at the host mount /var/lib/virt/images (nfs4 10.9.9.1:/): 3 request(s) sent");
    QTest::newRow("host block device")
        << holding(Story::LocalFile).at(0).hostDisk(100, 3).secondLook().hostDisk(100, 3)
        << LayerKind::HostMount << LayerKind::HostBlock
        << QStringLiteral("stop at the host block device sda1");
    QTest::newRow("QEMU stopped, nothing else known")
        << Story(Story::NbdSocket).qemuState("T (stopped)").secondLook().qemuState("T (stopped)")
        << LayerKind::Virtqueue << LayerKind::Device
        << QStringLiteral(
               "stop at the device emulation virtio-disk0: the QEMU process does not run");
    QTest::newRow("only QEMU can be measured")
        << holding(Story::NbdSocket) << LayerKind::Device << LayerKind::BlockNode
        << QStringLiteral("stop at the QEMU block graph libvirt-2-storage");
    QTest::newRow("broken device")
        << Story(Story::NbdSocket).virtio(true) << LayerKind::GuestKernel << LayerKind::VirtioDriver
        << QStringLiteral("stop at the virtio driver virtio_blk");
}

void TestSummary::culprits()
{
    QFETCH(Story, story);
    QFETCH(LayerKind, above);
    QFETCH(LayerKind, below);
    QFETCH(QString, text);
    const DiskDiagnosis disk = diagnosed(story);
    QCOMPARE(disk.summary.verdict, State::Stalled);
    QVERIFY(disk.summary.boundary.has_value());
    QCOMPARE(disk.summary.boundary->above, above);
    QCOMPARE(disk.summary.boundary->below, below);
    const QString said = disk.summary.text.textIn(nullptr);
    QVERIFY2(said.contains(text), qPrintable(said));
    QVERIFY(!disk.summary.evidence.isEmpty());

    // Stalled is the culprit alone; whoever is above it waits.
    bool reached = false;
    for (const Layer &layer : disk.layers) {
        if (layer.kind == below) {
            reached = true;
            QCOMPARE(layer.verdict.state, State::Stalled);
        } else {
            QVERIFY(layer.verdict.state != State::Stalled);
        }
        if (!reached)
            QCOMPARE(layer.verdict.modifier, Modifier::Waiting);
        else
            QVERIFY(layer.verdict.modifier != Modifier::Waiting);
    }
}

void TestSummary::withoutCulprit_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<State>("state");
    QTest::addColumn<Modifier>("modifier");
    QTest::addColumn<QString>("text");
    QTest::newRow("completes")
        << Story(Story::NbdSocket).queue(1, 0).blocks(4).secondLook().queue(13, 12).blocks(16)
        << State::Healthy << Modifier::None
        << QStringLiteral("Requests of guest1/vda complete: 12 request(s) completed in 5 s.");
    QTest::newRow("vhost-user completes unseen")
        << Story(Story::VhostUser) << State::Unknown << Modifier::None
        << QStringLiteral("would stop it");
    QTest::newRow("idle") << Story(Story::NbdSocket).queue(9, 9).secondLook().queue(9, 9)
                          << State::Unknown << Modifier::Idle
                          << QStringLiteral("nothing is proven either way");
    QTest::newRow("too early") << Story(Story::NbdSocket).queue(9, 8).at(1).queue(9, 8)
                               << State::Unknown << Modifier::None << QStringLiteral("is unknown");
    QTest::newRow("one look") << Story(Story::NbdSocket).queue(9, 8) << State::Unknown
                              << Modifier::None << QStringLiteral("asked once");
    QTest::newRow("nothing") << Story(Story::LocalFile) << State::Unknown << Modifier::None
                             << QStringLiteral("is unknown: not asked");
    QTest::newRow("queue silent, statistics move")
        << Story(Story::NbdSocket).blocks(4).secondLook().blocks(16) << State::Healthy
        << Modifier::None << QStringLiteral("12 request(s) completed");
}

void TestSummary::withoutCulprit()
{
    QFETCH(Story, story);
    QFETCH(State, state);
    QFETCH(Modifier, modifier);
    QFETCH(QString, text);
    const DiskDiagnosis disk = diagnosed(story);
    const QString said = disk.summary.text.textIn(nullptr);
    QCOMPARE(disk.summary.verdict, state);
    QCOMPARE(disk.summary.modifier, modifier);
    QVERIFY(!disk.summary.boundary);
    QVERIFY2(said.contains(text), qPrintable(said));
    for (const Layer &layer : disk.layers)
        QVERIFY(layer.verdict.state != State::Stalled);
}

void TestSummary::aPauseExplainsTheStandstill()
{
    const DiskDiagnosis disk = diagnosed(holding(Story::NbdSocket).machine("paused", false));
    // The block layer still holds requests, which a pause of the guest does not explain away.
    QCOMPARE(disk.summary.verdict, State::Stalled);
    Story calm
        = Story(Story::NbdSocket).queue(9, 9).secondLook().queue(9, 9).machine("paused", false);
    const DiskDiagnosis paused = diagnosed(calm);
    QCOMPARE(paused.summary.verdict, State::Unknown);
    QCOMPARE(paused.summary.modifier, Modifier::Paused);
    QVERIFY(paused.summary.text.textIn(nullptr).contains(QStringLiteral("QEMU says paused")));
    for (const Layer &layer : paused.layers) {
        if (layer.kind < LayerKind::Device)
            QCOMPARE(layer.verdict.modifier, Modifier::Waiting);
    }
}

void TestSummary::anErrorThatPausedIsNoStall()
{
    const DiskDiagnosis disk = diagnosed(holding(Story::NbdSocket)
            .at(0)
            .sockets(3128, 0)
            .secondLook()
            .sockets(3128, 0)
            .machine("io-error", false));
    QCOMPARE(disk.summary.verdict, State::Unknown);
    QCOMPARE(disk.summary.modifier, Modifier::Paused);
    QVERIFY(disk.summary.text.text().contains(u"paused the machine at an I/O error"));
    for (const Layer &layer : disk.layers)
        QVERIFY(layer.verdict.state != State::Stalled);
}

void TestSummary::slownessIsNamed()
{
    const DiskDiagnosis disk = diagnosed(Story(Story::NbdSocket)
            .queue(1, 0)
            .blocks(4)
            .secondLook()
            .queue(13, 12)
            .blocks(16, 0, 0.1, 24'000'000'000));
    QCOMPARE(disk.summary.verdict, State::Healthy);
    QCOMPARE(disk.summary.modifier, Modifier::Slow);
    QVERIFY(disk.summary.text.text().contains(u"are slow at"));
}

// One queue rests for a while because each request takes long, not because it is stuck.
void TestSummary::aSlowQueueIsNotStuck()
{
    Story story(Story::NbdSocket);
    story.disk().queueCount = 2;
    story.queue(5, 4, 0).queue(5, 4, 1).blocks(4);
    story.secondLook().queue(5, 4, 0).queue(9, 8, 1).blocks(8, 0, 0.1, 6'000'000'000);
    const DiskDiagnosis disk = diagnosed(story);
    QCOMPARE(disk.summary.verdict, State::Healthy);
    QCOMPARE(disk.summary.modifier, Modifier::Slow);
}

void TestSummary::errorsAreNoHealth()
{
    const DiskDiagnosis disk = diagnosed(
        Story(Story::NbdSocket).queue(1, 0).blocks(4).secondLook().queue(13, 12).blocks(4, 12));
    QCOMPARE(disk.summary.verdict, State::Unknown);
    QVERIFY(disk.summary.text.text().contains(u"12 came back as error(s)"));
}

// Two disks on one virtio-scsi controller: its first queue moves, its second does not.
static Story ofTwoOnOneController(int completedBefore, int completedAfter)
{
    Story story(Story::NbdSocket);
    story.disk().bus = DiskPlan::VirtioScsi;
    story.disk().sharesQueues = true;
    story.disk().queueCount = 2;
    return story.queue(10, 10, 0)
        .queue(7, 4, 1)
        .blocks(completedBefore)
        .sockets(0, 0)
        .secondLook()
        .queue(60, 60, 0)
        .queue(7, 4, 1)
        .blocks(completedAfter)
        .sockets(0, 0);
}

void TestSummary::sharedQueuesAccuseNobody_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("ours flows, the other's is stuck") << ofTwoOnOneController(
        400, 412) << State::Healthy << QStringLiteral("12 request(s) completed in 5 s");
    QTest::newRow("ours does not move")
        << ofTwoOnOneController(400, 400) << State::Unknown
        << QStringLiteral("the requests of other disks are in the same queues");
    QTest::newRow("a limit is not blamed for others") << ofTwoOnOneController(400, 400).limit(
        "total_bytes_sec", "1") << State::Unknown << QStringLiteral("is unknown");
    QTest::newRow("our server's socket tells")
        << ofTwoOnOneController(400, 400)
               .at(0)
               .sockets(3128, 0)
               .secondLook()
               .sockets(3128, 0)
               .server("T (stopped)")
        << State::Stalled << QStringLiteral("stop at the storage backend NBD");
    QTest::newRow("nobody asks anything") << Story(ofTwoOnOneController(400, 400))
                                                 .queue(60, 60, 1)
                                                 .at(10)
                                                 .queue(60, 60, 0)
                                                 .queue(60, 60, 1)
                                          << State::Unknown << QStringLiteral("is idle");
}

void TestSummary::sharedQueuesAccuseNobody()
{
    QFETCH(Story, story);
    QFETCH(State, state);
    QFETCH(QString, text);
    const DiskDiagnosis disk = diagnosed(story);
    const QString said = disk.summary.text.textIn(nullptr);
    QVERIFY2(said.contains(text), qPrintable(said));
    QCOMPARE(disk.summary.verdict, state);
    QVERIFY(disk.summary.modifier != Modifier::Throttled);
    for (const Layer &layer : disk.layers) {
        if (layer.kind < LayerKind::HostProcess)
            QVERIFY(layer.verdict.state != State::Stalled);
        if (layer.kind == LayerKind::BlockNode)
            QVERIFY(!layer.inFlight);
    }
}

// The mount is the culprit; the fabric and the server below it are not known to be well.
void TestSummary::whatIsBelowTheCulpritKeepsItsVerdict()
{
    const DiskDiagnosis disk
        = diagnosed(holding(Story::Nfs).at(0).nfs(1525, 1522).secondLook().nfs(1525, 1522));
    for (const Layer &layer : disk.layers) {
        if (layer.kind == LayerKind::Fabric || layer.kind == LayerKind::Backend) {
            QCOMPARE(layer.verdict.state, State::Unknown);
            QCOMPARE(layer.verdict.modifier, Modifier::None);
        }
    }
}

void TestSummary::countersStandAtTheirLayers()
{
    const DiskDiagnosis disk = diagnosed(Story(Story::Nfs)
            .queue(295, 294)
            .blocks(400)
            .nfs(100, 98)
            .secondLook()
            .queue(308, 304)
            .blocks(410)
            .nfs(115, 113));
    for (const Layer &layer : disk.layers) {
        switch (layer.kind) {
        case LayerKind::Virtqueue:
        case LayerKind::Device:
        case LayerKind::BlockNode:
            QCOMPARE(layer.inFlight, 4);
            QCOMPARE(layer.completedPerSecond, 2.0);
            QVERIFY(layer.measured.has_value());
            break;
        case LayerKind::HostMount:
            QCOMPARE(layer.inFlight, 2);
            QCOMPARE(layer.completedPerSecond, 3.0);
            break;
        default:
            break;
        }
    }
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSummary)
#include "tst_summary.moc"
