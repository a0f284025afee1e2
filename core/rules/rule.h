// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layer.h"
#include "path/domain_plan.h"
#include "path/movement.h"
#include "probes/catalogue.h"
#include "probes/fact_store.h"

#include <optional>

namespace plumbline {

/// One disk with all that is known of it. A rule cannot ask.
struct DiskContext
{
    const DomainPlan &plan;
    const DiskPlan &disk;
    const FactStore &facts;
};

/// One thing that can be said of a kind of layer. `apply` gives nullopt where the rule does not
/// concern the layer (an NFS rule on ext4). Rules judge their own layer alone: "holds requests and
/// completes none" is stalled here, and rules/summary.h decides which of several is the culprit.
struct Rule
{
    LayerKind kind;
    const char *id;
    /// What it asks, in words.
    const char *question;
    std::optional<Verdict> (*apply)(const DiskContext &, const Layer &);
};

/// Less time than this between two looks proves no stall: a slow but living disk under a busy
/// emulated guest was seen to complete nothing for over a second.
inline constexpr double stallSeconds = 2.0;

/// Calls the rule's function with the facts it needs. If one of them is silent it is not called,
/// and the answer is unknown with that silence as its reason: no rule can forget it.
template <typename... Facts>
Verdict judge(Verdict (*rule)(const Facts &...), const Known<Facts> &...facts)
{
    const SilentFact *silent = nullptr;
    ((silent = silent || facts ? silent : &facts.error()), ...);
    if (silent)
        return unknown(silent->silence.why).citing({{silent->observation, 0, 0}});
    return rule(*facts...);
}

/// For a layer that has no counters of its own: requests that complete further up have passed it.
/// Unknown, waiting for an answer, or idle otherwise.
Verdict judgedByPassage(const DiskContext &context);

/// What moved through the disk's queues, if nothing but its own requests can be in them.
Known<QueueMovement> ownMovement(const DiskContext &context);

/// Calls a rule with what moved through the disk's queues. While they are silent the answer is
/// unknown, with what was in flight when they last answered. Queues that are shared with other
/// disks neither accuse nor acquit: there the disk's own statistics do.
Verdict judgeQueue(Verdict (*rule)(const QueueMovement &), const DiskContext &context);

/// The virtio device met a bogus descriptor and stopped for good.
bool isBroken(const DiskContext &context);

/// Is a limit of the disk so narrow that nothing could complete in this time?
bool limitExplainsStandstill(const DiskPlan &disk, double seconds);

/// "12 requests completed in 5 s"
Phrase completedPhrase(qint64 completed, double seconds);

} // namespace plumbline
