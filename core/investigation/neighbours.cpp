// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/neighbours.h"

#include "path/file_path.h"
#include "path/layout.h"
#include "path/round_plan.h"
#include "probes/catalogue.h"
#include "rules/summary.h"

#include <QSet>

#include <algorithm>

namespace plumbline {

static bool hasLayer(const QList<Layer> &layers, const QString &identity)
{
    return std::any_of(layers.begin(), layers.end(),
        [&identity](const Layer &layer) { return layer.identity == identity; });
}

// The other domain as if its facts were asked of our own process.
static DomainPlan seenFrom(const DomainPlan &own, const DomainPlan &other, const FactStore &facts)
{
    DomainPlan seen = other;
    seen.pid = own.pid;
    seen.uuid = own.uuid;
    seen.virshUri = own.virshUri;
    seen.monitorSocket = own.monitorSocket;
    for (DiskPlan &disk : seen.disks)
        followKnownLinks(disk, own, facts);
    return seen;
}

static void learn(DomainPlan &plan, const FactStore &facts)
{
    if (const auto xml = facts.lastKnown(libvirtDomainXml, plan.subject()))
        refinePlan(plan, xml->value);
    if (const auto version = facts.lastKnown(qemuVersion, plan.subject()))
        refinePlan(plan, version->value);
    if (const auto stats = facts.lastKnown(qemuBlockstats, plan.subject()))
        refinePlan(plan, stats->value);
    for (DiskPlan &disk : plan.disks) {
        if (const auto status = facts.lastKnown(qemuVirtioStatus, plan.deviceSubject(disk)))
            refinePlan(disk, status->value);
    }
}

// A question that libvirt does not answer holds one of its few worker threads.
static bool isSilent(const DomainPlan &plan, const FactStore &facts)
{
    const auto status = facts.last(qemuStatus, plan.subject());
    return !status && status.error().silence.kind == Silence::TimedOut;
}

static bool isSafe(const Planned &item, const DomainPlan &plan, const FactStore &facts)
{
    const bool isOfQueues = item.probe == &qemuVirtqueue || item.probe == &qemuVirtioStatus
        || item.probe == &qemuVhostQueue || item.probe == &qemuMemory;
    if (isOfQueues && plan.isLibvirt() && !facts.lastKnown(libvirtDomainXml, plan.subject()))
        return false;
    return item.probe == &libvirtDomainXml || item.probe->stage() == Stage::HostKernel
        || item.probe->stage() == Stage::Monitor;
}

void Neighbours::find(const Layer &stuck, const DomainPlan &own, const QList<DomainPlan> &running,
    const FactStore &facts)
{
    for (const DomainPlan &other : running) {
        if (other.pid == own.pid)
            continue;
        const DomainPlan seen = seenFrom(own, other, facts);
        for (qsizetype i = 0; i < seen.disks.size(); ++i) {
            if (hasLayer(layOut(seen, seen.disks.at(i), facts), stuck.identity))
                m_disks.append({other, other.disks.at(i).id, i});
        }
    }
}

QList<Planned> Neighbours::plan(const FactStore &facts, const QList<Planned> &planned) const
{
    QSet<QString> asked;
    for (const Planned &item : planned)
        asked.insert(item.probe->ask(item.subject).key);
    QSet<qint64> domains;
    QList<Planned> out;
    for (const Shared &shared : m_disks) {
        if (domains.size() >= mostAsked || domains.contains(shared.plan.pid))
            continue;
        domains.insert(shared.plan.pid);
        DomainPlan known = shared.plan;
        learn(known, facts);
        // Not its first round, nor one of experiments.
        static constexpr int plainRound = 2;
        for (const Planned &item : planRound(known, facts, plainRound)) {
            const Question question = item.probe->ask(item.subject);
            const QString key = question.key;
            const bool byVirsh = std::holds_alternative<VirshCommand>(question.ask);
            if (!isSafe(item, known, facts) || (byVirsh && isSilent(known, facts))
                || asked.contains(key))
                continue;
            asked.insert(key);
            out.append(item);
        }
    }
    return out;
}

QList<SharingDisk> Neighbours::judge(const FactStore &facts) const
{
    QList<SharingDisk> out;
    for (const Shared &shared : m_disks) {
        DomainPlan plan = shared.plan;
        learn(plan, facts);
        // libvirt's description may take disks away, and libvirt gives ids to all.
        const auto disk = shared.disk.isEmpty()
            ? plan.disks.begin() + std::min(shared.index, plan.disks.size())
            : std::find_if(plan.disks.begin(), plan.disks.end(),
                  [&shared](const DiskPlan &item) { return item.id == shared.disk; });
        if (disk == plan.disks.end())
            continue;
        const DiskContext context{plan, *disk, facts};
        out.append({QString::fromUtf8(plan.name + '/' + disk->target),
            diagnoseDisk(context, layOut(plan, *disk, facts)).summary});
    }
    return out;
}

} // namespace plumbline
