// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/host_survey.h"

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

static void addEntries(
    HostSurvey &survey, const QList<ListedDomain> &libvirt, const QList<DomainStats> &states)
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
        entry.runState = stateOf(plan.name);
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
    for (qsizetype i = 0; i < answers.size(); ++i)
        facts->add(*plan.at(i).probe, answers.at(i));

    Subject subject;
    subject.virshUri = systemLibvirt;
    HostSurvey survey;
    const auto identity = facts->last(hostIdentity, subject);
    const auto processes = facts->last(qemuProcesses, subject);
    const auto libvirt = facts->last(libvirtDomains, subject);
    const auto states = facts->last(libvirtStates, subject);
    if (identity) {
        survey.hostname = identity->value.hostname;
        survey.uid = identity->value.uid;
    }
    if (!processes)
        survey.silent = processes.error();
    if (!libvirt)
        survey.libvirtSilent = libvirt.error();
    const QList<ListedDomain> listed = libvirt ? libvirt->value : QList<ListedDomain>();
    if (processes)
        addRunning(survey, processes->value, listed);
    addEntries(survey, listed, states ? states->value : QList<DomainStats>());
    co_return survey;
}

} // namespace plumbline
