// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/legs.h"

#include "path/block_layers.h"
#include "path/layout.h"
#include "rules/host_wait.h"

#include <algorithm>

namespace plumbline {

static QList<const BlockDevice *> devicesOf(const DiskContext &context, const BlockStack &stack)
{
    QList<const BlockDevice *> out;
    for (const Layer &layer : layOut(context.plan, context.disk, context.facts)) {
        if (const BlockDevice *device = deviceOf(layer, stack))
            out.append(device);
    }
    return out;
}

QList<QByteArray> devicesOn(const DiskContext &context, const QByteArray &name)
{
    const auto stack = context.facts.lastKnown(hostBlockStack, context.plan.subject());
    QList<QByteArray> out;
    if (!stack)
        return out;
    for (const BlockDevice *device : devicesOf(context, stack->value)) {
        for (const BlockTransport *used : {sessionOf(*device, stack->value),
                 remotePortOf(*device, stack->value), fabricControllerOf(*device, stack->value)}) {
            if (used && used->name == name)
                out.append(device->name);
        }
    }
    return out;
}

// nvme_ana_state_names (drivers/nvme/host/multipath.c): by the others no request goes. A target
// without ANA has no such file.
static bool isOpen(const QByteArray &anaState)
{
    return anaState.isEmpty() || anaState == "optimized" || anaState == "non-optimized";
}

// sdev_access_states (drivers/scsi/scsi_sysfs.c); only a device with a handler has the file.
static bool isActive(const QByteArray &accessState)
{
    return accessState.isEmpty() || accessState.startsWith("active/");
}

static bool takesRequests(const BlockStack &stack, const BlockDevice &leg)
{
    if (leg.kind == BlockDevice::NvmePath || leg.kind == BlockDevice::Nvme) {
        return stack.controllers.value(leg.controller()).value("state") == "live"
            && isOpen(leg.value("ana_state"));
    }
    const BlockTransport *session = sessionOf(leg, stack);
    const BlockTransport *port = remotePortOf(leg, stack);
    const QByteArray portState = port ? port->value("port_state") : QByteArray("Online");
    return leg.value("device/state") == "running" && isActive(leg.value("device/access_state"))
        && (!session || session->value("state") == "LOGGED_IN")
        && (portState == "Online" || portState == "Marginal");
}

// Who opened one leg by itself has no other.
static QList<const BlockDevice *> legsBeside(
    const BlockStack &stack, const BlockDevice &device, const QList<const BlockDevice *> &inPath)
{
    QList<const BlockDevice *> out;
    for (const BlockDevice *top : inPath) {
        if (top->isMultipath() && top->slaves.contains(device.name)) {
            for (const QByteArray &name : top->slaves) {
                if (const BlockDevice *leg = stack.named(name))
                    out.append(leg);
            }
        }
        const QList<const BlockDevice *> paths = stack.nvmePaths(*top);
        if (paths.contains(&device))
            out += paths;
    }
    out.removeAll(&device);
    return out;
}

QByteArray wayAround(const DiskContext &context, const QList<QByteArray> &devices)
{
    const auto stack = context.facts.lastKnown(hostBlockStack, context.plan.subject());
    if (!stack || devices.isEmpty())
        return {};
    const QList<const BlockDevice *> inPath = devicesOf(context, stack->value);
    QByteArray way;
    for (const QByteArray &name : devices) {
        const BlockDevice *device = stack->value.named(name);
        const auto legs
            = device ? legsBeside(stack->value, *device, inPath) : QList<const BlockDevice *>();
        const auto open = std::find_if(legs.begin(), legs.end(),
            [&stack](const BlockDevice *leg) { return takesRequests(stack->value, *leg); });
        if (open == legs.end())
            return {};
        way = (*open)->name;
        const auto motion = deviceMotion(context, name);
        if (motion && motion->isStuck())
            return {};
    }
    return way;
}

} // namespace plumbline
