// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>

#include <chrono>

namespace plumbline {

/// A point in monotonic time after which an answer is no longer waited for. Every remote act has
/// one.
using Deadline = QDeadlineTimer;

inline Deadline deadlineIn(std::chrono::milliseconds span)
{
    return Deadline(span);
}

/// The earlier of two.
inline Deadline earlier(const Deadline &a, const Deadline &b)
{
    return a < b ? a : b;
}

} // namespace plumbline
