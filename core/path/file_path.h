// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/path_chain.h"
#include "model/layer.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

namespace plumbline {

/// The walk along the disk's file, from the host and from QEMU, if anybody took it.
Known<Observed<PathChain>> pathChainOf(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// Where the disk's file lies for QEMU: without links as far as they are known, else as it was
/// given. A name below /dev stays as it is, since it says more than the device it leads to.
QByteArray filePathOf(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// A disk of another domain whose file lies below links that the walks of this one have met.
void followKnownLinks(DiskPlan &disk, const DomainPlan &known, const FactStore &facts);

/// Every link on the way, and what was not looked at.
void addPathDetails(
    Layer &layer, const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// "/dev/vg is missing", "leads to /dev/dm-3"
Phrase endingPhrase(const PathWalk &walk);

} // namespace plumbline
