// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/queue_questions.h"

#include "looks.h"
#include "path/queue_plan.h"

#include <QTest>

namespace plumbline {

class TestVhostQueues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vhostIndicesComeFromRam();
    void vhostUserIsNeverQueried();
    void racingVhostIndicesProveNothing();
};

static Story vhostUser(const Looks &first, const Looks &second)
{
    Story story(Story::VhostUser);
    QByteArray status = fixture("query_virtio_status/good.healthy.txt");
    status.replace("\"vhost-started\": false", "\"vhost-started\": true");
    double when = 0;
    for (const Looks &look : {first, second}) {
        story.at(when)
            .says(qemuVirtioStatus, story.deviceSubject(), status)
            .says(qemuVhostQueue, story.deviceSubject(),
                fixture("query_virtio_vhost_queue_status/good.vhost_user_fs.txt"))
            .ring(look.submitted, look.noticed)
            .ringWords(RingPart::UsedIndex, {0, look.used});
        when += 5;
    }
    return story;
}

void TestVhostQueues::vhostIndicesComeFromRam()
{
    const Story stuck = vhostUser({12, 0, 9, 9}, {12, 0, 9, 9});
    QCOMPARE(answers(asked(stuck)), QByteArray("unknown no yes"));
    const auto movement = queueMovement(stuck.plan, stuck.disk(), stuck.facts);
    QVERIFY(movement);
    QCOMPARE(movement->stuck, 3);
    const Story flows = vhostUser({12, 0, 12, 12}, {20, 0, 20, 20});
    QCOMPARE(answers(asked(flows)), QByteArray("yes yes yes"));
    const Story deaf = vhostUser({12, 0, 12, 9}, {12, 0, 12, 9});
    QCOMPARE(answers(asked(deaf)), QByteArray("yes yes no"));
}

void TestVhostQueues::vhostUserIsNeverQueried()
{
    Story story = vhostUser({12, 0, 9, 9}, {12, 0, 9, 9});
    VirtioStatus started;
    started.vhostStarted = true;
    started.driverStatus = {"VIRTIO_CONFIG_S_DRIVER_OK: ready"};
    VirtioStatus plain = started;
    plain.vhostStarted = false;
    const VirtioPlan byQemu{"d", "/d", "virtio-blk", false, true};
    // By QEMU's name alone a disk may be a vhost-user one, and status may be of a moment ago.
    const VirtioPlan bySomebody{"d", "/d", "virtio-blk", false, false};
    const VirtioPlan bySocket{"d", "/d", "vhost-user-fs", true, false};
    QVERIFY(mayQueryQueues(byQemu, nullptr));
    QVERIFY(mayQueryQueues(byQemu, &plain));
    QVERIFY(!mayQueryQueues(byQemu, &started));
    for (const VirtioStatus *status :
        {static_cast<const VirtioStatus *>(nullptr), static_cast<const VirtioStatus *>(&plain),
            static_cast<const VirtioStatus *>(&started)}) {
        QVERIFY(!mayQueryQueues(bySomebody, status));
        QVERIFY(!mayQueryQueues(bySocket, status));
    }
    for (int round = 0; round < 13; ++round) {
        const QList<Planned> plan = planQueues(story.plan, story.facts, round);
        QVERIFY(!plan.isEmpty());
        for (const Planned &item : plan)
            QVERIFY(item.probe != &qemuVirtqueue);
    }
}

// Five completions between the two readings of a vhost queue look like 65,531 in flight.
void TestVhostQueues::racingVhostIndicesProveNothing()
{
    const Story story = vhostUser({100, 0, 105, 105}, {106, 0, 105, 105});
    QVERIFY(!queueMovement(story.plan, story.disk(), story.facts));
    QCOMPARE(asked(story).completed.word, QueueAnswer::Unknown);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestVhostQueues)
#include "tst_vhost_queues.moc"
