// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

#include <QList>

namespace plumbline {

/// What this QEMU is not asked because it would not survive it.
QList<Verdict> findUnasked(const DomainPlan &plan, const FactStore &facts);

} // namespace plumbline
