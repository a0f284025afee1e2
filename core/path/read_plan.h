// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/domain_plan.h"
#include "probes/fact_store.h"
#include "probes/probe.h"

#include <QList>

namespace plumbline {

/// One block of each disk whose data lie in a file or device of the host, to prove that an idle
/// path works. Not where a question to the mount hung already.
QList<Planned> planReads(const DomainPlan &plan, const FactStore &facts);

/// Where a disk is to be read; empty for one that has no file here (NBD, RBD, vhost-user).
Subject readSubject(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

} // namespace plumbline
