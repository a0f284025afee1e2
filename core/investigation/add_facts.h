// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "probes/fact_store.h"

#include <QList>

namespace plumbline {

/// Reads answers, of which the n-th is that to the n-th question of the plan, and keeps them. The
/// event loop goes on meanwhile, however long they are: many are read in turns, a long one on a
/// worker thread. The store must outlive the task.
Task<void> addFacts(FactStore *facts, QList<Planned> plan, QList<Observation> answers);

} // namespace plumbline
