// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/awaiters.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

namespace plumbline {

using namespace std::chrono_literals;

/// A local variable that tells how many of it live.
struct Local
{
    static inline int alive = 0;
    Local() { ++alive; }
    ~Local() { --alive; }
    Local(const Local &) = delete;
    Local &operator=(const Local &) = delete;
};

static Task<int> sleepAndGive(std::chrono::milliseconds span, int value)
{
    Local local;
    co_await sleepFor(span);
    co_return value;
}

static Task<int> nested(int depth)
{
    Local local;
    if (depth == 0)
        co_return co_await sleepAndGive(1ms, 1);
    co_return 1 + co_await nested(depth - 1);
}

static Task<int> throughWorker(std::thread::id *worker)
{
    Local local;
    const auto [id, value]
        = co_await onWorker([] { return std::pair(std::this_thread::get_id(), 42); });
    *worker = id;
    co_return value;
}

static Task<int> countPulses(Pulse *pulse, int *count, Deadline deadline)
{
    Local local;
    while (co_await pulse->next(deadline))
        ++*count;
    co_return *count;
}

class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QCOMPARE(Local::alive, 0); }
    void cleanup() { QCOMPARE(Local::alive, 0); }

    void runsOnlyWhenStarted();
    void nestedTasksReturnThroughAll();
    void cancellingFreesEveryFrame();
    void nothingResumesAfterCancel();
    void assigningCancelsTheOldOne();
    void doneMayDestroyTheTask();
    void allGivesValuesInOrder();
    void allOfNothingEndsAtOnce();
    void cancellingAllFreesTheParts();
    void workerRunsElsewhereAndAnswersHere();
    void workerOfACancelledTaskIsIgnored();
    void sleepTakesItsTime();
    void pulseWakesAllThatWait();
    void pulseGivesUpAtTheDeadline();
    void pulsesTwiceBeforeTheLoopRuns();
    void pulseDiesBeforeItsWaiter();
};

void TestTask::runsOnlyWhenStarted()
{
    auto task = sleepAndGive(1ms, 5);
    QVERIFY(task.isRunning());
    QCOMPARE(Local::alive, 0);
    task.start();
    QCOMPARE(Local::alive, 1);
    QTRY_VERIFY(task.isDone());
    QCOMPARE(task.takeResult(), 5);
}

void TestTask::nestedTasksReturnThroughAll()
{
    auto task = nested(100);
    task.start();
    QCOMPARE(Local::alive, 102);
    QTRY_VERIFY(task.isDone());
    QCOMPARE(task.takeResult(), 101);
}

void TestTask::cancellingFreesEveryFrame()
{
    auto task = nested(10);
    task.start();
    QCOMPARE(Local::alive, 12);
    task.cancel();
    QCOMPARE(Local::alive, 0);
    QVERIFY(!task.isRunning());
}

void TestTask::nothingResumesAfterCancel()
{
    bool done = false;
    auto task = sleepAndGive(1ms, 5);
    task.start([&done] { done = true; });
    task.cancel();
    int ticks = 0;
    auto later = sleepAndGive(20ms, 1);
    later.start([&ticks] { ++ticks; });
    QTRY_COMPARE(ticks, 1);
    QVERIFY(!done);
}

void TestTask::assigningCancelsTheOldOne()
{
    auto task = sleepAndGive(10s, 1);
    task.start();
    task = sleepAndGive(1ms, 2);
    QCOMPARE(Local::alive, 0);
    task.start();
    QTRY_VERIFY(task.isDone());
    QCOMPARE(task.takeResult(), 2);
}

void TestTask::doneMayDestroyTheTask()
{
    auto task = std::make_unique<Task<int>>(sleepAndGive(1ms, 1));
    task->start([&task] { task.reset(); });
    QTRY_VERIFY(!task);
}

