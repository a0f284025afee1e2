// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_transport.h"

#include "support/await.h"
#include "support/run_command.h"
#include "support/scripted_prompter.h"
#include "support/test_sshd.h"
#include "support/verify.h"

#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using LinkState = Transport::LinkState;

/// The way to a host that is not reached directly: jump hosts and proxy commands.
class TestSshRoute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void jumpHost();
    void twoJumpHosts();
    void jumpHostDeclined();
    void jumpHostThatIsDown();
    void jumpHostDies();
    void proxyCommand();
    void proxyCommandThatFails();

private:
    TestSshd m_sshd;
    ScriptedPrompter m_prompter;
};

void TestSshRoute::initTestCase()
{
    REQUIRE_HERE(!TestSshd::program().isEmpty(), "no sshd is installed");
    QVERIFY(m_sshd.start());
}

void TestSshRoute::init()
{
    m_prompter = {};
    QFile::remove(m_sshd.knownHosts());
    m_sshd.makeKnown();
}

void TestSshRoute::jumpHost()
{
    TestSshd inner;
    QVERIFY(inner.start());
    const QByteArray knownHosts = m_sshd.knownHosts().toLocal8Bit();
    m_sshd.setConfig(m_sshd.hostEntry("outer", {}, 0)
        + inner.hostEntry(
            "lab", "  ProxyJump outer\n  UserKnownHostsFile " + knownHosts + '\n', 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();

    m_prompter.hostKeyAnswers = {true}; // for the inner host alone
    SshTransport host(address, &m_prompter);
    const auto answer = await(runCommand(&host, "echo $SSH_CONNECTION; head -c 5000000 /dev/zero"));
    VERIFY_RESULT(answer);
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 1);
    QCOMPARE(m_prompter.hostKeyQuestions.first().host, u"[127.0.0.1]:%1"_s.arg(inner.port()));
    QVERIFY(answer->out.first(200).contains(QByteArray::number(inner.port())));
    QVERIFY(answer->out.size() > 5'000'000);
}

void TestSshRoute::twoJumpHosts()
{
    TestSshd middle;
    TestSshd inner;
    QVERIFY(middle.start() && inner.start());
    middle.makeKnown();
    inner.makeKnown();
    m_sshd.setConfig(m_sshd.hostEntry("outer", {}, 0) + middle.hostEntry("middle", {}, 0)
        + inner.hostEntry("lab", "  ProxyJump outer,middle\n", 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    const auto answer = await(runCommand(&host, "echo there"));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "there\n");
}

void TestSshRoute::jumpHostDeclined()
{
    TestSshd inner;
    QVERIFY(inner.start());
    inner.makeKnown();
    QFile::remove(m_sshd.knownHosts());
    m_sshd.setConfig(
        m_sshd.hostEntry("outer", {}, 0) + inner.hostEntry("lab", "  ProxyJump outer\n", 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    QVERIFY(!await(host.connectLink(deadlineIn(5s))));
    QVERIFY(host.linkNeedsHuman());
    QVERIFY(!await(runCommand(&host, "true")));
    QCOMPARE(m_prompter.hostKeyQuestions.size(), 1);
    // The human's own wish asks again, for the hosts on the way too.
    m_prompter.hostKeyAnswers = {true};
    VERIFY_RESULT(await(host.connectLink(deadlineIn(5s))));
    QVERIFY(!host.linkNeedsHuman());
}

void TestSshRoute::jumpHostThatIsDown()
{
    TestSshd inner;
    QVERIFY(inner.start());
    inner.makeKnown();
    m_sshd.setConfig(
        m_sshd.hostEntry("outer", {}, 1) + inner.hostEntry("lab", "  ProxyJump outer\n", 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    VERIFY_CONTAINS(connected.error().text(), u"By way of outer"_s);
    VERIFY_CONTAINS(connected.error().text(), u"refuses connections"_s);
}

void TestSshRoute::jumpHostDies()
{
    TestSshd outer;
    QVERIFY(outer.start());
    outer.makeKnown();
    m_sshd.setConfig(
        outer.hostEntry("outer", {}, 0) + m_sshd.hostEntry("lab", "  ProxyJump outer\n", 0));
    SshAddress address;
    address.host = u"lab"_s;
    address.configFile = m_sshd.configFile();
    SshTransport host(address, &m_prompter);
    VERIFY_RESULT(await(runCommand(&host, "true")));
    outer.stop();
    QTRY_COMPARE_WITH_TIMEOUT(host.linkState(), LinkState::Down, linkLossNoticed);
    QVERIFY(outer.start());
    VERIFY_RESULT(await(runCommand(&host, "true")));
}

void TestSshRoute::proxyCommand()
{
    SshTransport host(m_sshd.address("  ProxyCommand socat - TCP:%h:%p\n"), &m_prompter);
    const auto answer = await(runCommand(&host, "wc -c", QByteArray(3'000'000, 'x')));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->out, "3000000\n");
}

void TestSshRoute::proxyCommandThatFails()
{
    SshTransport host(
        m_sshd.address("  ProxyCommand echo no gate here >&2; exit 1\n"), &m_prompter);
    const auto connected = await(host.connectLink(deadlineIn(5s)));
    QVERIFY(!connected);
    VERIFY_CONTAINS(connected.error().text(), u"no gate here"_s);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSshRoute)
#include "tst_ssh_route.moc"
