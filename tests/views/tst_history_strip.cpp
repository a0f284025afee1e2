// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/history/history_strip.h"

#include "views/history/verdict_runs.h"
#include "views/scenes/scenes.h"
#include "views/style/theme.h"
#include "views/window/main_window.h"

#include <QTest>

using namespace plumbline;
using namespace std::chrono_literals;

static const WallTime now{1'800'000'000s};

static LayerSample sampleAt(std::chrono::seconds ago, State state, std::optional<qint64> inFlight)
{
    return {now - ago, state, Modifier::None, inFlight, {}, {}};
}

class TestHistoryStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void runsEndWhereNobodyLooked()
    {
        const QList<VerdictRun> runs = verdictRuns({sampleAt(600s, State::Healthy, 1),
            sampleAt(590s, State::Healthy, 1), sampleAt(580s, State::Stalled, 1),
            sampleAt(100s, State::Stalled, 1), sampleAt(90s, State::Stalled, 1)});
        const QList<VerdictRun> wanted{{now - 600s, now - 580s, Look::Healthy},
            {now - 580s, now - 580s, Look::Stalled}, {now - 100s, now - 90s, Look::Stalled}};
        QCOMPARE(runs, wanted);
    }

    void oneLookIsNoHistory()
    {
        HistoryStrip strip;
        strip.setSamples({sampleAt(0s, State::Healthy, 1)}, now);
        QVERIFY(!strip.isVisibleTo(nullptr));
        QCOMPARE(strip.sizeHint().height(), 0);
    }

    /// A stalled stretch is painted where and when it was, and a gap stays empty.
    void paintsTimes()
    {
        applyTheme(ThemeChoice::Light);
        HistoryStrip strip;
        strip.resize(800, 120);
        QList<LayerSample> samples;
        for (auto ago = 3600s; ago >= 0s; ago -= 10s) {
            if (ago > 1700s && ago < 2500s)
                continue;
            samples.append(sampleAt(ago, ago < 900s ? State::Stalled : State::Healthy, 3));
        }
        strip.setSamples(samples, now);
        QImage picture(strip.size(), QImage::Format_RGB32);
        strip.render(&picture);
        const StatePalette states(strip.palette());
        const int left = 84; // labels
        const int width = 800 - left - 64; // and values
        const auto colour = [&](double minutesAgo, int y) {
            return picture.pixelColor(left + int(width * (60 - minutesAgo) / 60), y);
        };
        QCOMPARE(colour(7, 7), states.ink(Look::Stalled));
        QCOMPARE(colour(50, 17), states.ink(Look::Healthy));
        QVERIFY(colour(50, 7) != states.ink(Look::Healthy)); // it lies low
        QCOMPARE(colour(35, 17), raised(strip.palette()));
        QVERIFY(strip.textAt(left + width).contains(QStringLiteral("stalled")));
        QVERIFY(strip.textAt(left).contains(QStringLiteral("healthy")));
    }

    void windowShowsTheLayersHour()
    {
        const std::unique_ptr<MainWindow> window = sceneWindow(QStringLiteral("two-disks"));
        window->resize(1280, 800);
        window->show();
        const HistoryStrip *strip = window->evidencePane()->history();
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->samples().last().state, State::Stalled);
        QCOMPARE(strip->samples().first().state, State::Healthy);
        QVERIFY(!strip->accessibleDescription().isEmpty());
        const std::unique_ptr<MainWindow> once = sceneWindow(QStringLiteral("unknown"));
        once->show();
        QVERIFY(!once->evidencePane()->history()->isVisible());
    }
};

QTEST_MAIN(TestHistoryStrip)
#include "tst_history_strip.moc"
