// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes through the guest's network cards, as the host counts it. Never a stall.
#include "side_channel_story.h"

namespace plumbline {

struct Counts
{
    int out = 0;
    int in = 0;
    int dropped = 0;
};

static QByteArray counters(const QByteArray &name, const Counts &counts)
{
    return ' ' + name + ": 100 " + QByteArray::number(counts.out) + " 0 0 0 0 0 0 200 "
        + QByteArray::number(counts.in) + " 0 " + QByteArray::number(counts.dropped) + " 0 0 0 0\n";
}

class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void moves_data();
    void moves();
    void needsTwoLooks();
    void countersBeginAnew();
    void anInterfaceThatIsNotThere();
    void severalInterfaces();
    void manyAreCounted();
    void aTapThatOnlyQemuKnows();
    void notOnTheHost_data();
    void notOnTheHost();

private:
    Story m_story{Story::NbdSocket};
    Story &look(const QByteArray &text)
    {
        return m_story.says(hostNetwork, m_story.plan.subject(), text);
    }
    Verdict verdict() const { return channelOf(m_story, SideChannel::Network); }
    void addTap(const QByteArray &name, bool vhost = false)
    {
        m_story.plan.networks.append({NetworkPlan::OnHost, "network", {}, name, vhost});
    }
};

void TestNetwork::init()
{
    m_story = Story(Story::NbdSocket);
    m_story.plan.networks.clear();
}

void TestNetwork::moves_data()
{
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("dropped");
    QTest::addColumn<bool>("moves");
    QTest::addColumn<QString>("text");
    QTest::newRow("both ways")
        << 12 << 14 << 0 << true
        << QStringLiteral("12 from the guest, 14 to it (packets in 5 s, in virbr0, vhost-net)");
    QTest::newRow("nothing") << 0 << 0 << 0 << false
                             << QStringLiteral("no packet in 5 s (in virbr0, vhost-net)");
    QTest::newRow("only to it")
        << 0 << 3 << 0 << false
        << QStringLiteral("0 from the guest, 3 to it (packets in 5 s, in virbr0, vhost-net)");
    QTest::newRow("only from it")
        << 3 << 0 << 0 << false
        << QStringLiteral("3 from the guest, 0 to it (packets in 5 s, in virbr0, vhost-net)");
    QTest::newRow("dropped") << 0 << 0 << 7 << false
                             << QStringLiteral(
                                    "no packet in 5 s, 7 dropped since the guest did not "
                                    "take them (in virbr0, vhost-net)");
}

void TestNetwork::moves()
{
    QFETCH(int, out);
    QFETCH(int, in);
    QFETCH(int, dropped);
    QFETCH(bool, moves);
    QFETCH(QString, text);
    addTap("vnet0", true);
    const QByteArray link = "netns same\nlink vnet0 up virbr0\n";
    look(link + counters("vnet0", {100, 200, 5}));
    m_story.secondLook();
    look(link + counters("vnet0", {100 + out, 200 + in, 5 + dropped}));
    const Verdict found = verdict();
    QCOMPARE(found.state, moves ? State::Healthy : State::Unknown);
    QCOMPARE(found.modifier, moves ? Modifier::None : Modifier::Idle);
    QCOMPARE(reasonOf(found), QStringLiteral("vnet0: ") + text);
    QCOMPARE(found.evidence.size(), 2);
    QCOMPARE(found.evidence.first().firstLine, 3);
}

void TestNetwork::needsTwoLooks()
{
    addTap("vnet0");
    look("netns same\n" + counters("vnet0", {}));
    const Verdict found = verdict();
    QCOMPARE(found.state, State::Unknown);
    QCOMPARE(found.modifier, Modifier::None);
    QVERIFY(!reasonOf(found).contains(QStringLiteral("no packet")));
}

void TestNetwork::countersBeginAnew()
{
    addTap("vnet0");
    look("netns same\n" + counters("vnet0", {100, 100, 0}));
    m_story.secondLook();
    look("netns same\n" + counters("vnet0", {1, 1, 0}));
    QVERIFY(reasonOf(verdict()).contains(QStringLiteral("counted anew")));
}

void TestNetwork::anInterfaceThatIsNotThere()
{
    addTap("vnet0");
    look("netns same\n");
    m_story.secondLook();
    look("netns same\n");
    QCOMPARE(reasonOf(verdict()), QStringLiteral("vnet0: not there for QEMU"));
    QCOMPARE(verdict().modifier, Modifier::Idle);
}

void TestNetwork::severalInterfaces()
{
    addTap("vnet0");
    addTap("vnet1");
    const QByteArray links = "netns same\nlink vnet0 down -\n";
    look(links + counters("vnet0", {}) + counters("vnet1", {1, 1, 0}));
    m_story.secondLook();
    look(links + counters("vnet0", {}) + counters("vnet1", {2, 2, 0}));
    QCOMPARE(verdict().state, State::Healthy);
    QCOMPARE(reasonOf(verdict()),
        QStringLiteral("vnet0: down on the host, no packet in 5 s; vnet1: 1 from the guest, 1 to "
                       "it (packets in 5 s)"));
}

void TestNetwork::manyAreCounted()
{
    QByteArray text = "netns same\n";
    for (int i = 0; i < 9; ++i) {
        addTap("vnet" + QByteArray::number(i));
        text += counters("vnet" + QByteArray::number(i), {});
    }
    look(text);
    m_story.secondLook();
    look(text);
    QVERIFY(reasonOf(verdict()).endsWith(QStringLiteral("; and 5 more")));
    QVERIFY(!reasonOf(verdict()).contains(QStringLiteral("vnet4")));
}

void TestNetwork::aTapThatOnlyQemuKnows()
{
    addTap({}, true);
    const QByteArray tap = "netns other\ntap tap7\n";
    look(tap + counters("tap7", {1, 1, 0}));
    m_story.secondLook();
    look(tap + counters("tap7", {2, 4, 0}));
    QCOMPARE(verdict().state, State::Healthy);
    QCOMPARE(reasonOf(verdict()),
        QStringLiteral("tap7: 1 from the guest, 3 to it (packets in 5 s, vhost-net)"));
    m_story.at(10);
    look("netns unknown\n");
    QVERIFY(reasonOf(verdict()).contains(QStringLiteral("neither its configuration")));
}

void TestNetwork::notOnTheHost_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("where");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QByteArray() << -1 << QStringLiteral("has no network");
    QTest::newRow("user") << QByteArray("user") << int(NetworkPlan::UserMode)
                          << QStringLiteral("user-mode networking: not visible on the host");
    QTest::newRow("vhost-user") << QByteArray("vhost-user") << int(NetworkPlan::Elsewhere)
                                << QStringLiteral("vhost-user: goes past the host's kernel");
}

void TestNetwork::notOnTheHost()
{
    QFETCH(QByteArray, type);
    QFETCH(int, where);
    QFETCH(QString, text);
    if (where >= 0)
        m_story.plan.networks.append({NetworkPlan::Where(where), type, {}, {}, false});
    QCOMPARE(verdict().state, State::Unknown);
    QVERIFY2(reasonOf(verdict()).contains(text), qPrintable(reasonOf(verdict())));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestNetwork)
#include "tst_side_channels_network.moc"
