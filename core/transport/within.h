// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/awaiters.h"

#include <optional>

namespace plumbline {

/// What `task` returns, or nullopt when the deadline passes first; the task is then cancelled.
template <typename T> Task<std::optional<T>> within(Task<T> task, Deadline deadline)
{
    Pulse finished;
    task.start([&finished] { finished.notify(); });
    while (!task.isDone()) {
        const bool inTime = co_await finished.next(deadline);
        if (!inTime)
            break;
    }
    std::optional<T> value;
    if (task.isDone())
        value.emplace(task.takeResult());
    co_return value;
}

} // namespace plumbline
