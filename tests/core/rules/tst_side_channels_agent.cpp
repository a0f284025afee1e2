// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Connected, silent, frozen, or refusing some commands: none of it is about IO.
#include "side_channel_story.h"

namespace plumbline {

static const char alive[] = "{\"return\":{}}\n";
static const char frozen[] = "{\"return\":\"frozen\"}\n";
static const char thawed[] = "{\"return\":\"thawed\"}\n";

class TestAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAPing();
    void whatItTells();
    void disabledCommands();
    void frozenIsPaused();
    void frozenByItsRefusal();
    void thawedAgain();
    void detailsThatCameTooLateAreNoHang();
    void silences_data();
    void silences();
    void notUnderLibvirt();

private:
    static Story answering();
};

Story TestAgent::answering()
{
    Story story(Story::NbdSocket);
    return story.says(guestAgentPing, story.plan.subject(), alive);
}

void TestAgent::onlyAPing()
{
    const Verdict verdict = channelOf(answering(), SideChannel::GuestAgent);
    QCOMPARE(verdict.state, State::Healthy);
    QCOMPARE(reasonOf(verdict), QStringLiteral("answers guest-ping, which needs no disk"));
}

void TestAgent::whatItTells()
{
    Story story = answering();
    const Subject domain = story.plan.subject();
    story.says(guestAgentFreeze, domain, thawed);
    story.says(guestAgentInfo, domain, fixture("agent_info/good.qemu_10.txt"));
    story.says(guestAgentDisks, domain, fixture("agent_disks/good.qemu_10.txt"));
    story.says(guestAgentUptime, domain, fixture("agent_cpus/good.two.txt"));
    story.at(120).says(guestAgentPing, domain, alive);
    const Verdict verdict = channelOf(story, SideChannel::GuestAgent);
    QCOMPARE(verdict.state, State::Healthy);
    QVERIFY2(reasonOf(verdict).contains(QStringLiteral(
                 "; version 10.0.13; its kernel has been up for 2 min 52 s; the guest "
                 "counts no request in flight (at ")),
        qPrintable(reasonOf(verdict)));
    QCOMPARE(verdict.evidence.size(), 4);
    QByteArray holding = fixture("agent_disks/good.qemu_10.txt");
    story.says(guestAgentDisks, domain, holding.replace("\"ios-pgr\":0", "\"ios-pgr\":3"));
    const QString reason = reasonOf(channelOf(story, SideChannel::GuestAgent));
    QVERIFY2(reason.contains(QStringLiteral("request(s) in flight on ")), qPrintable(reason));
}

void TestAgent::disabledCommands()
{
    Story story = answering();
    const Subject domain = story.plan.subject();
    story.says(guestAgentInfo, domain, fixture("agent_info/good.disabled.txt"));
    QVERIFY(reasonOf(channelOf(story, SideChannel::GuestAgent))
            .contains(QStringLiteral("3 of its 43 command(s) disabled: guest-exec, "
                                     "guest-exec-status, guest-file-open")));
    QByteArray more = fixture("agent_info/good.disabled.txt");
    more.replace("{\"enabled\":true,\"name\":\"guest-get-time\"",
        "{\"enabled\":false,\"name\":\"guest-get-time\"");
    story.says(guestAgentInfo, domain, more);
    const QString reason = reasonOf(channelOf(story, SideChannel::GuestAgent));
    QVERIFY2(reason.contains(QStringLiteral("4 of its 43")), qPrintable(reason));
    QVERIFY2(reason.endsWith(QStringLiteral("guest-file-open, …")), qPrintable(reason));
}

void TestAgent::frozenIsPaused()
{
    Story story = answering();
    story.says(guestAgentFreeze, story.plan.subject(), frozen);
    const Verdict verdict = channelOf(story, SideChannel::GuestAgent);
    QCOMPARE(verdict.state, State::Unknown);
    QCOMPARE(verdict.modifier, Modifier::Paused);
    QVERIFY(reasonOf(verdict).contains(QStringLiteral("frozen")));
    QCOMPARE(verdict.evidence.size(), 2);
}

