// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace plumbline {

/// A lazy, owned, cancellable coroutine.
///
/// 1. A Task runs when it is awaited or start()ed, never before. It is move-only and owned: by the
///    coroutine that awaits it or by a member of the object that asked. Destroying it destroys the
///    frame and with it every child and awaiter beneath: that is cancellation. There is no detach.
/// 2. Parameters of a coroutine are taken by value, or refer to something that outlives the Task.
///    No coroutine lambdas with captures: the closure would die first.
/// 3. Awaiters unregister in their destructor and resume from the event loop (base/awaiters.h).
/// 4. No exception leaves a frame: failure is a Result<T>. One that escapes terminates.
/// 5. Assigning a new Task over a running one cancels the old one. An object must not destroy its
///    Task from code that the Task itself is running (a directly connected slot); queue that.
template <typename T> class Task;

namespace detail {

struct TaskPromiseBase
{
    std::coroutine_handle<> continuation;
    std::function<void()> done;

    std::suspend_always initial_suspend() noexcept { return {}; }

    struct FinalAwaiter
    {
        bool await_ready() noexcept { return false; }
        template <typename Promise>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) noexcept
        {
            TaskPromiseBase &promise = handle.promise();
            if (promise.continuation)
                return promise.continuation;
            // The callback may destroy this frame, so it must not live in it while it runs.
            const auto callback = std::move(promise.done);
            if (callback)
                callback();
            return std::noop_coroutine();
        }
        void await_resume() noexcept { }
    };
    FinalAwaiter final_suspend() noexcept { return {}; }
    [[noreturn]] void unhandled_exception() noexcept { std::terminate(); }
};

template <typename T> struct TaskPromise : TaskPromiseBase
{
    std::optional<T> value;
    Task<T> get_return_object();
    template <typename U> void return_value(U &&result) { value.emplace(std::forward<U>(result)); }
    T take() { return std::move(*value); }
};

template <> struct TaskPromise<void> : TaskPromiseBase
{
    Task<void> get_return_object();
    void return_void() noexcept { }
    void take() { }
};

} // namespace detail

template <typename T = void> class [[nodiscard]] Task
{
public:
    using promise_type = detail::TaskPromise<T>;
    using Handle = std::coroutine_handle<promise_type>;

    Task() = default;
    explicit Task(Handle handle) : m_handle(handle) { }
    Task(Task &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) { }
    Task &operator=(Task &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_handle = std::exchange(other.m_handle, {});
        }
        return *this;
    }
    Task(const Task &) = delete;
    Task &operator=(const Task &) = delete;
    ~Task() { cancel(); }

    /// Runs until the first suspension. `done` is called once, when the coroutine has returned.
    void start(std::function<void()> done = {})
    {
        m_handle.promise().done = std::move(done);
        m_handle.resume();
    }
    void cancel()
    {
        if (auto handle = std::exchange(m_handle, {}))
            handle.destroy();
    }
    bool isRunning() const { return m_handle && !m_handle.done(); }
    bool isDone() const { return m_handle && m_handle.done(); }
    /// What it returned; only when isDone().
    T takeResult() { return m_handle.promise().take(); }

    struct Awaiter
    {
        Handle handle;
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<> continuation) noexcept
        {
            handle.promise().continuation = continuation;
            return handle;
        }
        T await_resume() { return handle.promise().take(); }
    };
    Awaiter operator co_await() && { return Awaiter{m_handle}; }

private:
    Handle m_handle;
};

namespace detail {
template <typename T> Task<T> TaskPromise<T>::get_return_object()
{
    return Task<T>(std::coroutine_handle<TaskPromise<T>>::from_promise(*this));
}
inline Task<void> TaskPromise<void>::get_return_object()
{
    return Task<void>(std::coroutine_handle<TaskPromise<void>>::from_promise(*this));
}
} // namespace detail

} // namespace plumbline
