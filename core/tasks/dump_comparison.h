// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tasks/waits.h"

namespace plumbline {

/// A task in two texts: the same pid and name. Each side is its newest stack there.
struct TaskPair
{
    const DumpedTask *before = nullptr; ///< null: it is new
    const DumpedTask *after = nullptr; ///< null: it is gone, or no longer among the blocked
};

struct DumpComparison
{
    std::vector<TaskPair> unmoved; ///< sleeping at the very same frames
    std::vector<TaskPair> moved;
    std::vector<TaskPair> fresh;
    std::vector<TaskPair> gone;
};

/// In the order of the lines of `after`, those that are gone in that of `before`. Tasks without a
/// pid cannot be compared.
DumpComparison compareDumps(const TaskDumps &before, const TaskDumps &after);

} // namespace plumbline
