// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/investigation.h"

#include "path/layout.h"
#include "path/round_plan.h"
#include "probes/catalogue.h"
#include "rules/side_channels.h"
#include "rules/summary.h"

#include <algorithm>

namespace plumbline {

Investigation::Investigation(Asker *asker, Target target) :
    m_asker(asker), m_target(std::move(target))
{
}

Task<Result<void>> Investigation::discover(Deadline deadline)
{
    m_survey = co_await surveyHost(m_asker, &m_facts, deadline);
    if (m_survey.silent) {
        m_diagnosis = unreachable();
        co_return Result<void>();
    }
    const QByteArray wanted = m_target.domain.toUtf8();
    const DomainPlan *found = m_survey.find(wanted);
    if (!found && wanted.isEmpty() && m_survey.running.size() == 1)
        found = &m_survey.running.first();
    if (!found) {
        QStringList names;
        for (const DomainEntry &entry : std::as_const(m_survey.entries))
            names.append(entry.name.left(60) + QStringLiteral(" (") + entry.runState + u')');
        co_return failure(names.isEmpty()
                ? PHRASE("investigation", "no domain runs on this host")
                : PHRASE("investigation", "no such domain runs here; there are: %1")
                      .arg(names.join(u", ")),
            m_target.domain.left(200));
    }
    m_plan = *found;
    co_await learnDevices(deadline);
    m_diagnosis = judge();
    co_return Result<void>();
}

// A device without an id has a QOM path that only QEMU can tell. Libvirt gives ids to all.
Task<bool> Investigation::learnDevices(Deadline deadline)
{
    const bool needed = std::any_of(m_plan->disks.begin(), m_plan->disks.end(),
        [](const DiskPlan &disk) { return disk.bus == DiskPlan::VirtioBlk && disk.qomPath.isEmpty(); });
    if (!needed || m_plan->monitorSocket.isEmpty())
        co_return false;
    const QList<Question> questions{qemuBlockstats.ask(m_plan->subject())};
    const QList<Observation> answers = co_await m_asker->ask(questions, deadline);
    m_facts.add(qemuBlockstats, answers.first());
    if (const auto stats = m_facts.last(qemuBlockstats, m_plan->subject()))
        refinePlan(*m_plan, stats->value);
    co_return true;
}

void Investigation::learn()
{
    if (const auto xml = m_facts.lastKnown(libvirtDomainXml, m_plan->subject()))
        refinePlan(*m_plan, xml->value);
    if (const auto stats = m_facts.lastKnown(qemuBlockstats, m_plan->subject()))
        refinePlan(*m_plan, stats->value);
    for (DiskPlan &disk : m_plan->disks) {
        if (const auto status = m_facts.lastKnown(qemuVirtioStatus, m_plan->deviceSubject(disk)))
            refinePlan(disk, status->value);
    }
}

Task<bool> Investigation::sample(Deadline deadline)
{
    if (!m_plan)
        co_return false;
    const QList<Planned> plan = planRound(*m_plan, m_facts, m_round);
    QList<Question> questions;
    for (const Planned &item : plan)
        questions.append(item.probe->ask(item.subject));
    const QList<Observation> answers = co_await m_asker->ask(questions, deadline);
    bool reached = false;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const auto &silence = answers.at(i).silence;
        reached = reached || !silence
            || (silence->kind != Silence::Unreachable && silence->kind != Silence::TimedOut
                && silence->kind != Silence::NotAsked);
    }
    if (!reached && m_round > 0) {
        // A dead link makes old facts stale, not wrong: they stay, with their age.
        if (!m_staleSince)
            m_staleSince = m_diagnosis.taken;
        m_diagnosis.staleSince = m_staleSince;
        Q_EMIT changed(m_diagnosis);
        co_return false;
    }
    m_staleSince.reset();
    for (qsizetype i = 0; i < answers.size(); ++i)
        m_facts.add(*plan.at(i).probe, answers.at(i));
    ++m_round;
    learn();
    m_diagnosis = judge();
    Q_EMIT changed(m_diagnosis);
    co_return reached;
}

