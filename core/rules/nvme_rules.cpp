// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"
#include "rules/host_wait.h"
#include "rules/legs.h"

namespace plumbline {

// What a lost controller means for who waits. -1 tries for ever (nvmf_should_reconnect), and then
// only fast_io_fail_tmo ends a request.
static Phrase fateOf(const BlockTransport &controller)
{
    const auto loss = controller.number("ctrl_loss_tmo");
    const auto fast = controller.number("fast_io_fail_tmo");
    if (fast && *fast >= 0)
        return PHRASE("rules", "requests fail after %1 s (fast_io_fail_tmo)").arg(*fast);
    if (controller.value("ctrl_loss_tmo") == "off" || (loss && *loss < 0))
        return PHRASE("rules", "it tries for ever (ctrl_loss_tmo): no error will be returned");
    if (loss)
        return PHRASE("rules", "it tries for %1 s (ctrl_loss_tmo), until then no error").arg(*loss);
    return PHRASE("rules", "the driver resets it");
}

// Measured: with native multipath the requests of a lost controller are in no counter at all.
static std::optional<Verdict> controller(
    const DiskContext &context, const QByteArray &name, const QList<QByteArray> &devices)
{
    const auto looks = context.facts.twice(hostBlockStack, context.plan.subject());
    if (!looks || looks->seconds() < stallSeconds)
        return std::nullopt;
    const auto before = looks->first.value.controllers.constFind(name);
    const auto now = looks->last.value.controllers.constFind(name);
    if (before == looks->first.value.controllers.constEnd()
        || now == looks->last.value.controllers.constEnd() || now->value("state") == "live"
        || before->value("state") == "live" || now->value("state").isEmpty())
        return std::nullopt;
    const SeenTwice<BlockTransport> seen{*before, *now};
    return holdsUp(context, devices,
        PHRASE("rules", "the controller %1 is %2: %3")
            .arg(QString::fromUtf8(name))
            .arg(QString::fromUtf8(now->value("state")))
            .arg(fateOf(*now)),
        seen.cite(*looks, "state"));
}

static std::optional<Verdict> local(const DiskContext &context, const Layer &layer)
{
    const auto stack = context.facts.lastKnown(hostBlockStack, context.plan.subject());
    const BlockDevice *device = stack ? deviceOf(layer, stack->value) : nullptr;
    const bool isNvme = device
        && (device->kind == BlockDevice::Nvme || device->kind == BlockDevice::NvmePath)
        && stack->value.nvmePaths(*device).isEmpty();
    // One across a fabric is judged there.
    if (!isNvme || fabricControllerOf(*device, stack->value))
        return std::nullopt;
    return controller(context, device->controller(), {device->name});
}

const Rule hostBlockNvme{
    LayerKind::HostBlock, "host-block.nvme", "Does the NVMe controller live?", local};

static std::optional<Verdict> remote(const DiskContext &context, const Layer &layer)
{
    const QByteArray name = identityAfter(layer, "fabric:nvme:");
    if (name.isEmpty())
        return std::nullopt;
    return controller(context, name, devicesOn(context, name));
}

const Rule fabricNvme{
    LayerKind::Fabric, "fabric.nvme", "Is the NVMe controller connected?", remote};

} // namespace plumbline
