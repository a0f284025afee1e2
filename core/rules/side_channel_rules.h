// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/virsh_text.h"
#include "model/verdict.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

#include <optional>

namespace plumbline {

// One function and one file for each side channel; rules/side_channels.h puts them together.

Verdict judgeAgent(const DomainPlan &plan, const FactStore &facts);
Verdict judgeMonitor(const DomainPlan &plan, const FactStore &facts);
Verdict judgeLibvirt(const DomainPlan &plan, const FactStore &facts);
Verdict judgeConsole(const DomainPlan &plan, const FactStore &facts);
Verdict judgePicture(const DomainPlan &plan, const FactStore &facts);
Verdict judgeNetwork(const DomainPlan &plan, const FactStore &facts);

/// Unknown, for the reason that the silence gives.
Verdict ofSilence(const SilentFact &silent);

/// What virsh complained of when it should have told the fact.
std::optional<VirshError> virshErrorOf(const SilentFact &silent, const FactStore &facts);

/// Who holds the domain or its agent when libvirt gave up waiting (VirshError::Kind::JobTimeout),
/// by the call and by the virsh command that makes it, and what that means.
Phrase holderPhrase(const VirshError &error);

} // namespace plumbline
