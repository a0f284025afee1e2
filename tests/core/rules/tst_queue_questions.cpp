// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Seen? completed? noticed? for every place where a request can get lost between driver and device,
// and for the standstills that only look like it.
#include "rules/queue_questions.h"

#include "diagnosed.h"
#include "looks.h"
#include "path/queue_plan.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

class TestQueueQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitRings_data();
    void splitRings();
    void packedRings_data();
    void packedRings();
    void oneLookIsNoProof();
    void withoutRamNothingIsClaimed();
    void inputQueuesMayWait();
    void networkCardsPutInterruptsOff();
    void aLostKickStopsAtTheVirtqueue();
    void aLostInterruptStopsAtTheDriver();
    void aRingThatWentRoundIsNotStuck();
    void addressesBehindAnIommuAreNotRead();
    void aBusyPackedDiskLeavesDoubt();
    void aBrokenDeviceIsNamedAtItsDriver();
    void roles_data();
    void roles();
};

void TestQueueQuestions::splitRings_data()
{
    QTest::addColumn<Looks>("first");
    QTest::addColumn<Looks>("second");
    QTest::addColumn<bool>("eventIdx");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, Looks first, Looks second, const char *expected,
                         bool eventIdx = true) {
        QTest::newRow(name) << first << second << eventIdx << QByteArray(expected);
    };
    row("idle", {300, 300, 300, 300}, {300, 300, 300, 300}, "yes yes yes");
    row("flows", {300, 300, 299, 299}, {340, 340, 339, 339}, "yes yes yes");
    row("device holds one", {602, 602, 601, 601}, {602, 602, 601, 601}, "yes no yes");
    row("lost kick", {603, 602, 602, 602}, {605, 602, 602, 602}, "no yes yes");
    row("lost interrupt", {602, 602, 602, 597}, {602, 602, 602, 597}, "yes yes no");
    row("lost interrupt, guest goes on", {602, 602, 602, 597}, {604, 604, 604, 597}, "yes yes no");
    row("indices wrap", {2, 2, 65534, 65534}, {2, 2, 65534, 65534}, "yes no yes");
    row("lost kick over the wrap", {1, 65535, 65535, 65535}, {1, 65535, 65535, 65535},
        "no yes yes");
    row("lost interrupt over the wrap", {2, 2, 2, 65533}, {2, 2, 2, 65533}, "yes yes no");
    row("submitted between two readings", {301, 300, 300, 300}, {341, 340, 340, 340},
        "yes yes yes");
    row("noticed late, but moving", {300, 300, 300, 299}, {340, 340, 340, 339}, "yes yes yes");
    row("callbacks switched off", {300, 300, 300, 0}, {300, 300, 300, 0}, "yes yes unknown");
    row("noticed after the device was asked", {300, 300, 299, 301}, {340, 340, 338, 340},
        "yes yes yes");
    row("EVENT_IDX off", {602, 602, 602, 597}, {602, 602, 602, 597}, "yes yes unknown", false);
    // More than the ring holds cannot lie in it: what was read is no index.
    row("nonsense", {40000, 600, 600, 600}, {40000, 600, 600, 600}, "unknown yes yes");
}

void TestQueueQuestions::splitRings()
{
    QFETCH(Looks, first);
    QFETCH(Looks, second);
    QFETCH(bool, eventIdx);
    QFETCH(QByteArray, expected);
    const Virtqueue queue = asked(split(first, second, eventIdx));
    QCOMPARE(answers(queue), expected);
    QCOMPARE(queue.layout, QStringLiteral("split"));
    for (const QueueAnswer *answer : {&queue.seen, &queue.completed, &queue.noticed}) {
        QVERIFY(!answer->why.text().isEmpty());
        QVERIFY(answer->word == QueueAnswer::Unknown || !answer->evidence.isEmpty());
        QCOMPARE(answer->missing > 0, answer->word == QueueAnswer::No);
    }
}

struct PackedLook
{
    quint16 seen;
    quint16 used;
    quint32 inUse;
    quint16 nextFlags;
    quint16 driverEvent;
    quint16 deviceEvent;
    quint16 driverFlags = 2;
};

static Story packed(const PackedLook &first, const PackedLook &second, bool eventIdx = true)
{
    Story story(Story::NbdSocket);
    story.features(true, eventIdx);
    double when = 0;
    for (const PackedLook &look : {first, second}) {
        story.at(when)
            .blocks(1000)
            .queue(look.seen, look.used, 0, int(look.inUse))
            .ringWords(RingPart::NextDescriptor, {look.nextFlags})
            .ringWords(RingPart::DriverEvent, {look.driverEvent, look.driverFlags})
            .ringWords(RingPart::DeviceEvent, {look.deviceEvent, 2});
        when += 5;
    }
    return story;
}

