// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/host_wait.h"

#include "rules/legs.h"

#include <algorithm>

namespace plumbline {

static HostWait byThreads(const Twice<TaskTable> &threads)
{
    HostWait wait;
    for (const ThreadState &now : threads.last.value.threads) {
        const ThreadState *before = threads.first.value.thread(now.tid);
        if (now.state != 'D' || !before || before->state != 'D' || before->wchan != now.wchan)
            continue;
        wait.answer = HostWait::Yes;
        wait.since = threads.first.time;
        wait.evidence.append(cite(threads.first, before->line));
        wait.evidence.append(cite(threads.last, now.line));
    }
    return wait;
}

HostWait hostWait(const DiskContext &context)
{
    const auto queue = queueMovement(context.plan, context.disk, context.facts);
    if (queue && !context.disk.sharesQueues) {
        if (queue->stuck == 0 || queue->seconds < stallSeconds)
            return {HostWait::No, std::nullopt, queue->evidence};
        return {HostWait::Yes, queue->time - milliseconds(qint64(queue->seconds * 1000)),
            queue->evidence};
    }
    const Verdict passage = judgedByPassage(context);
    if (passage.state == State::Healthy)
        return {HostWait::No, std::nullopt, passage.evidence};
    const auto threads = context.facts.twice(processThreads, context.plan.subject());
    return threads && threads->seconds() >= stallSeconds ? byThreads(*threads) : HostWait();
}

bool DeviceMotion::isStuck() const
{
    return inFlight > 0 && heldBefore && completed == 0 && seconds >= stallSeconds;
}

static qint64 inDriver(const BlockStack &stack, const QByteArray &name)
{
    const BlockDevice *device = stack.named(name);
    return device ? device->inFlight().value_or(0) : 0;
}

Known<DeviceMotion> deviceMotion(const DiskContext &context, const QByteArray &device)
{
    const auto disks = context.facts.twice(hostDisks, context.plan.subject());
    if (!disks)
        return std::unexpected(disks.error());
    const DiskCounters *first = disks->first.value.named(device);
    const DiskCounters *last = disks->last.value.named(device);
    if (!first || !last) {
        return std::unexpected(SilentFact{
            {Silence::Unsupported,
                PHRASE("rules", "/proc/diskstats does not list %1").arg(QString::fromUtf8(device))},
            disks->last.observation});
    }
    DeviceMotion motion;
    motion.inFlight = qint64(last->inFlight);
    motion.heldBefore = first->inFlight > 0;
    motion.completed = qint64(last->completed() - first->completed());
    motion.seconds = disks->seconds();
    motion.evidence = {cite(disks->first, first->line), cite(disks->last, last->line)};
    if (const auto stacks = context.facts.twice(hostBlockStack, context.plan.subject())) {
        const qint64 before = inDriver(stacks->first.value, device);
        const qint64 now = inDriver(stacks->last.value, device);
        const BlockDevice *seen = stacks->last.value.named(device);
        motion.inFlight = std::max(motion.inFlight, now);
        motion.heldBefore = motion.heldBefore || before > 0;
        motion.heldByDriver = seen && seen->countsTags() && before > 0 && now > 0;
    }
    return motion;
}

Verdict holdsUp(const DiskContext &context, const QList<QByteArray> &devices, const Phrase &what,
    const EvidenceList &evidence)
{
    if (const QByteArray way = wayAround(context, devices); !way.isEmpty()) {
        return unknown(PHRASE("rules", "%1; requests can go by way of %2")
                           .arg(what)
                           .arg(QString::fromUtf8(way)))
            .citing(evidence);
    }
    HostWait wait = hostWait(context);
    for (const QByteArray &device : devices) {
        if (wait.answer != HostWait::NotKnown)
            break;
        const auto motion = deviceMotion(context, device);
        if (motion && motion->isStuck())
            wait = {HostWait::Yes, std::nullopt, motion->evidence};
    }
    if (wait.answer == HostWait::Yes)
        return stalled(what).sinceTime(wait.since).citing(evidence).citing(wait.evidence);
    const Phrase doubt = wait.answer == HostWait::No
        ? PHRASE("rules", "%1; no request of this disk was seen to wait for it")
        : PHRASE("rules", "%1; whether a request waits for it could not be seen");
    return unknown(doubt.arg(what)).citing(evidence).citing(wait.evidence);
}

} // namespace plumbline
