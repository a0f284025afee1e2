// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"

#include <algorithm>

namespace plumbline {

// Measured: what arrives at a suspended device waits in front of it, and no counter of it shows
// that. A resize or a snapshot suspends for moments; two looks apart it is no such moment.
static std::optional<Verdict> suspended(const DiskContext &context, const Layer &layer)
{
    const auto looks = context.facts.twice(hostBlockStack, context.plan.subject());
    const BlockDevice *before = looks ? deviceOf(layer, looks->first.value) : nullptr;
    const BlockDevice *now = looks ? deviceOf(layer, looks->last.value) : nullptr;
    if (!before || !now || looks->seconds() < stallSeconds || now->value("dm/suspended") != "1"
        || before->value("dm/suspended") != "1")
        return std::nullopt;
    const SeenTwice<BlockDevice> seen{*before, *now};
    return holdsUp(context, {now->name},
        PHRASE("rules", "the device-mapper device is suspended: its requests wait for a resume"),
        seen.cite(*looks, "dm/suspended"));
}

const Rule hostBlockSuspended{
    LayerKind::HostBlock, "host-block.dm-suspended", "Is the mapping suspended?", suspended};

static Verdict withoutPath(
    const DiskContext &context, const BlockDevice &device, const Observed<MultipathTable> &table)
{
    const EvidenceList evidence{
        cite(table, table.value.statusLine), cite(table, table.value.tableLine)};
    if (!table.value.queuesIfNoPath) {
        return unknown(PHRASE("rules", "no path is left: requests to it fail")).citing(evidence);
    }
    return holdsUp(context, {device.name},
        PHRASE_N("rules",
            "none of its %n path(s) is left, and it queues then (queue_if_no_path): no error will "
            "ever be returned")
            .count(table.value.paths.size()),
        evidence);
}

// Without the right to ask for the table: no path whose SCSI device takes requests.
static std::optional<Verdict> byStates(
    const DiskContext &context, const Observed<BlockStack> &look, const BlockDevice &device)
{
    EvidenceList evidence;
    for (const QByteArray &name : device.slaves) {
        const BlockDevice *path = look.value.named(name);
        if (!path || path->value("device/state") == "running"
            || path->value("device/state").isEmpty())
            return std::nullopt;
        evidence.append(cite(look, path->line("device/state")));
    }
    if (evidence.isEmpty())
        return std::nullopt;
    return holdsUp(context, {device.name},
        PHRASE_N("rules",
            "none of its %n path(s) takes requests; whether it queues then (queue_if_no_path) "
            "needs "
            "root")
            .count(evidence.size()),
        evidence);
}

static std::optional<Verdict> multipath(const DiskContext &context, const Layer &layer)
{
    const auto stack = context.facts.lastKnown(hostBlockStack, context.plan.subject());
    const BlockDevice *device = stack ? deviceOf(layer, stack->value) : nullptr;
    if (!device || !device->isMultipath())
        return std::nullopt;
    const auto table
        = context.facts.last(hostMultipath, context.plan.pathSubject(numberText(*device)));
    if (!table)
        return byStates(context, *stack, *device);
    if (table->value.activePaths() > 0)
        return std::nullopt;
    return withoutPath(context, *device, *table);
}

const Rule hostBlockMultipath{
    LayerKind::HostBlock, "host-block.multipath", "Has it a path left?", multipath};

} // namespace plumbline
