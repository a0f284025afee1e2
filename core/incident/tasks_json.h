// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tasks/waits.h"

#include <functional>

namespace plumbline {

struct TasksView
{
    bool blockedOnly = false; ///< leave tasks out that are not in D
};

/// Takes the text as it is made: that of 100,000 tasks is hundreds of megabytes.
using TextSink = std::function<void(QByteArrayView)>;

/// The JSON of `plumbline-cli tasks --json`; docs/tasks.schema.json describes it. Words of
/// enumerations never change.
void writeTasksJson(const TaskDumps &dumps, const TasksView &view, const TextSink &sink);
/// The same of two texts, and what became of each task between them.
void writeTasksJson(
    const TaskDumps &before, const TaskDumps &after, const TasksView &view, const TextSink &sink);

} // namespace plumbline
