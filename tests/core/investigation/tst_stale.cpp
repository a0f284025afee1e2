// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A link that dies in the middle: what was known stays, with its age.
#include "investigation/diagnose.h"
#include "investigation/investigation.h"

#include "incident/diagnosis_text.h"
#include "support/await.h"
#include "support/scripted_asker.h"
#include "transport/recorded_host.h"

#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

/// Answers from the bundled incident while the link is up.
class FragileHost : public Asker
{
public:
    FragileHost()
        : m_inner(*RecordedHost::open(
              QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources/incidents/nfs-hard-mount")))
    {
    }

    std::optional<Silence::Kind> down;
    milliseconds sinceDown{0};

    QString name() const override { return u"hv1"_s; }
    bool isLive() const override { return false; }
    WallTime now() const override { return m_inner->now() + sinceDown; }
    Task<QList<Observation>> ask(QList<Question> questions, Deadline deadline) override
    {
        if (!down)
            co_return co_await m_inner->ask(std::move(questions), deadline);
        sinceDown += milliseconds(5000);
        QList<Observation> answers;
        for (const Question &question : std::as_const(questions)) {
            Observation observation;
            observation.question = question.key;
            observation.started = now();
            observation.silence = Silence{*down, Phrase::verbatim(u"connection lost"_s)};
            answers.append(observation);
        }
        co_return answers;
    }

private:
    std::unique_ptr<RecordedHost> m_inner;
};

static Task<Result<bool>> done(Task<bool> task)
{
    co_return co_await std::move(task);
}

static Task<Result<bool>> sampled(Investigation *investigation)
{
    co_return co_await investigation->sample(Deadline(Deadline::Forever));
}

class TestStale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsStayWithTheirAge_data();
    void factsStayWithTheirAge();
    void diesBetweenTwoSamples();
    void nothingMoreIsAsked();
    void comesBack();
    void neverReached();
    void noSuchDomain();
};

void TestStale::factsStayWithTheirAge_data()
{
    QTest::addColumn<Silence::Kind>("kind");
    QTest::newRow("refused to connect") << Silence::Unreachable;
    QTest::newRow("silent") << Silence::TimedOut;
}

void TestStale::factsStayWithTheirAge()
{
    QFETCH(Silence::Kind, kind);
    FragileHost host;
    Investigation investigation(&host, Target{});
    VERIFY_RESULT(await(investigation.discover(Deadline(Deadline::Forever))));
    for (int i = 0; i < 2; ++i)
        QVERIFY(await(sampled(&investigation)).value_or(false));
    const Diagnosis before = investigation.diagnosis();
    QCOMPARE(before.overall(), State::Stalled);
    QVERIFY(!before.staleSince);

    host.down = kind;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!await(sampled(&investigation)).value_or(true));
        Diagnosis after = investigation.diagnosis();
        // The age is that of the last answer, however often nobody answers afterwards.
        QCOMPARE(after.staleSince, before.taken);
        // And it proves nothing about now.
        QCOMPARE(after.overall(), State::Unknown);
        QVERIFY(diagnosisText(after).contains(
            u"Stale: the last answer came at "_s + isoTime(before.taken)));
        after.staleSince.reset();
        QCOMPARE(after, before);
    }
}

void TestStale::diesBetweenTwoSamples()
{
    FragileHost host;
    Investigation investigation(&host, Target{});
    connect(&investigation, &Investigation::changed, this, [&] {
        if (investigation.rounds() == 2)
            host.down = Silence::Unreachable;
    });
    DiagnoseOptions options;
    options.samples = 3;
    options.interval = milliseconds(0);
    const auto diagnosis = await(diagnose(&investigation, options));
    VERIFY_RESULT(diagnosis);
    QCOMPARE(diagnosis->rounds, 2);
    QVERIFY(diagnosis->staleSince);
    QCOMPARE(diagnosis->disks.first().summary.verdict, State::Stalled);
    QCOMPARE(diagnosis->overall(), State::Unknown);
}

// Whatever a dead link is asked afterwards must not make what is old look new.
void TestStale::nothingMoreIsAsked()
{
    FragileHost host;
    Investigation investigation(&host, Target{});
    VERIFY_RESULT(await(investigation.discover(Deadline(Deadline::Forever))));
    for (int i = 0; i < 2; ++i)
        QVERIFY(await(sampled(&investigation)).value_or(false));
    host.down = Silence::Unreachable;
    QVERIFY(!await(sampled(&investigation)).value_or(true));
    const Diagnosis stale = investigation.diagnosis();
    QVERIFY(stale.staleSince);
    const Deadline forever(Deadline::Forever);
    QVERIFY(!await(done(investigation.takePicture(forever))).value_or(true));
    QVERIFY(!await(done(investigation.readBlocks(forever))).value_or(true));
    QVERIFY(!await(done(investigation.lookCloser(forever))).value_or(true));
    QVERIFY(!await(done(investigation.lookAround(forever))).value_or(true));
    QCOMPARE(investigation.diagnosis(), stale);
}

void TestStale::comesBack()
{
    FragileHost host;
    Investigation investigation(&host, Target{});
    VERIFY_RESULT(await(investigation.discover(Deadline(Deadline::Forever))));
    QVERIFY(await(sampled(&investigation)).value_or(false));
    host.down = Silence::Unreachable;
    QVERIFY(!await(sampled(&investigation)).value_or(true));
    QVERIFY(investigation.diagnosis().staleSince);
    host.down.reset();
    QVERIFY(await(sampled(&investigation)).value_or(false));
    QVERIFY(!investigation.diagnosis().staleSince);
    QCOMPARE(investigation.diagnosis().rounds, 2);
    QCOMPARE(investigation.diagnosis().overall(), State::Stalled);
}

void TestStale::neverReached()
{
    FragileHost host;
    host.down = Silence::Unreachable;
    Target target;
    target.domain = u"guest1"_s;
    Investigation investigation(&host, target);
    DiagnoseOptions options;
    options.interval = milliseconds(0);
    const auto diagnosis = await(diagnose(&investigation, options));
    VERIFY_RESULT(diagnosis);
    QCOMPARE(diagnosis->overall(), State::Unknown);
    QVERIFY(!diagnosis->disks.isEmpty());
    for (const DiskDiagnosis &disk : diagnosis->disks) {
        QVERIFY(disk.summary.text.text().contains(u"connection lost"_s));
        for (const Layer &layer : disk.layers) {
            QCOMPARE(layer.verdict.state, State::Unknown);
            QVERIFY(layer.verdict.reason.text().contains(u"connection lost"_s));
        }
    }
    for (const SideChannel &channel : diagnosis->sideChannels)
        QCOMPARE(channel.verdict.state, State::Unknown);
}

void TestStale::noSuchDomain()
{
    FragileHost host;
    Target target;
    target.domain = u"guest2"_s;
    Investigation investigation(&host, target);
    const auto found = await(investigation.discover(Deadline(Deadline::Forever)));
    QVERIFY(!found);
    QCOMPARE(found.error().where, u"guest2"_s);
    QVERIFY(found.error().what.text().contains(u"guest1 (running)"_s));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestStale)
#include "tst_stale.moc"
