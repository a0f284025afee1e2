// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a monitor may send, over a real socket.
#include "hypervisor/qmp_client.h"

#include "support/await.h"
#include "support/monitor_server.h"
#include "transport/local_transport.h"

#include <QElapsedTimer>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray greeting = "{\"QMP\":{\"version\":{},\"capabilities\":[]}}\n";
static const QByteArray agreed = "{\"return\":{}}\n";
static const QByteArray clockEvent = "{\"event\":\"RTC_CHANGE\",\"data\":{\"offset\":78}}\n";

class TestQmpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repliesAmongEvents();
    void endless_data();
    void endless();
    void tooMuch();

private:
    LocalTransport m_local;
};

static Task<Result<QList<Result<QByteArray>>>> converse(
    Transport *transport, QByteArray path, QList<QByteArray> commands, Deadline deadline)
{
    auto channel = co_await transport->openUnixSocket(path, deadline);
    if (!channel)
        co_return std::unexpected(channel.error());
    QmpClient client(*std::move(channel));
    if (const auto ready = co_await client.negotiate(deadline); !ready)
        co_return std::unexpected(ready.error());
    co_return co_await client.execute(commands, deadline);
}

static QByteArray reply(int id)
{
    return "{\"return\":{\"of\":" + QByteArray::number(id) + "},\"id\":" + QByteArray::number(id)
        + "}\n";
}

void TestQmpClient::repliesAmongEvents()
{
    QByteArray said = greeting + clockEvent + agreed;
    QList<QByteArray> commands;
    for (int i = 0; i < 20; ++i) { // more than are in flight at once
        said += clockEvent + clockEvent + reply(i);
        commands.append("{\"execute\":\"query-status\"}");
    }
    const MonitorServer server(said);
    const auto replies = await(converse(&m_local, server.path(), commands, deadlineIn(10s)));
    VERIFY_RESULT(replies);
    QCOMPARE(replies->size(), 20);
    for (int i = 0; i < 20; ++i) {
        VERIFY_RESULT(replies->at(i));
        QCOMPARE(*replies->at(i) + '\n', reply(i));
    }
}

void TestQmpClient::endless_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("forever");
    QTest::addColumn<int>("replies");
    QTest::newRow("before its word") << greeting << "{}\n"_ba << 0;
    QTest::newRow("empty objects") << greeting + agreed << "{}\n"_ba << 1;
    QTest::newRow("empty lines") << greeting + agreed << "\n"_ba << 1;
    QTest::newRow("junk") << greeting + agreed << "a\n[[[\n{\"id\":0\n"_ba << 1;
    QTest::newRow("events after a reply") << greeting + agreed + reply(0) << clockEvent << 2;
}

// A line is always there, and still the deadline holds and others have their turn.
void TestQmpClient::endless()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, forever);
    QFETCH(int, replies);
    const MonitorServer server(first, forever.repeated(65536 / forever.size()));
    int ticks = 0;
    QTimer others;
    connect(&others, &QTimer::timeout, this, [&ticks] { ++ticks; });
    others.start(1ms);
    QElapsedTimer clock;
    clock.start();
    const auto given = await(converse(&m_local, server.path(),
        {"{\"execute\":\"query-status\"}", "{\"execute\":\"query-blockstats\"}"},
        deadlineIn(500ms)));
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(ticks > 10, qPrintable(QString::number(ticks)));
    QCOMPARE(given ? int(given->size()) : 0, replies);
    if (given)
        QVERIFY(!given->last());
}

void TestQmpClient::tooMuch()
{
    const MonitorServer server(
        greeting + agreed, "{\"event\":\"" + QByteArray(500'000, 'x') + "\"}\n");
    const auto given = await(
        converse(&m_local, server.path(), {"{\"execute\":\"query-status\"}"}, deadlineIn(60s)));
    VERIFY_RESULT(given);
    QVERIFY(!given->last());
    QVERIFY(given->last().error().text().contains(u"64 MiB"_s));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestQmpClient)
#include "tst_qmp_client.moc"
