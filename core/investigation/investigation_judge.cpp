// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an investigation makes of its facts.
#include "investigation/investigation.h"

#include "path/layout.h"
#include "probes/catalogue.h"
#include "rules/idle_host_findings.h"
#include "rules/job_findings.h"
#include "rules/path_findings.h"
#include "rules/queue_questions.h"
#include "rules/side_channels.h"
#include "rules/summary.h"
#include "rules/version_findings.h"

#include <algorithm>

namespace plumbline {

Diagnosis Investigation::nothingKnown(const SilentFact &silent) const
{
    Diagnosis diagnosis;
    diagnosis.target = m_target.toString();
    diagnosis.host = m_asker->name();
    diagnosis.domainName = m_target.domain;
    diagnosis.taken = m_asker->now();
    diagnosis.observations = m_facts.observations();
    const Phrase reason
        = PHRASE("investigation", "host %1: %2").arg(m_asker->name()).arg(silent.silence.why);
    DiskDiagnosis disk;
    disk.name = m_diskFilter.isEmpty() ? QStringLiteral("*") : m_diskFilter;
    disk.layers = layOutUnknown(reason);
    const EvidenceList evidence{{silent.observation, 0, 0}};
    for (Layer &layer : disk.layers)
        layer.verdict.evidence = evidence;
    disk.summary.text = PHRASE("investigation", "Nothing is known of %1: %2")
                            .arg(m_target.domain.isEmpty() ? m_asker->name() : m_target.domain)
                            .arg(reason);
    disk.summary.evidence = evidence;
    diagnosis.disks.append(disk);
    for (const SideChannel::Kind kind :
        {SideChannel::GuestAgent, SideChannel::Monitor, SideChannel::Libvirt,
            SideChannel::SerialConsole, SideChannel::ConsolePicture, SideChannel::Network})
        diagnosis.sideChannels.append({kind, unknown(reason)});
    return diagnosis;
}

void Investigation::remember(DiskDiagnosis &disk)
{
    for (Layer &layer : disk.layers) {
        const WallTime now = layer.measured.value_or(m_asker->now());
        auto &known = m_since[layer.identity + u'|' + disk.name];
        if (known.second == WallTime() || known.first != layer.verdict.state)
            known = {layer.verdict.state, layer.verdict.since.value_or(now)};
        // A rule that measured an earlier beginning knows better than our first look.
        if (!layer.verdict.since || *layer.verdict.since > known.second)
            layer.verdict.since = known.second;
        if (disk.summary.boundary && layer.verdict.state == State::Stalled)
            disk.summary.since = layer.verdict.since;
    }
}

// The other disks of this domain that share the stuck layer, with what was just said of them.
static QList<SharingDisk> ownSharing(
    const Layer &stuck, const DiskDiagnosis &disk, const Diagnosis &diagnosis)
{
    QList<SharingDisk> out;
    for (const DiskDiagnosis &other : diagnosis.disks) {
        const bool shares = std::any_of(other.layers.begin(), other.layers.end(),
            [&stuck](const Layer &layer) { return layer.identity == stuck.identity; });
        if (shares && other.name != disk.name)
            out.append({diagnosis.domainName + u'/' + other.name, other.summary});
    }
    return out;
}

void Investigation::findBlastRadius(Diagnosis &diagnosis)
{
    m_neighbours.forget();
    for (DiskDiagnosis &disk : diagnosis.disks) {
        const auto stuck = std::find_if(disk.layers.begin(), disk.layers.end(),
            [](const Layer &layer) { return layer.verdict.state == State::Stalled; });
        if (!disk.summary.boundary || stuck == disk.layers.end()
            || stuck->kind < LayerKind::HostMount)
            continue;
        disk.blastRadius = ownSharing(*stuck, disk, diagnosis);
        Neighbours others;
        others.find(*stuck, *m_plan, m_survey.running, m_facts);
        disk.blastRadius += others.judge(m_facts);
        m_neighbours.add(others);
    }
}

Diagnosis Investigation::judge()
{
    Diagnosis diagnosis;
    diagnosis.target = m_target.toString();
    diagnosis.host
        = m_survey.hostname.isEmpty() ? m_asker->name() : QString::fromUtf8(m_survey.hostname);
    diagnosis.domainName = QString::fromUtf8(m_plan->name);
    diagnosis.domainUuid = QString::fromUtf8(m_plan->uuid);
    diagnosis.taken = m_asker->now();
    diagnosis.rounds = m_round;
    if (const auto state = m_facts.last(libvirtDomainState, m_plan->subject()))
        diagnosis.domainState = QString::fromUtf8(state->value.state);
    else if (const auto status = m_facts.last(qemuStatus, m_plan->subject()))
        diagnosis.domainState = QString::fromUtf8(status->value.status);
    for (const DiskPlan &plan : std::as_const(m_plan->disks)) {
        const DiskContext context{*m_plan, plan, m_facts};
        DiskDiagnosis disk = diagnoseDisk(context, layOut(*m_plan, plan, m_facts));
        remember(disk);
        diagnosis.disks.append(disk);
    }
    findBlastRadius(diagnosis);
    // Only now: those that are not shown may share what is stuck.
    diagnosis.disks.removeIf([this](const DiskDiagnosis &disk) {
        return !m_diskFilter.isEmpty() && disk.name != m_diskFilter;
    });
    diagnosis.virtqueues = askQueues(*m_plan, m_facts);
    diagnosis.sideChannels = judgeSideChannels(*m_plan, m_facts);
    diagnosis.findings = findHangs(m_facts) + findPathDifferences(*m_plan, m_facts)
        + findJobs(*m_plan, m_facts) + findIdleHost(*m_plan, m_facts, diagnosis.disks)
        + findUnasked(*m_plan, m_facts);
    diagnosis.observations = m_facts.observations();
    return diagnosis;
}

} // namespace plumbline