void TestTask::allGivesValuesInOrder()
{
    std::vector<Task<int>> parts;
    for (int i = 0; i < 5; ++i)
        parts.push_back(sleepAndGive(std::chrono::milliseconds(5 - i), i));
    auto task = all(std::move(parts));
    task.start();
    QTRY_VERIFY(task.isDone());
    QCOMPARE(task.takeResult(), std::vector({0, 1, 2, 3, 4}));
}

void TestTask::allOfNothingEndsAtOnce()
{
    auto task = all(std::vector<Task<int>>());
    task.start();
    QVERIFY(task.isDone());
    QVERIFY(task.takeResult().empty());
}

void TestTask::cancellingAllFreesTheParts()
{
    std::vector<Task<int>> parts;
    for (int i = 0; i < 5; ++i)
        parts.push_back(sleepAndGive(i < 2 ? 1ms : 10s, i));
    auto task = all(std::move(parts));
    task.start();
    QCOMPARE(Local::alive, 5);
    QTRY_COMPARE(Local::alive, 3); // two have returned
    task.cancel();
}

void TestTask::workerRunsElsewhereAndAnswersHere()
{
    std::thread::id worker;
    auto task = throughWorker(&worker);
    task.start();
    QTRY_VERIFY(task.isDone());
    QCOMPARE(task.takeResult(), 42);
    QVERIFY(worker != std::this_thread::get_id());
}

void TestTask::workerOfACancelledTaskIsIgnored()
{
    std::thread::id worker;
    auto task = throughWorker(&worker);
    task.start();
    task.cancel();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
    auto later = sleepAndGive(5ms, 1);
    later.start();
    QTRY_VERIFY(later.isDone());
    QCOMPARE(worker, std::thread::id());
}

void TestTask::sleepTakesItsTime()
{
    QElapsedTimer timer;
    timer.start();
    auto task = sleepAndGive(50ms, 1);
    task.start();
    QTRY_VERIFY(task.isDone());
    QVERIFY(timer.elapsed() >= 49);
}

void TestTask::pulseWakesAllThatWait()
{
    Pulse pulse;
    int first = 0;
    int second = 0;
    auto one = countPulses(&pulse, &first, Deadline(Deadline::Forever));
    auto two = countPulses(&pulse, &second, Deadline(Deadline::Forever));
    one.start();
    two.start();
    pulse.notify();
    QCOMPARE(first, 0); // from the event loop only
    QTRY_COMPARE(first, 1);
    QCOMPARE(second, 1);
}

void TestTask::pulseGivesUpAtTheDeadline()
{
    Pulse pulse;
    int count = 0;
    QElapsedTimer timer;
    timer.start();
    auto task = countPulses(&pulse, &count, deadlineIn(30ms));
    task.start();
    pulse.notify();
    QTRY_VERIFY(task.isDone());
    QVERIFY(timer.elapsed() >= 29);
    QCOMPARE(task.takeResult(), 1);
}

void TestTask::pulsesTwiceBeforeTheLoopRuns()
{
    Pulse pulse;
    int count = 0;
    auto task = countPulses(&pulse, &count, Deadline(Deadline::Forever));
    task.start();
    pulse.notify();
    pulse.notify();
    QTRY_COMPARE(count, 1); // the second came before it waited again
    pulse.notify();
    task.cancel();
    auto later = sleepAndGive(5ms, 1);
    later.start();
    QTRY_VERIFY(later.isDone());
    QCOMPARE(count, 1);
}

void TestTask::pulseDiesBeforeItsWaiter()
{
    auto pulse = std::make_unique<Pulse>();
    int count = 0;
    auto task = countPulses(pulse.get(), &count, deadlineIn(20ms));
    task.start();
    pulse.reset();
    auto later = sleepAndGive(1ms, 1);
    later.start();
    QTRY_VERIFY(later.isDone());
    task.cancel();
    QCOMPARE(count, 0);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestTask)
#include "tst_task.moc"
