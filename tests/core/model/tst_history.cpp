// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/history.h"

#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const WallTime start{1'800'000'000s};

static Diagnosis look(WallTime taken, State state, qint64 inFlight = 0)
{
    Layer layer;
    layer.identity = u"mount"_s;
    layer.verdict.state = state;
    layer.inFlight = inFlight;
    DiskDiagnosis disk;
    disk.name = u"vda"_s;
    disk.layers = {layer};
    Diagnosis diagnosis;
    diagnosis.disks = {disk};
    diagnosis.taken = taken;
    diagnosis.rounds = 1;
    return diagnosis;
}

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksInTheirOrder()
    {
        History history;
        history.add(look(start, State::Healthy, 1));
        history.add(look(start + 5s, State::Stalled, 4));
        const QList<LayerSample> samples = history.of(u"vda"_s, u"mount"_s);
        QCOMPARE(samples.size(), 2);
        QCOMPARE(samples.at(0), (LayerSample{start, State::Healthy, Modifier::None, 1, {}, {}}));
        QCOMPARE(samples.at(1).state, State::Stalled);
        QCOMPARE(samples.at(1).inFlight, 4);
        QVERIFY(history.of(u"vdb"_s, u"mount"_s).isEmpty());
    }

    void aCloserLookTakesTheFirstOnesPlace()
    {
        History history;
        history.add(look(start, State::Unknown));
        history.add(look(start + 200ms, State::Stalled));
        const QList<LayerSample> samples = history.of(u"vda"_s, u"mount"_s);
        QCOMPARE(samples.size(), 1);
        QCOMPARE(samples.first().state, State::Stalled);
    }

    void whatNobodyMeasuredLeavesAGap()
    {
        History history;
        history.add(look(start, State::Healthy));
        Diagnosis stale = look(start + 60s, State::Healthy);
        stale.staleSince = start;
        history.add(stale);
        Diagnosis never = look(start + 70s, State::Unknown);
        never.rounds = 0;
        history.add(never);
        QCOMPARE(history.of(u"vda"_s, u"mount"_s).size(), 1);
    }

    void anHourIsKept()
    {
        History history;
        for (auto when = 0s; when <= 3h; when += 5s)
            history.add(look(start + when, State::Healthy));
        const QList<LayerSample> hour = history.of(u"vda"_s, u"mount"_s);
        QCOMPARE(hour.first().time, start + 2h);
        QCOMPARE(hour.last().time, start + 3h);
        // Who looks ten times a second keeps no more.
        for (auto when = 0ms; when <= 30min; when += 600ms)
            history.add(look(start + 3h + when, State::Healthy));
        QCOMPARE(history.of(u"vda"_s, u"mount"_s).size(), History::most);
    }

    void layersThatWentAreForgotten()
    {
        History history;
        history.add(look(start, State::Healthy));
        Diagnosis other = look(start + 2h, State::Healthy);
        other.disks[0].layers[0].identity = u"elsewhere"_s;
        history.add(other);
        QVERIFY(history.of(u"vda"_s, u"mount"_s).isEmpty());
        QCOMPARE(history.of(u"vda"_s, u"elsewhere"_s).size(), 1);
    }
};

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestHistory)
#include "tst_history.moc"
