// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/idle_host_findings.h"

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

static bool isIdle(const IostatDevice &device)
{
    for (const auto &rate : {device.transfers, device.reads, device.writes, device.discards,
             device.flushes, device.queue, device.utilPercent}) {
        if (rate.value_or(0) != 0)
            return false;
    }
    return true;
}

// What iostat itself said, where somebody kept it.
static EvidenceList idleByIostat(const DomainPlan &plan, const FactStore &facts)
{
    const auto report = facts.last(hostIostat, plan.subject());
    EvidenceList evidence;
    if (!report || report->value.maySpanUptime())
        return evidence;
    for (const IostatDevice &device : report->value.devices) {
        if (!isIdle(device))
            return {};
        if (evidence.size() < mostLines)
            evidence.append(cite(*report, device.line));
    }
    return evidence;
}

static EvidenceList idleByCounters(const DomainPlan &plan, const FactStore &facts)
{
    const auto looks = facts.twice(hostDisks, plan.subject());
    if (!looks || looks->seconds() < stallSeconds)
        return {};
    EvidenceList evidence;
    for (const DiskCounters &now : looks->last.value.disks) {
        const DiskCounters *before = looks->first.value.named(now.name);
        if (!before || now.completed() != before->completed() || now.inFlight != 0)
            return {};
        if (now.completed() > 0 && evidence.size() < mostLines)
            evidence += {cite(looks->first, before->line), cite(looks->last, now.line)};
    }
    return evidence;
}

QList<Verdict> findIdleHost(
    const DomainPlan &plan, const FactStore &facts, const QList<DiskDiagnosis> &disks)
{
    QStringList stalled;
    for (const DiskDiagnosis &disk : disks) {
        if (goesPastDevices(disk))
            stalled.append(disk.name);
    }
    if (stalled.isEmpty())
        return {};
    EvidenceList evidence = idleByIostat(plan, facts);
    if (evidence.isEmpty())
        evidence = idleByCounters(plan, facts);
    if (evidence.isEmpty())
        return {};
    return {unknown(PHRASE("rules",
                        "the host's block devices complete nothing and hold nothing, as iostat "
                        "shows: the requests "
                        "of %1 wait elsewhere, so it is no sign of health")
                        .arg(stalled.join(QStringLiteral(", "))))
            .citing(evidence)};
}

} // namespace plumbline
