// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the side channels, and when.
#include "path/round_plan.h"

#include "path/network_plan.h"
#include "plans.h"
#include "probes/catalogue.h"

#include <QTest>

namespace plumbline {

static const char alive[] = "{\"return\":{}}\n";

class TestSideChannelPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSilentAgentIsOnlyPinged();
    void anAnsweringAgentIsAskedMore();
    void detailsAreAskedSeldom();
    void aFrozenAgentIsSpared();
    void afterTheThawDetailsAreAskedAnew();
    void agentQuestionsShareAVirsh();
    void networkNeedsAnInterface_data();
    void networkNeedsAnInterface();
    void libvirtNamesTheTaps();
    void namesThatNoKernelGives();

private:
    DomainPlan m_plan;
    FactStore m_facts;
    WallTime m_time{milliseconds(1'763'725'364'000)};

    void says(const ProbeBase &probe, const QByteArray &text)
    {
        Observation observation;
        observation.question = probe.ask(m_plan.subject()).key;
        observation.started = m_time;
        observation.out = text;
        m_facts.add(probe, observation);
        m_time += milliseconds(5000);
    }
    QList<Planned> planned(int round) const { return planRound(m_plan, m_facts, round); }
    QStringList agentQuestions(int round) const
    {
        QStringList names;
        for (const Planned &item : planned(round)) {
            const QString id = QString::fromLatin1(item.probe->id());
            if (id.startsWith(QLatin1String("guest-agent.")))
                names.append(id.section(u'.', 1));
        }
        return names;
    }
};

void TestSideChannelPlan::init()
{
    m_plan = *planFromProcess(processOf(QStringLiteral("libvirt_nbd_and_file.txt")));
    m_plan.virshUri = "qemu:///system";
    m_facts = FactStore();
}

void TestSideChannelPlan::aSilentAgentIsOnlyPinged()
{
    const QStringList ping{QStringLiteral("ping")};
    QCOMPARE(agentQuestions(0), ping);
    says(guestAgentPing, alive);
    says(guestAgentPing, "error: Guest agent is not responding\n");
    QCOMPARE(agentQuestions(2), ping);
}

void TestSideChannelPlan::anAnsweringAgentIsAskedMore()
{
    says(guestAgentPing, alive);
    QCOMPARE(agentQuestions(1),
        QStringList({QStringLiteral("ping"), QStringLiteral("freeze"), QStringLiteral("info"),
            QStringLiteral("uptime"), QStringLiteral("disks")}));
}

void TestSideChannelPlan::detailsAreAskedSeldom()
{
    says(guestAgentPing, alive);
    says(guestAgentFreeze, "{\"return\":\"thawed\"}\n");
    // Refused is asked as well: it is not asked again and again.
    says(guestAgentInfo, "{\"error\":{\"class\":\"GenericError\",\"desc\":\"no\"}}\n");
    int asked = 0;
    for (int round = 2; round < 242; ++round)
        asked += int(agentQuestions(round).contains(QLatin1String("info")));
    QCOMPARE(asked, 10);
    QCOMPARE(agentQuestions(2), QStringList({QStringLiteral("ping"), QStringLiteral("freeze")}));
}

void TestSideChannelPlan::aFrozenAgentIsSpared()
{
    says(guestAgentPing, alive);
    says(guestAgentFreeze, "{\"return\":\"frozen\"}\n");
    QCOMPARE(agentQuestions(1), QStringList({QStringLiteral("ping"), QStringLiteral("freeze")}));
}

void TestSideChannelPlan::afterTheThawDetailsAreAskedAnew()
{
    says(guestAgentPing, alive);
    says(guestAgentInfo, "{\"return\":{\"version\":\"10\",\"supported_commands\":[]}}\n");
    says(guestAgentFreeze, "{\"return\":\"frozen\"}\n");
    says(guestAgentFreeze, "{\"return\":\"thawed\"}\n");
    QVERIFY(agentQuestions(5).contains(QLatin1String("info")));
    says(guestAgentFreeze, "{\"return\":\"thawed\"}\n");
    QVERIFY(!agentQuestions(6).contains(QLatin1String("info")));
}