void TestQueueQuestions::packedRings_data()
{
    QTest::addColumn<PackedLook>("first");
    QTest::addColumn<PackedLook>("second");
    QTest::addColumn<QByteArray>("expected");
    // AVAIL is bit 7, USED bit 15; in the first lap the wrap counter is 1.
    static constexpr quint16 available = 0x0080;
    static constexpr quint16 usedUp = 0x8080;
    static constexpr quint16 lap1 = 0x8000;
    const auto row
        = [](const char *name, PackedLook first, PackedLook second, const char *expected) {
              QTest::newRow(name) << first << second << QByteArray(expected);
          };
    row("idle", {10, 10, 0, 0, 10, lap1 | 10}, {10, 10, 0, 0, 10, lap1 | 10}, "yes yes yes");
    row("used in an earlier lap", {10, 10, 0, usedUp, 10, 10}, {10, 10, 0, usedUp, 10, 10},
        "yes yes yes");
    row("device holds two", {12, 10, 2, 0, 10, lap1 | 12}, {12, 10, 2, 0, 10, lap1 | 12},
        "yes no yes");
    row("full ring, all in the device", {10, 10, 1024, available, 10, lap1 | 10},
        {10, 10, 1024, available, 10, lap1 | 10}, "yes no yes");
    row("lost kick", {10, 10, 0, available, 10, lap1 | 10}, {10, 10, 0, available, 10, lap1 | 10},
        "no yes yes");
    row("flags of a chain of the last lap", {10, 10, 0, 0x8000, 10, lap1 | 10},
        {10, 10, 0, 0x8000, 10, lap1 | 10}, "yes yes yes");
    row("wrap counter not known", {10, 10, 0, available, 10, lap1 | 7},
        {10, 10, 0, available, 10, lap1 | 7}, "unknown yes yes");
    row("lost interrupt", {10, 10, 0, 0, 7, lap1 | 10}, {10, 10, 0, 0, 7, lap1 | 10}, "yes yes no");
    row("interrupts off", {10, 10, 0, 0, 7, lap1 | 10, 1}, {10, 10, 0, 0, 7, lap1 | 10, 1},
        "yes yes unknown");
    row("notices while it moves", {10, 10, 0, 0, 9, lap1 | 10}, {10, 10, 0, 0, 10, lap1 | 10},
        "yes yes yes");
}

void TestQueueQuestions::packedRings()
{
    QFETCH(PackedLook, first);
    QFETCH(PackedLook, second);
    QFETCH(QByteArray, expected);
    const Virtqueue queue = asked(packed(first, second));
    QCOMPARE(queue.layout, QStringLiteral("packed"));
    QCOMPARE(answers(queue), expected);
}

void TestQueueQuestions::oneLookIsNoProof()
{
    Story story(Story::NbdSocket);
    story.features(false, true).queue(602, 601).ring(605, 599);
    QCOMPARE(answers(asked(story)), QByteArray("unknown unknown unknown"));
    story.at(1).queue(602, 601).ring(605, 599);
    QCOMPARE(answers(asked(story)), QByteArray("unknown unknown unknown"));
}

void TestQueueQuestions::withoutRamNothingIsClaimed()
{
    Story story = split({603, 602, 602, 597}, {603, 602, 602, 597});
    story.plan.ram = {};
    const Virtqueue queue = asked(story);
    QCOMPARE(answers(queue), QByteArray("unknown yes unknown"));
    QVERIFY(queue.seen.why.text().contains(u"not known"));
}

void TestQueueQuestions::inputQueuesMayWait()
{
    Story story = split({603, 602, 602, 602}, {603, 602, 602, 602});
    VirtioPlan device = virtioOf(story.disk());
    device.name = "virtio-net";
    const Virtqueue queue = askQueue(story.plan, device, 0, story.facts);
    QCOMPARE(queue.role, QStringLiteral("input"));
    QCOMPARE(queue.seen.word, QueueAnswer::Unknown);
    QVERIFY(queue.seen.why.text().contains(u"nobody need wait"));
    const Story buffers = split({603, 603, 600, 600}, {603, 603, 600, 600});
    const Virtqueue waiting = askQueue(buffers.plan, device, 0, buffers.facts);
    QCOMPARE(waiting.completed.word, QueueAnswer::Unknown);
    QVERIFY(waiting.completed.why.text().contains(u"3 buffer(s) lie ready for input"));
}

void TestQueueQuestions::networkCardsPutInterruptsOff()
{
    const Story story = split({300, 300, 299, 302}, {300, 300, 300, 302});
    VirtioPlan device = virtioOf(story.disk());
    device.name = "virtio-net";
    QCOMPARE(askQueue(story.plan, device, 1, story.facts).noticed.word, QueueAnswer::Unknown);
}

void TestQueueQuestions::aLostKickStopsAtTheVirtqueue()
{
    const DiskDiagnosis disk = diagnosed(split({605, 602, 602, 602}, {605, 602, 602, 602}));
    QCOMPARE(disk.summary.verdict, State::Stalled);
    QCOMPARE(disk.summary.boundary->below, LayerKind::Virtqueue);
    QVERIFY(disk.summary.text.text().contains(u"the kick was lost"));
}

