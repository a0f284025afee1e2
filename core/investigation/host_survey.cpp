// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/host_survey.h"

#include "investigation/add_facts.h"
#include "path/round_plan.h"
#include "probes/catalogue.h"

#include <algorithm>

namespace plumbline {

const QByteArray systemLibvirt = "qemu:///system";

// A domain's state as `virsh domstats --state` numbers it (libvirt-domain.h, virDomainState).
static QString stateWord(qint64 number)
{
    static const std::array<const char *, 8> words{"no state", "running", "idle", "paused",
        "in shutdown", "shut off", "crashed", "pmsuspended"};
    return number >= 0 && number < qint64(words.size()) ? QString::fromLatin1(words[size_t(number)])
                                                        : QString();
}

QList<const DomainPlan *> HostSurvey::find(const QByteArray &domain) const
{
    QList<const DomainPlan *> exact;
    QList<const DomainPlan *> named;
    for (const DomainPlan &plan : running) {
        if ((!plan.uuid.isEmpty() && plan.uuid == domain) || QByteArray::number(plan.pid) == domain
            || (!plan.monitorSocket.isEmpty() && plan.monitorSocket == domain))
            exact.append(&plan);
        else if (plan.name == domain)
            named.append(&plan);
    }
    return exact.isEmpty() ? named : exact;
}

static void addRunning(
    HostSurvey &survey, const ProcessList &processes, const QList<ListedDomain> &libvirt)
{
    for (const ListedProcess &process : processes.processes) {
        if (!isEmulator(process))
            continue;
        Result<DomainPlan> plan = planFromProcess(process);
        if (!plan)
            continue;
        const bool listed = std::any_of(libvirt.begin(), libvirt.end(),
            [&plan](const ListedDomain &item) { return item.uuid == plan->uuid; });
        // The command line tells it also when libvirt itself is silent.
        if (!plan->uuid.isEmpty() && (listed || plan->underLibvirt))
            plan->virshUri = systemLibvirt;
        if (plan->name.isEmpty())
            plan->name = "pid-" + QByteArray::number(plan->pid);
        survey.running.append(*std::move(plan));
    }
}

// `isOld`: libvirt told it some time ago. What ran then and has no process now may have ended
// since.
static void addEntries(HostSurvey &survey, const QList<ListedDomain> &libvirt,
    const QList<DomainStats> &states, bool isOld)
{
    const auto stateOf = [&states](const QByteArray &name) {
        for (const DomainStats &stats : states) {
            if (stats.domain == name)
                return stateWord(stats.number("state.state").value_or(-1));
        }
        return QString();
    };
    for (const DomainPlan &plan : std::as_const(survey.running)) {
        DomainEntry entry;
        entry.name = QString::fromUtf8(plan.name);
        entry.uuid = QString::fromUtf8(plan.uuid);
        entry.pid = plan.pid;
        entry.runState = isOld ? QString() : stateOf(plan.name);
        if (entry.runState.isEmpty())
            entry.runState = QStringLiteral("running");
        survey.entries.append(entry);
    }
    for (const ListedDomain &domain : libvirt) {
        const bool shown = std::any_of(survey.running.begin(), survey.running.end(),
            [&domain](const DomainPlan &plan) { return plan.uuid == domain.uuid; });
        if (shown)
            continue;
        DomainEntry entry;
        entry.name = QString::fromUtf8(domain.name);
        entry.uuid = QString::fromUtf8(domain.uuid);
        entry.runState = stateOf(domain.name);
        if (isOld && entry.runState != QLatin1String("shut off"))
            entry.runState.clear();
        survey.entries.append(entry);
    }
}

Task<HostSurvey> surveyHost(Asker *asker, FactStore *facts, Deadline deadline, bool withLibvirt)
{
    const QList<Planned> plan = planDiscovery(withLibvirt ? systemLibvirt : QByteArray());
    QList<Question> questions;
    for (const Planned &item : plan)
        questions.append(item.probe->ask(item.subject));
    const QList<Observation> answers = co_await asker->ask(questions, deadline);
    co_await addFacts(facts, plan, answers);

    Subject subject;
    subject.virshUri = systemLibvirt;
    HostSurvey survey;
    const auto identity = facts->last(hostIdentity, subject);
    const auto processes = facts->last(qemuProcesses, subject);
    const auto libvirt = facts->lastKnown(libvirtDomains, subject);
    if (identity) {
        survey.hostname = identity->value.hostname;
        survey.uid = identity->value.uid;
    }
    if (!processes)
        survey.silent = processes.error();
    if (!withLibvirt) {
        survey.libvirtSilent = SilentFact{{Silence::NotAsked,
                                              PHRASE("investigation",
                                                  "libvirt hung lately and is left alone for a "
                                                  "while")},
            0};
    } else if (const auto now = facts->last(libvirtDomains, subject); !now) {
        survey.libvirtSilent = now.error();
    }
    if (libvirt)
        survey.libvirtListed = libvirt->time;
    const bool isOld = survey.libvirtSilent.has_value();
    const auto states
        = isOld ? facts->lastKnown(libvirtStates, subject) : facts->last(libvirtStates, subject);
    const QList<ListedDomain> listed = libvirt ? libvirt->value : QList<ListedDomain>();
    if (processes)
        addRunning(survey, processes->value, listed);
    addEntries(survey, listed, states ? states->value : QList<DomainStats>(), isOld);
    co_return survey;
}

} // namespace plumbline
