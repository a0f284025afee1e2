// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

#include <QList>

namespace plumbline {

/// What QEMU does besides serving the guest, where it bears on IO: block jobs that stopped at an
/// error or make no progress, a migration that is under way or failed. They load the same storage
/// and hold locks; they accuse no layer.
QList<Verdict> findJobs(const DomainPlan &plan, const FactStore &facts);

} // namespace plumbline