void TestAgent::frozenByItsRefusal()
{
    Story story = answering();
    // QEMU 10 refuses with the same words what its configuration forbids and what waits for the
    // thaw.
    complains(story, guestAgentUptime,
        "error: guest agent command failed: unable to execute QEMU agent command "
        "'guest-get-cpustats': Command guest-get-cpustats has been disabled: the command is not "
        "allowed");
    complains(story, guestAgentFreeze,
        "error: internal error: unable to execute QEMU agent command 'guest-fsfreeze-status': "
        "Command guest-fsfreeze-status has been disabled");
    QCOMPARE(channelOf(story, SideChannel::GuestAgent).state, State::Healthy);
    complains(story, guestAgentUptime,
        "error: internal error: unable to execute QEMU agent command 'guest-get-cpustats': "
        "Command guest-get-cpustats has been disabled: the agent is in frozen state");
    QCOMPARE(channelOf(story, SideChannel::GuestAgent).modifier, Modifier::Paused);
}

void TestAgent::thawedAgain()
{
    Story story = answering();
    story.says(guestAgentFreeze, story.plan.subject(), frozen);
    story.secondLook().says(guestAgentFreeze, story.plan.subject(), thawed);
    QCOMPARE(channelOf(story, SideChannel::GuestAgent).state, State::Healthy);
}

void TestAgent::detailsThatCameTooLateAreNoHang()
{
    const QString late = QStringLiteral("no answer within 3.3 s");
    Story story = answering();
    for (const ProbeBase *probe : std::initializer_list<const ProbeBase *>{
             &guestAgentFreeze, &guestAgentInfo, &guestAgentUptime})
        story.silent(*probe, story.plan.subject(), Silence::TimedOut, late);
    QVERIFY(findHangs(story.facts).isEmpty());
    // A virsh that hangs does so at the ping, too.
    story.silent(guestAgentPing, story.plan.subject(), Silence::TimedOut, late);
    QCOMPARE(findHangs(story.facts).size(), 1);
}

void TestAgent::silences_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("text");
    const QByteArray silent = "error: Guest agent is not responding: ";
    QTest::newRow("killed") << silent + "QEMU guest agent is not connected"
                            << QStringLiteral("not connected: weak evidence");
    QTest::newRow("stopped") << QByteArray(
        "error: guest agent command timed out: guest agent didn't respond to command "
        "within '1' seconds") << QStringLiteral("does not respond: weak evidence");
    QTest::newRow("stopped, second time")
        << silent + "guest agent didn't respond to synchronization within '1' seconds"
        << QStringLiteral("does not respond: weak evidence");
    QTest::newRow("somebody freezes")
        << QByteArray("error: Timed out during operation: cannot acquire state change lock (held "
                      "by agent=remoteDispatchDomainFSFreeze)")
        << QStringLiteral("another call holds its agent: virsh domfsfreeze "
                          "(remoteDispatchDomainFSFreeze), it waits for the guest's agent");
    QTest::newRow("none configured")
        << QByteArray("error: argument unsupported: QEMU guest agent is not configured")
        << QStringLiteral("QEMU guest agent is not configured");
}

void TestAgent::silences()
{
    QFETCH(QByteArray, error);
    QFETCH(QString, text);
    // It answered once, and what it told then does not hide that it is silent now.
    Story story = answering();
    story.says(guestAgentInfo, story.plan.subject(), fixture("agent_info/good.qemu_10.txt"));
    complains(story, guestAgentPing, error);
    const Verdict verdict = channelOf(story, SideChannel::GuestAgent);
    QCOMPARE(verdict.state, State::Unknown);
    QVERIFY2(reasonOf(verdict).contains(text), qPrintable(reasonOf(verdict)));
    QCOMPARE(verdict.evidence.size(), 1);
}

void TestAgent::notUnderLibvirt()
{
    Story story(Story::NbdSocket);
    story.plan.virshUri.clear();
    story.plan.hasAgentChannel = true;
    QVERIFY(reasonOf(channelOf(story, SideChannel::GuestAgent))
            .contains(QStringLiteral("serves one client")));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestAgent)
#include "tst_side_channels_agent.moc"
