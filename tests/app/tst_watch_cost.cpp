// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to leave the window open over night on 20 domains.
#include "watched_domain.h"

#include "support/libvirt_host.h"
#include "support/scripted_asker.h"
#include "support/verify.h"
#include "views/window/main_window.h"

#include <QFile>
#include <QTest>
#include <QTimer>

#include <ctime>

namespace plumbline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int domains = 20;
/// Rounds of one domain in an hour of watching, after which its history no longer grows.
static constexpr int rounds = 3600 / 5;
#ifdef __SANITIZE_ADDRESS__
static constexpr int watched = 2;
static constexpr double slower = 5;
#else
static constexpr int watched = domains;
static constexpr double slower = 1;
#endif

static double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

static qint64 residentKib()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QFile::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.sliced(at + 6, 16).trimmed().split(' ').first().toLongLong();
}

class TestWatchCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overNight();
};

void TestWatchCost::overNight()
{
    const LibvirtHost host;
    MainWindow window;
    window.show();
    std::vector<std::unique_ptr<HostSession>> sessions;
    std::vector<std::unique_ptr<WatchedDomain>> all;
    std::vector<int> seen(watched, 0);
    for (int i = 0; i < watched; ++i) {
        auto asker = std::make_unique<ScriptedAsker>(
            [&host](const Question &question, Observation &observation) {
                host.answer(question, observation);
            });
        ScriptedAsker *raw = asker.get();
        sessions.push_back(std::make_unique<HostSession>(std::move(asker)));
        Target target;
        target.domain = u"guest1"_s;
        all.push_back(std::make_unique<WatchedDomain>(sessions.back().get(), target));
        connect(all.back().get(), &WatchedDomain::changed, this,
            [i, raw, &seen, &all, &window](const Diagnosis &diagnosis) {
                raw->time += 5s;
                raw->asked.clear();
                if (i == 0) {
                    window.setHistory(all[0]->history());
                    window.setDiagnosis(diagnosis);
                }
                WatchedDomain *domain = all[size_t(i)].get();
                if (++seen[size_t(i)] < rounds)
                    QTimer::singleShot(0, domain, &WatchedDomain::refreshNow);
                else
                    domain->setPaused(true);
            });
    }
    const double before = cpuSeconds();
    for (const auto &domain : all)
        domain->start();
    QTRY_VERIFY_WITH_TIMEOUT(
        std::all_of(seen.begin(), seen.end(), [](int count) { return count >= rounds; }), 110000);
    const double perRound = (cpuSeconds() - before) / (watched * rounds);
    // One is looked at, the others are quiet.
    const double perSecond = 1 / std::chrono::duration<double>(WatchedDomain::interval).count()
        + (domains - 1) / std::chrono::duration<double>(WatchedDomain::quietInterval).count();
    qInfo("%.2f ms a round, %.2f %% of a core for %d domains, %lld MiB", perRound * 1000,
        perRound * perSecond * 100, domains, residentKib() / 1024);
    QVERIFY(perRound * perSecond < 0.02 * slower);
#ifndef __SANITIZE_ADDRESS__
    QVERIFY(residentKib() < 150 * 1024);
#endif
    const QList<LayerSample> hour = all[0]->history()->of(
        all[0]->last()->disks.first().name, all[0]->last()->disks.first().layers.first().identity);
    QVERIFY(hour.size() > rounds / 2);
}

} // namespace plumbline

QTEST_MAIN(plumbline::TestWatchCost)
#include "tst_watch_cost.moc"
