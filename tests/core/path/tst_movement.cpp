// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rings that are not the same ring at the second look.
#include "path/movement.h"

#include "probes/catalogue.h"

#include <QTest>

namespace plumbline {

/// One disk with one queue that is looked at every five seconds.
struct Looks
{
    DomainPlan plan;
    FactStore facts;
    WallTime time{milliseconds(1'763'725'364'000)};

    Looks()
    {
        plan.pid = 341;
        plan.virshUri = "qemu:///system";
        DiskPlan disk;
        disk.bus = DiskPlan::VirtioBlk;
        disk.device = disk.id = "virtio-disk0";
        disk.qomPath = "/machine/peripheral/virtio-disk0/virtio-backend";
        plan.disks = {disk};
    }
    void says(const ProbeBase &probe, const Subject &subject, const QByteArray &text)
    {
        Observation observation;
        observation.question = probe.ask(subject).key;
        observation.started = time;
        observation.out = text;
        facts.add(probe, observation);
    }
    Looks &look(quint64 where, quint16 seen, quint16 completed, int inStatistics = -1)
    {
        const auto number = [](quint64 value) { return QByteArray::number(value); };
        time += milliseconds(5000);
        says(qemuVirtqueue, plan.deviceSubject(plan.disks.first()),
            "{\"return\":{\"name\":\"virtio-blk\",\"queue-index\":0,\"inuse\":0,\"vring-num\":256,"
            "\"vring-num-default\":256,\"vring-align\":4096,\"vring-desc\":"
                + number(where) + ",\"vring-avail\":" + number(where + 4096)
                + ",\"vring-used\":" + number(where + 8192) + ",\"last-avail-idx\":" + number(seen)
                + ",\"shadow-avail-idx\":" + number(seen) + ",\"used-idx\":" + number(completed)
                + ",\"signalled-used\":0,\"signalled-used-valid\":false}}");
        if (inStatistics >= 0) {
            says(qemuBlockstats, plan.subject(),
                "{\"return\":[{\"qdev\":\"/machine/peripheral/virtio-disk0/virtio-backend\","
                "\"stats\":{\"rd_operations\":"
                    + number(quint64(inStatistics))
                    + ",\"wr_operations\":0,\"flush_operations\":0,\"rd_bytes\":0,\"wr_bytes\":0}}]"
                      "}");
        }
        return *this;
    }
    Known<QueueMovement> movement() const { return queueMovement(plan, plan.disks.first(), facts); }
};

static constexpr quint64 here = 0x1000000;
static constexpr quint64 elsewhere = 0x2000000;

class TestMovement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void ringsSetUpAnew_data();
    void ringsSetUpAnew();
};

void TestMovement::counts_data()
{
    QTest::addColumn<Looks>("looks");
    QTest::addColumn<qint64>("completed");
    QTest::addColumn<qint64>("stuck");
    QTest::newRow("moves") << Looks().look(here, 10, 8).look(here, 22, 20) << 12LL << 0LL;
    QTest::newRow("stands") << Looks().look(here, 10, 7).look(here, 10, 7) << 0LL << 3LL;
    QTest::newRow("wraps") << Looks().look(here, 65535, 65530, 100).look(here, 5, 3, 109) << 9LL
                           << 0LL;
    QTest::newRow("wraps at full speed")
        << Looks().look(here, 60000, 60000, 0).look(here, 40000, 40000, 45536) << 45536LL << 0LL;
    QTest::newRow("goes round more than once")
        << Looks().look(here, 60000, 60000, 0).look(here, 40000, 40000, 111072) << 111072LL << 0LL;
}

void TestMovement::counts()
{
    QFETCH(Looks, looks);
    QFETCH(qint64, completed);
    QFETCH(qint64, stuck);
    const auto movement = looks.movement();
    QVERIFY(movement.has_value());
    QCOMPARE(movement->completed, completed);
    QCOMPARE(movement->stuck, stuck);
}

void TestMovement::ringsSetUpAnew_data()
{
    QTest::addColumn<Looks>("looks");
    QTest::newRow("elsewhere, from the beginning")
        << Looks().look(here, 297, 294).look(elsewhere, 3, 3);
    QTest::newRow("elsewhere, and as full as before")
        << Looks().look(here, 297, 294).look(elsewhere, 297, 294);
    QTest::newRow("gone") << Looks().look(here, 297, 294).look(0, 0, 0);
    QTest::newRow("in the same place") << Looks().look(here, 297, 294, 400).look(here, 3, 3, 403);
    QTest::newRow("in the same place, and it holds requests")
        << Looks().look(here, 40003, 40000, 4000).look(here, 20, 10, 4010);
}

// No stall, and no progress either, that nobody measured.
void TestMovement::ringsSetUpAnew()
{
    QFETCH(Looks, looks);
    const auto movement = looks.movement();
    QVERIFY(!movement.has_value());
    QCOMPARE(movement.error().silence.kind, Silence::NotAsked);
    QVERIFY(movement.error().silence.why.textIn(nullptr).contains(QStringLiteral("anew")));
    QVERIFY(movement.error().observation > 0);
    // The next look is of the same ring again.
    const auto next = looks.look(elsewhere, 7, 4).look(elsewhere, 7, 4).movement();
    QVERIFY(next.has_value());
    QCOMPARE(next->completed, 0);
    QCOMPARE(next->stuck, 3);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestMovement)
#include "tst_movement.moc"