void TestSideChannelPlan::agentQuestionsShareAVirsh()
{
    says(guestAgentPing, alive);
    for (const Planned &item : planned(1)) {
        if (item.probe->stage() != Stage::Agent)
            continue;
        const Question question = item.probe->ask(item.subject);
        const auto &command = std::get<VirshCommand>(question.ask);
        QCOMPARE(command.group, "agent");
        QVERIFY(!command.words.join(' ').contains("fsinfo"));
    }
}

void TestSideChannelPlan::networkNeedsAnInterface_data()
{
    QTest::addColumn<QByteArray>("netdev");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("none") << QByteArray() << false << QByteArray();
    QTest::newRow("user") << QByteArray("user,id=n0") << false << QByteArray();
    QTest::newRow("named tap") << QByteArray("tap,id=n0,ifname=tap3") << true << QByteArray("tap3");
    QTest::newRow("tap passed open")
        << QByteArray(R"({"type":"tap","fd":"33","id":"hostnet0"})") << true << QByteArray();
    QTest::newRow("vhost-user") << QByteArray("vhost-user,id=n0,chardev=c") << false
                                << QByteArray();
}

void TestSideChannelPlan::networkNeedsAnInterface()
{
    QFETCH(QByteArray, netdev);
    QFETCH(bool, asked);
    QFETCH(QByteArray, name);
    ListedProcess process = processOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    if (!netdev.isEmpty())
        process.arguments += {"-netdev", netdev};
    m_plan = *planFromProcess(process);
    bool found = false;
    for (const Planned &item : planned(0)) {
        if (item.probe != &hostNetwork)
            continue;
        found = true;
        const auto words = std::get<HostCommand>(item.probe->ask(item.subject).ask).argv;
        QCOMPARE(words.sliced(4).join(' '), (QByteArray("341 ") + name).trimmed());
    }
    QCOMPARE(found, asked);
}

void TestSideChannelPlan::libvirtNamesTheTaps()
{
    ListedProcess process = processOf(QStringLiteral("libvirt_nbd_and_file.txt"));
    process.arguments
        += {"-netdev", R"({"type":"tap","fd":"33","vhost":true,"vhostfd":"35","id":"hostnet0"})"};
    m_plan = *planFromProcess(process);
    QCOMPARE(m_plan.networks.size(), 1);
    DomainXml xml;
    xml.interfaces = {{"network", "vnet0", "net0"}, {"direct", "macvtap1", "net1"},
        {"user", {}, "net2"}, {"hostdev", {}, "hostdev0"}};
    refinePlan(m_plan, xml);
    QCOMPARE(m_plan.networks.size(), 4);
    QCOMPARE(m_plan.networks.at(0).interface, "vnet0");
    QVERIFY(m_plan.networks.at(0).vhost);
    QVERIFY(!m_plan.networks.at(1).vhost);
    QCOMPARE(m_plan.networks.at(2).where, NetworkPlan::UserMode);
    QCOMPARE(m_plan.networks.at(3).where, NetworkPlan::Elsewhere);
    QCOMPARE(networkSubject(m_plan).part, "vnet0 macvtap1 ");
    // Unplugged, while QEMU's command line stays as it was.
    refinePlan(m_plan, DomainXml());
    QVERIFY(m_plan.networks.isEmpty());
}

void TestSideChannelPlan::namesThatNoKernelGives()
{
    for (const char *name :
        {"../../tmp/x", "..", ".", "a b", "a\nb", "eth0:1", "sixteen-letters-", ""})
        m_plan.networks.append({NetworkPlan::OnHost, "network", {}, name, false});
    QCOMPARE(networkSubject(m_plan).part, QByteArray());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestSideChannelPlan)
#include "tst_side_channel_plan.moc"
