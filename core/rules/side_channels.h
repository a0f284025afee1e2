// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

namespace plumbline {

/// Guest agent, monitor, libvirt, serial console and network, each by itself. None of them says
/// anything about IO: an agent that needs no disk answers in a pure storage stall, and a silent one
/// proves nothing: silence here is unknown, never stalled.
QList<SideChannel> judgeSideChannels(const DomainPlan &plan, const FactStore &facts);

/// What hung or was held back lately: findings by themselves, newest last.
QList<Verdict> findHangs(const FactStore &facts);

} // namespace plumbline
