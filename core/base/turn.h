// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"

namespace plumbline {

/// Work of unknown length on the thread of the event loop, cut into turns: between two steps
/// `if (turn.isOver()) co_await turn.next();`
class Turn
{
public:
    /// A fraction of the 50 ms that a person notices in a window.
    static constexpr std::chrono::milliseconds span{8};

    class Awaiter
    {
    public:
        explicit Awaiter(Turn *turn) : m_turn(turn) { }
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle) { m_sleep.await_suspend(handle); }
        void await_resume() const { m_turn->m_end = deadlineIn(span); }

    private:
        Turn *m_turn;
        SleepAwaiter m_sleep{std::chrono::milliseconds(0)};
    };

    bool isOver() const { return m_end.hasExpired(); }
    /// Lets everything else on this thread have its turn first.
    Awaiter next() { return Awaiter(this); }

private:
    Deadline m_end{deadlineIn(span)};
};

} // namespace plumbline
