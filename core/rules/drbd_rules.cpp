// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"
#include "rules/host_wait.h"

namespace plumbline {

static bool says(const QByteArray &word)
{
    return !word.isEmpty() && word != "no";
}

// on-no-data-accessible suspend-io, a lost quorum or fencing: DRBD holds requests and says nothing.
static std::optional<Verdict> volume(const DiskContext &context, const BlockDevice &device,
    const Observed<DrbdStatus> &first, const Observed<DrbdStatus> &last)
{
    const DrbdVolume *before = first.value.withMinor(device.minor);
    const DrbdVolume *now = last.value.withMinor(device.minor);
    if (!before || !now)
        return std::nullopt;
    if (says(now->suspended) && says(before->suspended)) {
        return holdsUp(context, {device.name},
            PHRASE("rules", "DRBD has suspended its IO (%1): no error will be returned")
                .arg(QString::fromUtf8(now->suspended)),
            {cite(first, before->resourceLine), cite(last, now->resourceLine)});
    }
    if (says(now->blocked) && says(before->blocked)) {
        return holdsUp(context, {device.name},
            now->blocked == "lower"
                ? PHRASE("rules", "DRBD is blocked by the device below it")
                : PHRASE("rules", "DRBD is blocked (%1)").arg(QString::fromUtf8(now->blocked)),
            {cite(first, before->statisticsLine), cite(last, now->statisticsLine)});
    }
    return std::nullopt;
}

static std::optional<Verdict> drbd(const DiskContext &context, const Layer &layer)
{
    const auto stack = context.facts.lastKnown(hostBlockStack, context.plan.subject());
    const BlockDevice *device = stack ? deviceOf(layer, stack->value) : nullptr;
    if (!device || device->kind != BlockDevice::Drbd)
        return std::nullopt;
    const auto looks = context.facts.twice(drbdStatus, context.plan.subject());
    if (!looks || looks->seconds() < stallSeconds)
        return std::nullopt;
    return volume(context, *device, looks->first, looks->last);
}

const Rule hostBlockDrbd{LayerKind::HostBlock, "host-block.drbd", "Does DRBD take requests?", drbd};

} // namespace plumbline
