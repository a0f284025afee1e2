// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a host's connections is a disk's, and whether its server is on this host or another.
#include "path/nbd_sockets.h"

#include "path/round_plan.h"
#include "probes/catalogue.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

static constexpr qint64 qemu = 470;
static constexpr qint64 server = 78;

static DomainPlan planFor(const QByteArray &host, const QByteArray &port)
{
    DomainPlan plan;
    plan.pid = qemu;
    BlockNode node;
    node.driver = "nbd";
    node.nbd.host = host;
    node.nbd.port = port;
    DiskPlan disk;
    disk.target = "vda";
    disk.chain = {node};
    plan.disks = {disk};
    return plan;
}

/// A line of `ss -tnpieo`.
static QByteArray line(
    const QByteArray &local, const QByteArray &peer, const QByteArray &comm, qint64 pid)
{
    return "ESTAB 0 0 " + local + ' ' + peer + " users:((\"" + comm
        + "\",pid=" + QByteArray::number(pid) + ",fd=5))\n";
}

static QByteArray ofQemu(const QByteArray &local, const QByteArray &peer)
{
    return line(local, peer, "qemu-system-x86", qemu);
}

static QByteArray ofServer(const QByteArray &local, const QByteArray &peer)
{
    return line(local, peer, "nbdkit", server);
}

class TestNbdSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
};

void TestNbdSockets::finds_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<bool>("client");
    QTest::addColumn<bool>("local");
    const auto add
        = [](const char *name, const char *host, const QByteArray &lines, bool client, bool local) {
              QTest::newRow(name) << QByteArray(host) << lines << client << local;
          };
    add("another host", "10.0.0.2", ofQemu("10.0.0.1:40312", "10.0.0.2:10809"), true, false);
    add("this host", "127.0.0.1",
        ofQemu("127.0.0.1:40312", "127.0.0.1:10809")
            + ofServer("127.0.0.1:10809", "127.0.0.1:40312"),
        true, true);
    add("this host by its own address", "10.0.0.1",
        ofQemu("10.0.0.1:40312", "10.0.0.1:10809") + ofServer("10.0.0.1:10809", "10.0.0.1:40312"),
        true, true);
    add("this host, another's client is not our server", "10.0.0.2",
        ofQemu("10.0.0.1:40312", "10.0.0.2:10809") + ofServer("10.0.0.1:10809", "10.0.0.9:40312"),
        true, false);
    add("a server for both families", "127.0.0.1",
        ofQemu("127.0.0.1:40312", "127.0.0.1:10809")
            + ofServer("[::ffff:127.0.0.1]:10809", "[::ffff:127.0.0.1]:40312"),
        true, true);
    add("a client for both families", "10.0.0.2",
        ofQemu("[::ffff:10.0.0.1]:40312", "[::ffff:10.0.0.2]:10809"), true, false);
    add("IPv6", "fd00::2", ofQemu("[fd00::1]:40312", "[fd00::2]:10809"), true, false);
    add("IPv6, written at length", "fd00:0:0:0:0:0:0:2",
        ofQemu("[fd00::1]:40312", "[fd00::2]:10809"), true, false);
    add("IPv6 loopback", "::1",
        ofQemu("[::1]:40312", "[::1]:10809") + ofServer("[::1]:10809", "[::1]:40312"), true, true);
    add("the other family's loopback is another server", "127.0.0.1",
        ofQemu("[::1]:40312", "[::1]:10809") + ofServer("[::1]:10809", "[::1]:40312"), false,
        false);
    add("a name", "storage-2", ofQemu("10.0.0.1:40312", "10.0.0.2:10809"), true, false);
    add("a name of this host", "localhost",
        ofQemu("[::1]:40312", "[::1]:10809") + ofServer("[::1]:10809", "[::1]:40312"), true, true);
    add("a name, and two that it may be", "storage-2",
        ofQemu("10.0.0.1:40312", "10.0.0.2:10809") + ofQemu("10.0.0.1:40314", "10.0.0.3:10809"),
        false, false);
    add("two servers with the usual port", "10.0.0.3",
        ofQemu("10.0.0.1:40312", "10.0.0.2:10809") + ofQemu("10.0.0.1:40314", "10.0.0.3:10809"),
        true, false);
    add("two connections that look alike", "10.0.0.2",
        ofQemu("10.0.0.1:40312", "10.0.0.2:10809") + ofQemu("10.0.0.1:40314", "10.0.0.2:10809"),
        false, false);
    add("another port", "10.0.0.2", ofQemu("10.0.0.1:40312", "10.0.0.2:10810"), false, false);
    add("another QEMU's", "10.0.0.2",
        line("10.0.0.1:40312", "10.0.0.2:10809", "qemu-system-x86", 471), false, false);
}

void TestNbdSockets::finds()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, lines);
    QFETCH(bool, client);
    QFETCH(bool, local);
    const DomainPlan plan = planFor(host, "10809");
    Observation observation;
    observation.question = hostTcpSockets.ask(plan.subject()).key;
    observation.out = "State Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n" + lines;
    FactStore facts;
    facts.add(hostTcpSockets, observation);
    const auto table = facts.last(hostTcpSockets, plan.subject());
    QVERIFY(table.has_value());
    QCOMPARE(table->value.sockets.size(), lines.count('\n'));

    const NbdSockets found = findNbdSockets(plan.disks.first(), qemu, table->value);
    QCOMPARE(found.client != nullptr, client);
    QCOMPARE(found.server != nullptr, local);
    if (found.client)
        QVERIFY(found.client->ownedBy(qemu));
    QCOMPARE(nbdPeerPid(plan.disks.first(), plan, facts), local ? server : 0);
    // Only a server that runs here can be looked at.
    const QList<Planned> asked = planRound(plan, facts, 1);
    const bool looked = std::any_of(asked.begin(), asked.end(), [](const Planned &item) {
        return item.probe == &processStatus && item.subject.pid == server;
    });
    QCOMPARE(looked, local);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestNbdSockets)
#include "tst_nbd_sockets.moc"
