// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

#include <QList>

namespace plumbline {

/// Disks whose file is not for QEMU what it is for the host: missing in one of the two mount
/// namespaces, or another file there. What runs has its file open already, so this accuses no
/// layer; it bites when QEMU opens the file again (snapshot, resize, migration) and misleads
/// whoever looks for it on the host.
QList<Verdict> findPathDifferences(const DomainPlan &plan, const FactStore &facts);

} // namespace plumbline
