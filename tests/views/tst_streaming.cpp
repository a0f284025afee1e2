// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/sample_diagnosis.h"
#include "views/scenes/sample_observations.h"
#include "views/scenes/scenes.h"
#include "views/window/main_window.h"

#include <QTest>
#include <QTimer>

#include <ctime>

using namespace plumbline;

static constexpr int rounds = 100;
static constexpr qsizetype bytesPerRound = 1 << 20;
/// The bar: what a person notices.
static constexpr double longestBlock = 0.050;

/// Seconds that this thread has computed; what other programs take of the machine does not count.
static double threadTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

class TestStreaming : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    /// 100 MB of observations arrive in 100 rounds while the pane shows the newest of them.
    void guiThreadIsNeverBlocked()
    {
        const std::unique_ptr<MainWindow> window = sceneWindow(QStringLiteral("stalled"));
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QByteArray log(bytesPerRound, 'x');
        for (qsizetype i = 119; i < log.size(); i += 120)
            log[i] = '\n';

        double last = threadTime();
        double longest = 0;
        QTimer pulse;
        pulse.setInterval(0);
        connect(&pulse, &QTimer::timeout, this, [&] {
            const double now = threadTime();
            longest = std::max(longest, now - last);
            last = now;
        });
        int round = 0;
        Diagnosis diagnosis = sample::stalledMount();
        QTimer arrivals;
        arrivals.setInterval(5);
        connect(&arrivals, &QTimer::timeout, this, [&] {
            Observation next = diagnosis.observations.value(sample::mountSecond);
            next.id = 1000 + round;
            next.out = log;
            next.out[0] = char('a' + round % 26); // bytes of its own, as in life
            Layer &mount = diagnosis.disks[0].layers[6];
            mount.inFlight = round;
            mount.verdict.evidence = {{next.id, 11, 11}, {next.id, 5000, 5001}};
            diagnosis.observations.insert(next.id, next);
            window->setDiagnosis(diagnosis);
            if (++round == rounds)
                arrivals.stop();
        });
        pulse.start();
        arrivals.start();
        QTRY_COMPARE_WITH_TIMEOUT(round, rounds, 120000);
        QTest::qWait(50); // what is still indexed counts as well
        QVERIFY2(longest < longestBlock, qPrintable(QStringLiteral("%1 s").arg(longest)));
        qInfo("longest turn of the event loop: %.1f ms", longest * 1000);
    }
};

QTEST_MAIN(TestStreaming)
#include "tst_streaming.moc"
