// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A libvirt that hangs is left alone for a while: each question that it does not answer holds one
// of its few worker threads.
#include "investigation/investigation.h"

#include "support/await.h"
#include "support/libvirt_host.h"
#include "support/scripted_asker.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

static Task<Result<bool>> sampled(Investigation *investigation)
{
    co_return co_await investigation->sample(Deadline(Deadline::Forever));
}

static Task<Result<HostSurvey>> surveyed(Asker *asker, FactStore *facts, bool withLibvirt)
{
    co_return co_await surveyHost(asker, facts, Deadline(Deadline::Forever), withLibvirt);
}

static QList<QString> virshKeys(const QList<Question> &questions)
{
    QList<QString> keys;
    for (const Question &question : questions) {
        if (std::holds_alternative<VirshCommand>(question.ask))
            keys.append(question.key.section(u'/', 0, 0));
    }
    return keys;
}

class TestLibvirtRest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void restsLongerEachTime();
    void asksAllAgainOnceItAnswers();
    void aRefusalIsNoHang();
    void restsOnlyWhatNeedsLibvirt();

    void surveyWithoutLibvirtAsksItNothing();
    void theLastListStays_data();
    void theLastListStays();
    void whatEndedSinceIsNotSaidToRun();
    void withoutAnyListThereIsNone();

private:
    LibvirtHost m_host;
    std::unique_ptr<ScriptedAsker> m_asker;
    std::unique_ptr<Investigation> m_investigation;
    /// What libvirt was asked in each of so many rounds: the number of its questions.
    QList<qsizetype> ask(int rounds);
};

void TestLibvirtRest::init()
{
    m_investigation.reset();
    m_host = LibvirtHost();
    m_asker = std::make_unique<ScriptedAsker>(
        [this](const Question &question, Observation &observation) {
            m_host.answer(question, observation);
        });
    Target target;
    target.domain = u"guest1"_s;
    m_investigation = std::make_unique<Investigation>(m_asker.get(), target);
    VERIFY_RESULT(await(m_investigation->discover(Deadline(Deadline::Forever))));
    m_asker->asked.clear();
}

QList<qsizetype> TestLibvirtRest::ask(int rounds)
{
    QList<qsizetype> counts;
    for (int i = 0; i < rounds; ++i) {
        m_asker->time += milliseconds(5000);
        const auto done = await(sampled(m_investigation.get()));
        if (!done.value_or(false))
            return {};
        counts.append(virshKeys(m_asker->asked.last()).size());
    }
    return counts;
}

void TestLibvirtRest::restsLongerEachTime()
{
    m_host.libvirt = LibvirtHost::Hangs;
    const QList<qsizetype> first = ask(1);
    QCOMPARE(first.size(), 1);
    QVERIFY(first.first() > 4);
    // Twelve rounds of silence, one question, twenty-four, one question, …
    for (const int rest : {12, 24, 48, 96}) {
        const QList<qsizetype> quiet = ask(rest);
        QCOMPARE(quiet.size(), rest);
        QCOMPARE(quiet.count(0), rest);
        QCOMPARE(ask(1), QList<qsizetype>{1});
        QCOMPARE(virshKeys(m_asker->asked.last()), {u"libvirt.domain-control"_s});
        m_asker->asked.clear();
    }
}

void TestLibvirtRest::asksAllAgainOnceItAnswers()
{
    // The first round looks for devices as well.
    const qsizetype usual = ask(2).value(1);
    m_host.libvirt = LibvirtHost::Hangs;
    QCOMPARE(ask(13).count(0), 12);
    m_host.libvirt = LibvirtHost::Answers;
    QCOMPARE(ask(3), (QList<qsizetype>{1, usual, usual}));
    // And from the beginning, should it hang again.
    m_host.libvirt = LibvirtHost::Hangs;
    QCOMPARE(ask(14).count(0), 12);
}

void TestLibvirtRest::aRefusalIsNoHang()
{
    m_host.libvirt = LibvirtHost::Refuses;
    const QList<qsizetype> counts = ask(20);
    QCOMPARE(counts.size(), 20);
    QCOMPARE(counts.count(0), 0);
    QCOMPARE(counts.count(1), 0);
}

