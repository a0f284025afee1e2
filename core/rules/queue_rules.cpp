// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "rules/catalogue.h"
#include "rules/queue_questions.h"

namespace plumbline {

static VirtioPlan deviceOf(const DiskContext &context)
{
    return virtioOf(context.disk);
}

/// The first queue of the disk of which the answer is "no".
static std::optional<Verdict> firstNo(const DiskContext &context, QueueAnswer Virtqueue::*question)
{
    if (context.disk.qomPath.isEmpty() || context.disk.bus == DiskPlan::Other)
        return std::nullopt;
    for (int queue = 0; queue < context.disk.queueCount; ++queue) {
        const Virtqueue asked = askQueue(
            context.plan, deviceOf(context), context.disk.firstQueue + queue, context.facts);
        const QueueAnswer &answer = asked.*question;
        if (answer.word == QueueAnswer::No) {
            return stalled(PHRASE("rules", "queue %1: %2").arg(asked.queue).arg(answer.why))
                .citing(answer.evidence);
        }
    }
    return std::nullopt;
}

static std::optional<Verdict> seen(const DiskContext &context, const Layer &)
{
    return firstNo(context, &Virtqueue::seen);
}

static std::optional<Verdict> noticed(const DiskContext &context, const Layer &)
{
    return firstNo(context, &Virtqueue::noticed);
}

const Rule virtqueueSeen{
    LayerKind::Virtqueue, "virtqueue.seen", "Has the device seen all that was submitted?", seen};
const Rule virtioDriverNotices{LayerKind::VirtioDriver, "virtio.driver.notices",
    "Has the driver noticed all completions?", noticed};

} // namespace plumbline
