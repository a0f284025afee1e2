// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "path/qemu_threads.h"
#include "rules/catalogue.h"

namespace plumbline {

struct StuckThread
{
    ServingThread serving;
    Phrase reason;
    std::optional<WallTime> since;
    EvidenceList evidence;
};

// In uninterruptible sleep in the same place at both looks.
static std::optional<StuckThread> stuckThread(
    const DiskContext &context, const Twice<TaskTable> &looks, const ServingThread &serving)
{
    const ThreadState *before = looks.first.value.thread(serving.tid);
    const ThreadState *now = looks.last.value.thread(serving.tid);
    if (!before || !now || before->state != 'D' || now->state != 'D' || before->wchan != now->wchan
        || looks.seconds() < stallSeconds)
        return std::nullopt;
    StuckThread stuck{serving,
        PHRASE("rules", "%1 %2 for %3")
            .arg(serving.name())
            .arg(threadPhrase(*now))
            .arg(durationPhrase(looks.seconds())),
        looks.first.time, {cite(looks.first, before->line), cite(looks.last, now->line)}};
    if (const auto stacks = context.facts.last(processStacks, context.plan.subject())) {
        if (const KernelStack *stack = stacks->value.thread(serving.tid))
            stuck.evidence.append({stacks->observation, stack->line, stack->lastLine});
    }
    return stuck;
}

// A thread in D is a fault only while something waits for it: a busy one may be there at any two
// looks. While the main loop sleeps its monitor cannot tell of any queue, and that is a sign, too.
static bool somethingWaits(const DiskContext &context, const ServingThread &serving)
{
    const auto queue = ownMovement(context);
    if (queue)
        return queue->stuck > 0 && queue->seconds >= stallSeconds;
    const auto status = context.facts.last(qemuStatus, context.plan.subject());
    return serving.iothread.isEmpty() && !status
        && status.error().silence.kind == Silence::TimedOut;
}

static std::optional<Verdict> threads(const DiskContext &context, const Layer &)
{
    const auto looks = context.facts.twice(processThreads, context.plan.subject());
    const auto queue = queueMovement(context.plan, context.disk, context.facts);
    if (!looks || (queue && queue->completed > 0))
        return std::nullopt;
    std::optional<Verdict> doubt;
    for (const ServingThread &serving : servingThreads(context.plan, context.disk, context.facts)) {
        const auto stuck = stuckThread(context, *looks, serving);
        if (!stuck)
            continue;
        if (serving.iothread.isEmpty() && !context.disk.iothreads.isEmpty()) {
            doubt = unknown(
                PHRASE("rules", "%1; requests of this disk take an IOThread").arg(stuck->reason))
                        .citing(stuck->evidence);
            continue;
        }
        if (somethingWaits(context, serving))
            return stalled(stuck->reason).sinceTime(stuck->since).citing(stuck->evidence);
        doubt = unknown(PHRASE("rules", "%1; no request of this disk was seen to wait for it")
                            .arg(stuck->reason))
                    .citing(stuck->evidence);
    }
    return doubt;
}

const Rule deviceThreads{LayerKind::Device, "device.threads",
    "Do the threads that serve the disk sleep where nothing wakes them?", threads};

} // namespace plumbline