void TestLibvirtRest::restsOnlyWhatNeedsLibvirt()
{
    m_host.libvirt = LibvirtHost::Hangs;
    ask(3);
    const QList<Question> &asked = m_asker->asked.last();
    QVERIFY(std::any_of(asked.begin(), asked.end(),
        [](const Question &question) { return question.key.startsWith(u"process.status/"_s); }));
    // What is not asked is known to nobody: an older answer does not pass for a new one.
    for (const SideChannel &channel : m_investigation->diagnosis().sideChannels) {
        if (channel.kind == SideChannel::Libvirt) {
            QCOMPARE(channel.verdict.state, State::Unknown);
            QVERIFY(channel.verdict.reason.text().contains(u"left alone"_s));
        }
    }
    QVERIFY(m_investigation->diagnosis().domainState.isEmpty());
}

void TestLibvirtRest::surveyWithoutLibvirtAsksItNothing()
{
    FactStore facts;
    VERIFY_RESULT(await(surveyed(m_asker.get(), &facts, true)));
    QCOMPARE(virshKeys(m_asker->asked.last()).size(), 2);
    VERIFY_RESULT(await(surveyed(m_asker.get(), &facts, false)));
    QCOMPARE(virshKeys(m_asker->asked.last()).size(), 0);
}

void TestLibvirtRest::theLastListStays_data()
{
    QTest::addColumn<bool>("withLibvirt");
    QTest::addColumn<LibvirtHost::Libvirt>("libvirt");
    QTest::addColumn<QString>("why");
    QTest::newRow("rests") << false << LibvirtHost::Answers << u"left alone"_s;
    QTest::newRow("hangs") << true << LibvirtHost::Hangs << u"no answer"_s;
    QTest::newRow("is stopped") << true << LibvirtHost::Refuses << u"failed to connect"_s;
}

void TestLibvirtRest::theLastListStays()
{
    QFETCH(bool, withLibvirt);
    QFETCH(LibvirtHost::Libvirt, libvirt);
    QFETCH(QString, why);
    FactStore facts;
    const auto before = await(surveyed(m_asker.get(), &facts, true));
    VERIFY_RESULT(before);
    QCOMPARE(before->entries.size(), 2);
    QVERIFY(!before->libvirtSilent);
    QCOMPARE(before->libvirtListed, m_asker->time);
    m_host.libvirt = libvirt;
    const WallTime listed = m_asker->time;
    // Longer than facts are kept.
    for (int i = 0; i < 6; ++i) {
        m_asker->time += milliseconds(30000);
        const auto after = await(surveyed(m_asker.get(), &facts, withLibvirt));
        VERIFY_RESULT(after);
        QCOMPARE(after->entries, before->entries);
        QCOMPARE(after->entries.at(1).runState, u"shut off"_s);
        QVERIFY(after->libvirtSilent->silence.why.text().contains(why));
        QCOMPARE(after->libvirtListed, listed);
    }
    m_host.libvirt = LibvirtHost::Answers;
    const auto again = await(surveyed(m_asker.get(), &facts, true));
    VERIFY_RESULT(again);
    QVERIFY(!again->libvirtSilent);
    QCOMPARE(again->libvirtListed, m_asker->time);
}

void TestLibvirtRest::whatEndedSinceIsNotSaidToRun()
{
    FactStore facts;
    VERIFY_RESULT(await(surveyed(m_asker.get(), &facts, true)));
    m_host.pid = 0;
    const auto after = await(surveyed(m_asker.get(), &facts, false));
    VERIFY_RESULT(after);
    QCOMPARE(after->entries.size(), 2);
    for (const DomainEntry &entry : after->entries) {
        QCOMPARE(entry.pid, 0);
        QCOMPARE(entry.runState, entry.name == u"guest1" ? QString() : u"shut off"_s);
    }
    // Libvirt, when it answers, may know better than our eyes.
    const auto again = await(surveyed(m_asker.get(), &facts, true));
    VERIFY_RESULT(again);
    QCOMPARE(again->entries.first().runState, u"running"_s);
}

void TestLibvirtRest::withoutAnyListThereIsNone()
{
    FactStore facts;
    m_host.libvirt = LibvirtHost::Hangs;
    const auto survey = await(surveyed(m_asker.get(), &facts, true));
    VERIFY_RESULT(survey);
    QVERIFY(!survey->libvirtListed);
    QCOMPARE(survey->entries.size(), 1);
    QCOMPARE(survey->entries.first().runState, u"running"_s);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLibvirtRest)
#include "tst_libvirt_rest.moc"
