// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "base/task.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <thread>
#include <vector>

namespace plumbline {

/// An awaiter's helper object. Resuming destroys the awaiter while the object's own signal is still
/// on the stack, so the object outlives it by one turn of the event loop, deaf.
struct DeleteLater
{
    void operator()(QObject *object) const
    {
        object->disconnect();
        // Queued calls that were posted before outlive the connection; they must not find us gone.
        QCoreApplication::removePostedEvents(object, QEvent::MetaCall);
        object->deleteLater();
    }
};
template <typename T> using LaterPtr = std::unique_ptr<T, DeleteLater>;

/// co_await sleepFor(200ms): goes on later from the event loop. Cancelled with its frame.
class SleepAwaiter
{
public:
    explicit SleepAwaiter(std::chrono::milliseconds span) : m_span(span) { }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(
            m_timer.get(), &QTimer::timeout, m_timer.get(), [handle] { handle.resume(); });
        m_timer->start(m_span);
    }
    void await_resume() const noexcept { }

private:
    std::chrono::milliseconds m_span;
    LaterPtr<QTimer> m_timer{new QTimer};
};

inline SleepAwaiter sleepFor(std::chrono::milliseconds span)
{
    return SleepAwaiter(span);
}

/// Something happens again and again (a socket moved, a state changed); coroutines wait for the
/// next time. notify() wakes all that wait, from the event loop, so it may be called from anywhere
/// on the thread that owns the Pulse.
class Pulse : public QObject
{
    Q_OBJECT

public:
    class Awaiter;
    using QObject::QObject;

    void notify() { Q_EMIT happened(); }
    /// True when notified, false when the deadline passed first.
    Awaiter next(Deadline deadline = Deadline(Deadline::Forever));

Q_SIGNALS:
    void happened();
};

class Pulse::Awaiter
{
public:
    Awaiter(Pulse *pulse, Deadline deadline) : m_pulse(pulse), m_deadline(deadline) { }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_handle = handle;
        m_timer->setSingleShot(true);
        // A coarse timer may fire early, and who waited would find his deadline not yet over.
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this] { finish(false); });
        if (m_pulse) {
            QObject::connect(
                m_pulse, &Pulse::happened, m_timer.get(), [this] { finish(true); },
                Qt::QueuedConnection);
        }
        if (!m_deadline.isForever())
            m_timer->start(int(std::max<qint64>(0, m_deadline.remainingTime())));
    }
    bool await_resume() const noexcept { return m_fired; }

private:
    void finish(bool fired)
    {
        if (m_finished)
            return;
        m_finished = true;
        m_fired = fired;
        m_timer->stop();
        m_timer->disconnect();
        if (m_pulse)
            m_pulse->disconnect(m_timer.get());
        m_handle.resume();
    }

    QPointer<Pulse> m_pulse;
    Deadline m_deadline;
    std::coroutine_handle<> m_handle;
    LaterPtr<QTimer> m_timer{new QTimer};
    bool m_finished = false;
    bool m_fired = false;
};

inline Pulse::Awaiter Pulse::next(Deadline deadline)
{
    return {this, deadline};
}

/// Where the function of a WorkerAwaiter runs.
enum class Worker {
    Pool, ///< one of a few threads; the program waits for it at its end
    Own, ///< a thread of its own that nobody waits for
};

template <typename Function, Worker where> class WorkerAwaiter
{
    using Value = std::invoke_result_t<Function>;

public:
    explicit WorkerAwaiter(Function function) : m_function(std::move(function)) { }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        QObject::connect(m_watcher.get(), &QFutureWatcherBase::finished, m_watcher.get(),
            [handle] { handle.resume(); });
        auto promise = std::make_shared<QPromise<Value>>();
        m_watcher->setFuture(promise->future());
        auto work = [promise, function = std::move(m_function)]() mutable {
            promise->start();
            promise->addResult(function());
            promise->finish();
        };
        if constexpr (where == Worker::Own)
            std::thread(std::move(work)).detach();
        else
            QThreadPool::globalInstance()->start(std::move(work));
    }
    Value await_resume() { return m_watcher->future().takeResult(); }

private:
    Function m_function;
    LaterPtr<QFutureWatcher<Value>> m_watcher{new QFutureWatcher<Value>};
};

/// co_await onWorker(fn): runs fn on the thread pool and gives its value back on this thread. fn
/// takes and returns values only; when the awaiting frame dies, its result is dropped. For
/// computing: what may wait would hold up the others.
template <typename Function> WorkerAwaiter<Function, Worker::Pool> onWorker(Function function)
{
    return WorkerAwaiter<Function, Worker::Pool>(std::move(function));
}

/// The same for what may wait for somebody else, perhaps for good: a name server, a home directory
/// on a dead server. Neither other work nor the program's end waits for it.
template <typename Function> WorkerAwaiter<Function, Worker::Own> onOwnThread(Function function)
{
    return WorkerAwaiter<Function, Worker::Own>(std::move(function));
}

/// Runs all tasks side by side and gives their values in order when the last has returned.
template <typename T> Task<std::vector<T>> all(std::vector<Task<T>> tasks)
{
    Pulse finished;
    size_t left = tasks.size();
    for (Task<T> &task : tasks) {
        task.start([&left, &finished] {
            --left;
            finished.notify();
        });
    }
    while (left > 0)
        co_await finished.next();
    std::vector<T> values;
    values.reserve(tasks.size());
    for (Task<T> &task : tasks)
        values.push_back(task.takeResult());
    co_return values;
}

} // namespace plumbline
