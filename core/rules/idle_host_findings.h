// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

#include <QList>

namespace plumbline {

/// A disk is stalled and the host's own block devices do nothing at all: what iostat shows then
/// looks like health and is none, because the disk's requests do not go through them.
QList<Verdict> findIdleHost(
    const DomainPlan &plan, const FactStore &facts, const QList<DiskDiagnosis> &disks);

} // namespace plumbline
