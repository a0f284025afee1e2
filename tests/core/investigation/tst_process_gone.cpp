// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The QEMU that was found ends, and another process has its number.
#include "investigation/investigation.h"

#include "support/await.h"
#include "support/libvirt_host.h"
#include "support/scripted_asker.h"

#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

static Task<Result<bool>> sampled(Investigation *investigation)
{
    co_return co_await investigation->sample(Deadline(Deadline::Forever));
}

class TestProcessGone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNoticed_data();
    void isNoticed();
    void factsOfTwoProcessesAreNotMixed();
};

void TestProcessGone::isNoticed_data()
{
    QTest::addColumn<LibvirtHost>("later");
    QTest::addColumn<bool>("gone");
    LibvirtHost host;
    QTest::newRow("still there") << host << false;
    host.libvirt = LibvirtHost::Hangs;
    QTest::newRow("still there, libvirt hangs") << host << false;
    host = LibvirtHost();
    host.pid = 0;
    QTest::newRow("ended") << host << true;
    host.pid = 342;
    QTest::newRow("has another number") << host << true;
    host = LibvirtHost();
    host.start = 990122;
    QTest::newRow("another QEMU has its number") << host << true;
    host.comm = "bash";
    QTest::newRow("another program has its number") << host << true;
}

void TestProcessGone::isNoticed()
{
    QFETCH(LibvirtHost, later);
    LibvirtHost host;
    ScriptedAsker asker([&host](const Question &question, Observation &observation) {
        host.answer(question, observation);
    });
    QFETCH(bool, gone);
    Target target;
    target.domain = u"guest1"_s;
    Investigation investigation(&asker, target);
    VERIFY_RESULT(await(investigation.discover(Deadline(Deadline::Forever))));
    QVERIFY(!investigation.isProcessGone());
    QVERIFY(await(sampled(&investigation)).value_or(false));
    QVERIFY(!investigation.isProcessGone());
    host = later;
    asker.time += milliseconds(5000);
    QVERIFY(await(sampled(&investigation)).value_or(false));
    QCOMPARE(investigation.isProcessGone(), gone);
}

void TestProcessGone::factsOfTwoProcessesAreNotMixed()
{
    LibvirtHost host;
    ScriptedAsker asker([&host](const Question &question, Observation &observation) {
        host.answer(question, observation);
    });
    Target target;
    target.domain = u"guest1"_s;
    Investigation investigation(&asker, target);
    VERIFY_RESULT(await(investigation.discover(Deadline(Deadline::Forever))));
    QVERIFY(await(sampled(&investigation)).value_or(false));
    QCOMPARE(investigation.diagnosis().disks.size(), 2);
    host.start = 990122;
    asker.time += milliseconds(5000);
    QVERIFY(await(sampled(&investigation)).value_or(false));
    const Diagnosis diagnosis = investigation.diagnosis();
    QCOMPARE(diagnosis.overall(), State::Unknown);
    for (const DiskDiagnosis &disk : diagnosis.disks) {
        QVERIFY(disk.summary.text.text().contains(u"another process's"_s));
        for (const Layer &layer : disk.layers) {
            QCOMPARE(layer.verdict.state, State::Unknown);
            QVERIFY(!layer.inFlight);
            const Evidence shown = layer.verdict.evidence.value(0);
            QVERIFY(diagnosis.observations.value(shown.observation).out.contains("990122"));
        }
    }
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestProcessGone)
#include "tst_process_gone.moc"
