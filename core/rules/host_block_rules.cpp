// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "rules/catalogue.h"

namespace plumbline {

static Verdict drains(const Twice<DiskTable> &disks, const QByteArray &name)
{
    const DiskCounters *first = disks.first.value.named(name);
    const DiskCounters *last = disks.last.value.named(name);
    if (!first || !last)
        return unknown(
            PHRASE("rules", "/proc/diskstats does not list %1").arg(QString::fromUtf8(name)))
            .citing({cite(disks.last)});
    const EvidenceList evidence{cite(disks.first, first->line), cite(disks.last, last->line)};
    const auto completed = qint64(last->completed() - first->completed());
    if (completed == 0 && last->inFlight > 0 && first->inFlight > 0
        && disks.seconds() >= stallSeconds) {
        return stalled(PHRASE_N("rules", "%n request(s) in its queue, none completed in %1")
                           .arg(durationPhrase(disks.seconds()))
                           .count(qint64(last->inFlight)))
            .citing(evidence);
    }
    if (completed > 0)
        return healthy(completedPhrase(completed, disks.seconds())).citing(evidence);
    return unknown(PHRASE("rules", "nothing in flight and nothing new in %1")
                       .arg(durationPhrase(disks.seconds())))
        .as(Modifier::Idle)
        .citing(evidence);
}

static std::optional<Verdict> queue(const DiskContext &context, const Layer &layer)
{
    const auto disks = context.facts.twice(hostDisks, context.plan.subject());
    if (!disks)
        return unknown(disks.error().silence.why).citing({{disks.error().observation, 0, 0}});
    return drains(*disks, layer.name.toUtf8());
}

const Rule hostBlockDrains{
    LayerKind::HostBlock, "host-block.drains", "Does the host's queue drain?", queue};

} // namespace plumbline
