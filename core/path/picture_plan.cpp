// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/picture_plan.h"

#include "path/block_layers.h"
#include "path/layout.h"
#include "path/round_plan.h"
#include "probes/catalogue.h"

namespace plumbline {

static bool isInMemory(const MountTable &mounts, const QByteArray &folder)
{
    const Mount *mount = mountOf(mounts, folder);
    return mount && (mount->fsType == "tmpfs" || mount->fsType == "ramfs");
}

// One name for a process, so that a file that we could not remove is used again.
static QByteArray pictureFile(const DomainPlan &plan, const FactStore &facts)
{
    const auto mounts = facts.lastKnown(processMounts, plan.subject());
    if (!mounts)
        return {};
    const QByteArray own = plan.monitorSocket.left(plan.monitorSocket.lastIndexOf('/'));
    if (!own.startsWith('/') || !isInMemory(mounts->value, own))
        return {};
    return own + "/.plumbline-picture-" + QByteArray::number(plan.pid);
}

// What holds a request at the only look may be stuck; two looks tell whether it moves.
static bool mayBeStuck(const BlockDevice &device, const FactStore &facts, const Subject &domain)
{
    const auto last = facts.last(hostDisks, domain);
    const DiskCounters *now = last ? last->value.named(device.name) : nullptr;
    if (!now)
        return true;
    const auto twice = facts.twice(hostDisks, domain);
    const DiskCounters *before = twice ? twice->first.value.named(device.name) : nullptr;
    return now->inFlight > 0 && (!before || before->completed() == now->completed());
}

static bool isSafePlace(const QByteArray &file, const DomainPlan &plan, const FactStore &facts)
{
    const auto mounts = facts.lastKnown(processMounts, plan.subject());
    const auto stack = facts.lastKnown(hostBlockStack, plan.subject());
    const Mount *mount = mounts ? mountOf(mounts->value, file) : nullptr;
    if (!mount || isRemoteFileSystem(mount->fsType))
        return false;
    DiskPlan cache;
    cache.chain = {BlockNode()};
    cache.chain.last().filename = file;
    for (const Layer &layer : layOut(plan, cache, facts)) {
        const BlockDevice *device = stack ? deviceOf(layer, stack->value) : nullptr;
        if (device && mayBeStuck(*device, facts, plan.subject()))
            return false;
    }
    return true;
}

// Measured with libvirt 11.3: it is written beside the domain's monitor; earlier ones write it into
// their cache (qemuDomainScreenshot of src/qemu/qemu_driver.c).
bool isPictureSafe(const DomainPlan &plan, const FactStore &facts)
{
    return isSafePlace("/var/lib/libvirt/qemu/qemu.screendump", plan, facts)
        && isSafePlace("/var/cache/libvirt/qemu/qemu.screendump", plan, facts);
}

// Its QEMU knows no "format": said once, so it is not asked again with it.
static bool isOld(const FactStore &facts, const Subject &file)
{
    const auto last = facts.last(qemuScreendump, file);
    if (last)
        return false;
    const auto answer = facts.observations().constFind(last.error().observation);
    return answer != facts.observations().constEnd() && answer->out.contains("'format'");
}

// Without an answer it may have written the file all the same.
static bool isRefused(const Known<Observed<bool>> &dump)
{
    return !dump && dump.error().silence.kind != Silence::TimedOut;
}

QList<Planned> planPicture(const DomainPlan &plan, const FactStore &facts, const ProbeBase *asked)
{
    if (plan.isLibvirt())
        return asked ? QList<Planned>() : QList<Planned>{{&libvirtScreenshot, plan.subject()}};
    const QByteArray path = pictureFile(plan, facts);
    // A monitor that is silent now would only be silent once more.
    if (!plan.hasMonitor() || path.isEmpty() || !facts.last(qemuStatus, plan.subject()))
        return {};
    const Subject file = plan.pathSubject(path);
    if (!asked || asked == &qemuScreendump) {
        if (isOld(facts, file))
            return {{&qemuOldScreendump, file}};
        if (!asked)
            return {{&qemuScreendump, file}};
    }
    const Probe<bool> &dump = asked == &qemuScreendump ? qemuScreendump : qemuOldScreendump;
    if (asked == &dumpedPicture || isRefused(facts.last(dump, file)))
        return {};
    return {{&dumpedPicture, file}};
}

static Subject pictureSubject(const DomainPlan &plan, const FactStore &facts)
{
    return plan.pathSubject(pictureFile(plan, facts));
}

// Of a bare QEMU that has no display, or refuses: its refusal is the reason.
Known<Observed<ConsolePicture>> consolePicture(const DomainPlan &plan, const FactStore &facts)
{
    if (plan.isLibvirt())
        return facts.last(libvirtScreenshot, plan.subject());
    const Subject file = pictureSubject(plan, facts);
    if (file.path.isEmpty()) {
        return std::unexpected(SilentFact{{Silence::NotAsked,
                                              PHRASE("path",
                                                  "no folder in memory is known in which QEMU "
                                                  "could leave a picture")},
            0});
    }
    const Probe<bool> &dump = isOld(facts, file) ? qemuOldScreendump : qemuScreendump;
    if (const auto done = facts.last(dump, file); isRefused(done))
        return std::unexpected(done.error());
    return facts.last(dumpedPicture, file);
}

Known<Twice<ConsolePicture>> consolePictures(const DomainPlan &plan, const FactStore &facts)
{
    if (plan.isLibvirt())
        return facts.twice(libvirtScreenshot, plan.subject());
    return facts.twice(dumpedPicture, pictureSubject(plan, facts));
}

} // namespace plumbline