void TestQueueQuestions::aLostInterruptStopsAtTheDriver()
{
    const DiskDiagnosis disk = diagnosed(split({602, 602, 602, 597}, {602, 602, 602, 597}));
    QCOMPARE(disk.summary.verdict, State::Stalled);
    QCOMPARE(disk.summary.boundary->below, LayerKind::VirtioDriver);
    QVERIFY(disk.summary.text.text().contains(u"interrupt was lost or is masked"));
    // The five are in flight for the guest, and nowhere below.
    for (const Layer &layer : disk.layers) {
        if (layer.kind == LayerKind::GuestKernel || layer.kind == LayerKind::VirtioDriver)
            QCOMPARE(layer.inFlight, 5);
        if (layer.kind == LayerKind::Virtqueue || layer.kind == LayerKind::Device)
            QCOMPARE(layer.inFlight, 0);
        if (layer.kind == LayerKind::GuestKernel)
            QCOMPARE(layer.verdict.modifier, Modifier::Waiting);
    }
}

// 1024 completions bring the place in a packed ring of 1024 back to where it was.
void TestQueueQuestions::aRingThatWentRoundIsNotStuck()
{
    Story story(Story::NbdSocket);
    story.features(true, true).queue(12, 10, 0, 2).blocks(1000);
    story.at(5).queue(12, 10, 0, 2).blocks(2024);
    const auto movement = queueMovement(story.plan, story.disk(), story.facts);
    QVERIFY(movement);
    QCOMPARE(movement->stuck, 0);
    QCOMPARE(movement->completed, 1024);
    story.at(10).queue(12, 10, 0, 2).blocks(2024);
    const auto later = queueMovement(story.plan, story.disk(), story.facts);
    QCOMPARE(later->stuck, 2);
}

void TestQueueQuestions::addressesBehindAnIommuAreNotRead()
{
    Story story = split({605, 602, 602, 597}, {605, 602, 602, 597});
    QByteArray status = fixture("query_virtio_status/good.healthy.txt");
    status.replace(status.indexOf("VIRTIO_F_RING_RESET", status.indexOf("guest-features")), 19,
        "VIRTIO_F_IOMMU_PLATFORM");
    story.says(qemuVirtioStatus, story.deviceSubject(), status);
    const Virtqueue queue = asked(story);
    QCOMPARE(answers(queue), QByteArray("unknown yes unknown"));
    QVERIFY(queue.seen.why.text().contains(u"IOMMU"));
}

// The others of a busy disk's queues completed so much that its index may have gone round.
void TestQueueQuestions::aBusyPackedDiskLeavesDoubt()
{
    Story story(Story::NbdSocket);
    story.disk().queueCount = 2;
    story.features(true, true);
    story.queue(13, 10, 0, 3).queue(100, 100, 1, 0).blocks(1000);
    story.at(5).queue(13, 10, 0, 3).queue(200, 200, 1, 0).blocks(3124);
    const auto movement = queueMovement(story.plan, story.disk(), story.facts);
    QVERIFY(movement && !movement->isFlowing());
    QCOMPARE(movement->stuck, 0);
    QCOMPARE(movement->doubtful, 3);
    QCOMPARE(asked(story).completed.word, QueueAnswer::Unknown);
    QCOMPARE(diagnosed(story).summary.verdict, State::Unknown);
}

void TestQueueQuestions::aBrokenDeviceIsNamedAtItsDriver()
{
    const DiskDiagnosis disk
        = diagnosed(Story(Story::NbdSocket).queue(12, 9).secondLook().queue(12, 9).virtio(true));
    QCOMPARE(disk.summary.verdict, State::Stalled);
    QCOMPARE(disk.summary.boundary->below, LayerKind::VirtioDriver);
    QVERIFY(disk.summary.text.text().contains(u"bogus descriptor"));
}

void TestQueueQuestions::roles_data()
{
    QTest::addColumn<QByteArray>("device");
    QTest::addColumn<int>("queue");
    QTest::addColumn<int>("queues");
    QTest::addColumn<QueueRole>("role");
    const auto row = [](const char *device, int queue, int queues, QueueRole role) {
        QTest::addRow("%s %d of %d", device, queue, queues)
            << QByteArray(device) << queue << queues << role;
    };
    row("virtio-blk", 0, 1, QueueRole::Requests);
    row("virtio-scsi", 0, 4, QueueRole::Control);
    row("virtio-scsi", 1, 4, QueueRole::Input);
    row("virtio-scsi", 2, 4, QueueRole::Requests);
    row("virtio-net", 0, 3, QueueRole::Input);
    row("virtio-net", 1, 3, QueueRole::Requests);
    row("virtio-net", 2, 3, QueueRole::Control);
    row("virtio-serial", 0, 64, QueueRole::Input);
    row("virtio-serial", 5, 64, QueueRole::Requests);
    row("vhost-user-fs", 1, 2, QueueRole::Requests);
    row("virtio-balloon", 0, 3, QueueRole::Control);
}

void TestQueueQuestions::roles()
{
    QFETCH(QByteArray, device);
    QFETCH(int, queue);
    QFETCH(int, queues);
    QFETCH(QueueRole, role);
    QCOMPARE(queueRole(device, queue, queues), role);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestQueueQuestions)
#include "tst_queue_questions.moc"
