// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Other domains on a stalled layer, each with a state of its own.
#include "investigation/neighbours.h"

#include "../rules/diagnosed.h"

#include <QTest>

namespace plumbline {

class TestNeighbours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sharesTheMount();
    void notOnAnotherMount();
    void unknownUntilLookedAtTwice();
    void hasAStateOfItsOwn_data();
    void hasAStateOfItsOwn();
    void asksWhatCannotHang();
    void asksForQueuesOnceDescribed();
    void leavesASilentLibvirtAlone();
    void asksNothingTwice();
    void asksSoManyAtMost();

private:
    std::unique_ptr<Story> m_story;
    DomainPlan m_other;
    Layer m_stuck;

    Neighbours found(const QList<DomainPlan> &running) const
    {
        Neighbours neighbours;
        neighbours.find(m_stuck, m_story->plan, running, m_story->facts);
        return neighbours;
    }
};

void TestNeighbours::init()
{
    m_story = std::make_unique<Story>(Story::Nfs);
    m_story->queue(297, 294).nfs(1525, 1522).secondLook().queue(297, 294).nfs(1525, 1522);
    const DiskDiagnosis disk = diagnosed(*m_story);
    for (const Layer &layer : disk.layers) {
        if (layer.verdict.state == State::Stalled)
            m_stuck = layer;
    }
    QCOMPARE(m_stuck.kind, LayerKind::HostMount);
    m_other = m_story->plan;
    m_other.name = "db-12";
    m_other.pid = 977;
    m_other.uuid = "bbbbbbbb-9d0e-4d52-9d6e-1ab0c0ffee01";
}

void TestNeighbours::sharesTheMount()
{
    const auto disks = found({m_story->plan, m_other}).judge(m_story->facts);
    QCOMPARE(disks.size(), 1);
    QCOMPARE(disks.first().name, QStringLiteral("db-12/vda"));
}

void TestNeighbours::notOnAnotherMount()
{
    m_other.disks.first().chain.last().filename = "/elsewhere/vm.img";
    QVERIFY(found({m_story->plan, m_other}).isEmpty());
}

void TestNeighbours::unknownUntilLookedAtTwice()
{
    const Neighbours neighbours = found({m_other});
    QCOMPARE(neighbours.judge(m_story->facts).first().summary.verdict, State::Unknown);
    Story once(*m_story);
    once.plan = m_other;
    once.at(6).queue(20, 20).blocks(400);
    QCOMPARE(neighbours.judge(once.facts).first().summary.verdict, State::Unknown);
}

void TestNeighbours::hasAStateOfItsOwn_data()
{
    QTest::addColumn<int>("completed");
    QTest::addColumn<State>("verdict");
    // Its requests need nothing of the dead server: they are in its cache, or on a second server.
    QTest::newRow("goes on") << 27 << State::Healthy;
    QTest::newRow("stuck as well") << 20 << State::Stalled;
}

void TestNeighbours::hasAStateOfItsOwn()
{
    QFETCH(const int, completed);
    QFETCH(const State, verdict);
    const Neighbours neighbours = found({m_other});
    Story both(*m_story);
    both.plan = m_other;
    both.at(6).queue(27, 20).blocks(400);
    both.at(9).queue(27, quint16(completed)).blocks(400 + completed - 20);
    const auto disks = neighbours.judge(both.facts);
    QCOMPARE(disks.first().summary.verdict, verdict);
    QVERIFY(!disks.first().summary.evidence.isEmpty());
    // What is said of it stands in its own facts, and changes nothing of ours.
    QVERIFY(disks.first().summary.text.textIn(nullptr).contains(QStringLiteral("db-12/vda")));
    QCOMPARE(diagnosed(*m_story).summary.verdict, State::Stalled);
}

void TestNeighbours::asksWhatCannotHang()
{
    const QList<Planned> plan = found({m_other}).plan(m_story->facts, {});
    QVERIFY(!plan.isEmpty());
    for (const Planned &item : plan) {
        QVERIFY2(item.probe->stage() == Stage::HostKernel || item.probe->stage() == Stage::Monitor
                || item.probe == &libvirtDomainXml,
            item.probe->id());
        const Question question = item.probe->ask(item.subject);
        if (const auto *virsh = std::get_if<VirshCommand>(&question.ask))
            QCOMPARE(virsh->onlyIfMonitorFree, m_other.uuid);
    }
    const auto asks = [&plan](const ProbeBase &probe) {
        return std::any_of(plan.begin(), plan.end(),
            [&probe](const Planned &item) { return item.probe == &probe; });
    };
    QVERIFY(asks(qemuBlockstats));
    QVERIFY(asks(processThreads));
    // A disk may be served by another process by now: libvirt tells first.
    QVERIFY(asks(libvirtDomainXml));
    QVERIFY(!asks(qemuVirtqueue));
}

void TestNeighbours::asksForQueuesOnceDescribed()
{
    Story told(*m_story);
    told.says(libvirtDomainXml, m_other.subject(),
        "<domain type='kvm' id='1'><name>db-12</name><devices><disk type='file' device='disk'>"
        "<source file='/x' index='1'/><target dev='vda' bus='virtio'/><alias name='"
            + m_other.disks.first().id + "'/></disk></devices></domain>");
    const auto asksQueues = [this](const Story &story) {
        const QList<Planned> plan = found({m_other}).plan(story.facts, {});
        return std::any_of(plan.begin(), plan.end(),
            [](const Planned &item) { return item.probe == &qemuVirtqueue; });
    };
    QVERIFY(asksQueues(told));
    Story vhost(*m_story);
    vhost.says(libvirtDomainXml, m_other.subject(),
        "<domain type='kvm' id='1'><name>db-12</name><devices><disk type='vhostuser' device='disk'>"
        "<source type='unix' path='/run/v.sock'/><target dev='vda' bus='virtio'/><alias name='"
            + m_other.disks.first().id + "'/></disk></devices></domain>");
    QVERIFY(!asksQueues(vhost));
}

void TestNeighbours::leavesASilentLibvirtAlone()
{
    Story silent(*m_story);
    silent.silent(qemuStatus, m_other.subject(), Silence::TimedOut, QStringLiteral("2 s"));
    const QList<Planned> plan = found({m_other}).plan(silent.facts, {});
    QVERIFY(!plan.isEmpty());
    for (const Planned &item : plan)
        QVERIFY(!std::holds_alternative<VirshCommand>(item.probe->ask(item.subject).ask));
}

void TestNeighbours::asksNothingTwice()
{
    const QList<Planned> own{{&hostDisks, m_story->plan.subject()}};
    const QList<Planned> plan = found({m_other}).plan(m_story->facts, own);
    QSet<QString> keys;
    for (const Planned &item : plan) {
        QVERIFY(item.probe != &hostDisks);
        const QString key = item.probe->ask(item.subject).key;
        QVERIFY2(!keys.contains(key), qPrintable(key));
        keys.insert(key);
    }
}

void TestNeighbours::asksSoManyAtMost()
{
    QList<DomainPlan> running;
    for (int i = 0; i < 30; ++i) {
        running.append(m_other);
        running.last().pid = 1000 + i;
    }
    const Neighbours neighbours = found(running);
    QCOMPARE(neighbours.judge(m_story->facts).size(), 30);
    QSet<qint64> asked;
    for (const Planned &item : neighbours.plan(m_story->facts, {})) {
        if (item.probe == &qemuBlockstats)
            asked.insert(item.subject.pid);
    }
    QCOMPARE(asked.size(), Neighbours::mostAsked);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestNeighbours)
#include "tst_neighbours.moc"
