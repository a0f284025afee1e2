// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/idle_host_findings.h"

#include "base/duration_phrase.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

#include <algorithm>

namespace plumbline {

// More lines than these are no better evidence.
static constexpr qsizetype mostLines = 8;

static bool goesPastDevices(const DiskDiagnosis &disk)
{
    return disk.summary.verdict == State::Stalled
        && std::none_of(disk.layers.begin(), disk.layers.end(),
            [](const Layer &layer) { return layer.kind == LayerKind::HostBlock; });
}

QList<Verdict> findIdleHost(
    const DomainPlan &plan, const FactStore &facts, const QList<DiskDiagnosis> &disks)
{
    const auto looks = facts.twice(hostDisks, plan.subject());
    QStringList stalled;
    for (const DiskDiagnosis &disk : disks) {
        if (goesPastDevices(disk))
            stalled.append(disk.name);
    }
    if (!looks || looks->seconds() < stallSeconds || stalled.isEmpty())
        return {};
    EvidenceList evidence;
    for (const DiskCounters &now : looks->last.value.disks) {
        const DiskCounters *before = looks->first.value.named(now.name);
        if (!before || now.completed() != before->completed() || now.inFlight != 0)
            return {};
        if (now.completed() > 0 && evidence.size() < mostLines)
            evidence += {cite(looks->first, before->line), cite(looks->last, now.line)};
    }
    if (evidence.isEmpty())
        return {};
    return {
        unknown(PHRASE("rules",
                    "the host's block devices have completed nothing for %1 and hold nothing, as "
                    "iostat would "
                    "show: the requests of %2 do not go through them, so it is no sign of health")
                    .arg(durationPhrase(looks->seconds()))
                    .arg(stalled.join(QStringLiteral(", "))))
            .citing(evidence)};
}

} // namespace plumbline