Diagnosis Investigation::unreachable() const
{
    Diagnosis diagnosis;
    diagnosis.target = m_target.toString();
    diagnosis.host = m_asker->name();
    diagnosis.domainName = m_target.domain;
    diagnosis.taken = m_asker->now();
    diagnosis.observations = m_facts.observations();
    const Phrase reason = PHRASE("investigation", "host %1: %2")
                              .arg(m_asker->name())
                              .arg(m_survey.silent->silence.why);
    DiskDiagnosis disk;
    disk.name = m_diskFilter.isEmpty() ? QStringLiteral("*") : m_diskFilter;
    disk.layers = layOutUnknown(reason);
    const EvidenceList evidence{{m_survey.silent->observation, 0, 0}};
    for (Layer &layer : disk.layers)
        layer.verdict.evidence = evidence;
    disk.summary.text = PHRASE("investigation", "Nothing is known of %1: %2")
                            .arg(m_target.domain.isEmpty() ? m_asker->name() : m_target.domain)
                            .arg(reason);
    disk.summary.evidence = evidence;
    diagnosis.disks.append(disk);
    for (const SideChannel::Kind kind : {SideChannel::GuestAgent, SideChannel::Monitor,
             SideChannel::Libvirt, SideChannel::SerialConsole})
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
        if (disk.summary.boundary && layer.kind == disk.summary.boundary->below)
            disk.summary.since = layer.verdict.since;
    }
}

// Disks, of this domain and of others on the host, whose path shares the stuck layer.
QStringList Investigation::blastRadius(const DiskDiagnosis &disk) const
{
    if (!disk.summary.boundary)
        return {};
    const auto stuck = std::find_if(disk.layers.begin(), disk.layers.end(),
        [&disk](const Layer &layer) { return layer.kind == disk.summary.boundary->below; });
    if (stuck == disk.layers.end() || stuck->kind < LayerKind::HostMount)
        return {};
    QStringList sharing;
    for (DomainPlan other : m_survey.running) {
        const bool same = other.pid == m_plan->pid;
        if (same)
            other = *m_plan;
        // Facts are this domain's: its view of the host's mounts stands for the others'.
        DomainPlan seen = other;
        seen.pid = m_plan->pid;
        seen.uuid = m_plan->uuid;
        seen.virshUri = m_plan->virshUri;
        seen.monitorSocket = m_plan->monitorSocket;
        for (const DiskPlan &item : std::as_const(seen.disks)) {
            if (same && QString::fromUtf8(item.target) == disk.name)
                continue;
            const QList<Layer> layers = layOut(seen, item, m_facts);
            const bool shares = std::any_of(layers.begin(), layers.end(),
                [&stuck](const Layer &layer) { return layer.identity == stuck->identity; });
            if (shares)
                sharing.append(QString::fromUtf8(other.name + '/' + item.target));
        }
    }
    return sharing;
}

Diagnosis Investigation::judge()
{
    Diagnosis diagnosis;
    diagnosis.target = m_target.toString();
    diagnosis.host = m_survey.hostname.isEmpty() ? m_asker->name()
                                                 : QString::fromUtf8(m_survey.hostname);
    diagnosis.domainName = QString::fromUtf8(m_plan->name);
    diagnosis.domainUuid = QString::fromUtf8(m_plan->uuid);
    diagnosis.taken = m_asker->now();
    diagnosis.rounds = m_round;
    if (const auto state = m_facts.last(libvirtDomainState, m_plan->subject()))
        diagnosis.domainState = QString::fromUtf8(state->value.state);
    else if (const auto status = m_facts.last(qemuStatus, m_plan->subject()))
        diagnosis.domainState = QString::fromUtf8(status->value.status);
    for (const DiskPlan &plan : std::as_const(m_plan->disks)) {
        if (!m_diskFilter.isEmpty() && QString::fromUtf8(plan.target) != m_diskFilter)
            continue;
        const DiskContext context{*m_plan, plan, m_facts};
        DiskDiagnosis disk = diagnoseDisk(context, layOut(*m_plan, plan, m_facts));
        remember(disk);
        disk.blastRadius = blastRadius(disk);
        diagnosis.disks.append(disk);
    }
    diagnosis.sideChannels = judgeSideChannels(*m_plan, m_facts);
    diagnosis.findings = findHangs(m_facts);
    diagnosis.observations = m_facts.observations();
    return diagnosis;
}

Diagnosis Investigation::diagnosis() const
{
    return m_diagnosis;
}

} // namespace plumbline
