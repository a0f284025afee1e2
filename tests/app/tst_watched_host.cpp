// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A host in the list on the left, whose libvirt hangs.
#include "watched_host.h"

#include "support/libvirt_host.h"
#include "support/scripted_asker.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWatchedHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsListWhileLibvirtRests();
    void restsWhilePaused();
    void keepsAVerdictWithItsProcess();
};

static bool asksLibvirt(const QList<Question> &questions)
{
    return std::any_of(questions.begin(), questions.end(), [](const Question &question) {
        return std::holds_alternative<VirshCommand>(question.ask);
    });
}

void TestWatchedHost::keepsItsListWhileLibvirtRests()
{
    LibvirtHost host;
    auto owned
        = std::make_unique<ScriptedAsker>([&](const Question &question, Observation &observation) {
              host.answer(question, observation);
          });
    ScriptedAsker *asker = owned.get();
    WatchedHost watched(Target{}, std::make_unique<HostSession>(std::move(owned)));
    watched.setInterval(1ms);
    QStringList problems;
    QList<bool> complete;
    connect(&watched, &WatchedHost::changed, this, [&] {
        problems.append(watched.entry().problem.text());
        const QList<DomainEntry> &domains = watched.entry().domains;
        complete.append(domains.size() == 2 && domains.at(0).runState == u"running"
            && domains.at(1).runState == u"shut off");
        // A minute passes from one survey to the next.
        asker->time += 60s;
        host.libvirt = problems.size() < 10 ? LibvirtHost::Hangs : LibvirtHost::Answers;
    });
    watched.start();
    QTRY_VERIFY(problems.size() > 20);
    QCOMPARE(complete.count(false), 0);
    QCOMPARE(problems.at(0), QString());
    QCOMPARE(problems.at(1), u"no answer within 2 s; its list of domains is 1 min 0 s old"_s);
    QCOMPARE(problems.at(2),
        u"libvirt hung lately and is left alone for a while; its list of domains is 2 min 0 s old"_s);
    QCOMPARE(problems.last(), QString());
    QCOMPARE(watched.entry().lastAnswer, asker->time - 60s);
    // Asked, hangs, rest of one, hangs, rest of two, hangs, rest of four, …
    QList<bool> asked;
    for (int i = 0; i < 18; ++i)
        asked.append(asksLibvirt(asker->asked.at(i)));
    QCOMPARE(asked,
        (QList<bool>{true, true, false, true, false, false, true, false, false, false, false, true,
            true, true, true, true, true, true}));
}

void TestWatchedHost::restsWhilePaused()
{
    LibvirtHost host;
    auto owned
        = std::make_unique<ScriptedAsker>([&](const Question &question, Observation &observation) {
              host.answer(question, observation);
          });
    const ScriptedAsker *asker = owned.get();
    WatchedHost watched(Target{}, std::make_unique<HostSession>(std::move(owned)));
    watched.setInterval(1ms);
    watched.start();
    // One that is not paused is the clock: what it is asked in the meantime the other is not.
    auto beside
        = std::make_unique<ScriptedAsker>([&](const Question &question, Observation &observation) {
              host.answer(question, observation);
          });
    const ScriptedAsker *clock = beside.get();
    WatchedHost other(Target{}, std::make_unique<HostSession>(std::move(beside)));
    other.setInterval(1ms);
    other.start();
    QTRY_VERIFY(asker->asked.size() > 3);
    watched.setPaused(true);
    const auto pass = [clock](qsizetype surveys) {
        const qsizetype before = clock->asked.size();
        QTRY_VERIFY(clock->asked.size() >= before + surveys);
    };
    pass(2); // one may be under way
    const qsizetype asked = asker->asked.size();
    pass(20);
    QCOMPARE(asker->asked.size(), asked);
    watched.refreshNow();
    QTRY_COMPARE(asker->asked.size(), asked + 1);
    pass(20);
    QCOMPARE(asker->asked.size(), asked + 1);
    watched.setPaused(false);
    QTRY_VERIFY(asker->asked.size() > asked + 3);
}

void TestWatchedHost::keepsAVerdictWithItsProcess()
{
    LibvirtHost host;
    auto owned
        = std::make_unique<ScriptedAsker>([&](const Question &question, Observation &observation) {
              host.answer(question, observation);
          });
    WatchedHost watched(Target{}, std::make_unique<HostSession>(std::move(owned)));
    QSignalSpy changed(&watched, &WatchedHost::changed);
    watched.start();
    QTRY_VERIFY(changed.size() > 0);
    const auto first = [&watched] { return watched.entry().domains.at(0); };

    // Of a namesake on the same host.
    Diagnosis diagnosis;
    diagnosis.domainName = u"guest1"_s;
    diagnosis.taken = WallTime(1'000'000'000s);
    diagnosis.disks.resize(1);
    diagnosis.disks[0].summary.verdict = State::Stalled;
    watched.noteVerdict(diagnosis, 99);
    QVERIFY(!first().verdict);
    watched.noteVerdict(diagnosis, 341);
    QCOMPARE(first().verdict, State::Stalled);
    QCOMPARE(first().judged, diagnosis.taken);

    const auto survey = [&] {
        changed.clear();
        watched.refreshNow();
        return QTest::qWaitFor([&] { return changed.size() > 0; });
    };
    QVERIFY(survey());
    QCOMPARE(first().verdict, State::Stalled);
    QCOMPARE(first().judged, diagnosis.taken);
    host.pid = 977;
    QVERIFY(survey());
    QCOMPARE(first().pid, 977);
    QVERIFY(!first().verdict);
    QVERIFY(!first().judged);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestWatchedHost)
#include "tst_watched_host.moc"
