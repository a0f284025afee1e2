// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/tasks_json.h"

namespace plumbline {

/// What `plumbline-cli tasks` prints: per dump the different stacks, blocked ones first, then the
/// larger groups, each with the frame that decides what it waits for; who waits for whom; and what
/// could not be read. In the application's language; control characters are shown escaped.
void writeTasksText(const TaskDumps &dumps, const TasksView &view, const TextSink &sink);
/// What became of the tasks between two texts.
void writeComparisonText(
    const TaskDumps &before, const TaskDumps &after, const TasksView &view, const TextSink &sink);

} // namespace plumbline
