// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channels.h"

#include "base/duration_phrase.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

#include <QMap>
#include <QSet>

namespace plumbline {

static Verdict ofSilence(const SilentFact &silent)
{
    const EvidenceList evidence{{silent.observation, 0, 0}};
    if (silent.silence.kind == Silence::NotAsked)
        return unknown(silent.silence.why).citing(evidence);
    if (silent.silence.kind == Silence::TimedOut)
        return unknown(PHRASE("rules", "silent: %1").arg(silent.silence.why)).citing(evidence);
    return unknown(silent.silence.why).citing(evidence);
}

static Verdict agent(const DomainPlan &plan, const FactStore &facts)
{
    if (!plan.isLibvirt()) {
        return unknown(plan.hasAgentChannel
                ? PHRASE("rules", "not asked: its socket serves one client, which may be in use")
                : PHRASE("rules", "this domain has no agent channel"));
    }
    const auto ping = facts.last(guestAgentPing, plan.subject());
    if (ping && ping->value) {
        return healthy(PHRASE("rules", "answers guest-ping, which needs no disk"))
            .citing({cite(*ping)});
    }
    if (ping)
        return unknown(PHRASE("rules", "answers with an error")).citing({cite(*ping)});
    const SilentFact &silent = ping.error();
    const EvidenceList evidence{{silent.observation, 0, 0}};
    const auto found = facts.observations().constFind(silent.observation);
    const auto error
        = found == facts.observations().constEnd() ? std::nullopt : virshErrorIn(found->err);
    if (error && error->kind == VirshError::Kind::AgentNotConnected)
        return unknown(PHRASE("rules", "not connected: weak evidence, nothing about IO"))
            .citing(evidence);
    if (error && error->kind == VirshError::Kind::AgentNotResponding) {
        return unknown(PHRASE("rules", "does not respond: weak evidence, nothing about IO"))
            .citing(evidence);
    }
    return ofSilence(silent);
}

static Verdict monitor(const DomainPlan &plan, const FactStore &facts)
{
    if (!plan.hasMonitor())
        return unknown(PHRASE("rules", "no monitor that can be reached"));
    const auto status = facts.last(qemuStatus, plan.subject());
    if (!status && status.error().silence.kind == Silence::NotAsked && plan.isLibvirt()) {
        if (const auto control = facts.last(libvirtDomainControl, plan.subject());
            control && control->value.seconds.value_or(0) >= 1) {
            return unknown(
                PHRASE("rules", "has owed libvirt an answer for %1; nothing more was sent")
                    .arg(durationPhrase(*control->value.seconds)))
                .citing({cite(*control, control->value.line)});
        }
    }
    if (!status)
        return ofSilence(status.error());
    return healthy(PHRASE("rules", "answers: %1").arg(QString::fromUtf8(status->value.status)))
        .citing({cite(*status, status->value.line)});
}

static Verdict libvirt(const DomainPlan &plan, const FactStore &facts)
{
    if (!plan.isLibvirt())
        return unknown(PHRASE("rules", "not under libvirt"));
    const auto control = facts.last(libvirtDomainControl, plan.subject());
    if (!control)
        return ofSilence(control.error());
    const DomainControl &state = control->value;
    // Occupied for less than a second is most often our own question beside this one.
    if (state.state == "ok" || (state.state != "error" && state.seconds.value_or(0) < 1))
        return healthy(PHRASE("rules", "answers; QEMU's monitor is free")).citing({cite(*control)});
    return unknown(PHRASE("rules", "answers, but waits for QEMU: %1 for %2")
                       .arg(QString::fromUtf8(state.state))
                       .arg(durationPhrase(state.seconds.value_or(0))))
        .citing({cite(*control, state.line)});
}

static Verdict console(const DomainPlan &plan, const FactStore &facts)
{
    if (plan.serialLog.isEmpty())
        return unknown(PHRASE("rules", "no serial log on the host"));
    const auto tail = facts.last(consoleTail, plan.pathSubject(plan.serialLog));
    if (!tail)
        return ofSilence(tail.error());
    const Phrase age = durationPhrase(double(tail->value.secondsAgo));
    const auto lines = [&tail](const ConsoleLines &where) {
        return EvidenceList{{tail->observation, where.first, where.last}};
    };
    if (tail->value.panic.first)
        return stalled(PHRASE("rules", "the guest's kernel panicked; last line %1 ago").arg(age))
            .citing(lines(tail->value.panic));
    if (tail->value.hungTask.first)
        return healthy(PHRASE("rules", "reports hung tasks; last line %1 ago").arg(age))
            .citing(lines(tail->value.hungTask));
    return healthy(PHRASE("rules", "%1 bytes, last line %2 ago").arg(tail->value.size).arg(age))
        .citing({cite(*tail)});
}

QList<SideChannel> judgeSideChannels(const DomainPlan &plan, const FactStore &facts)
{
    return {{SideChannel::GuestAgent, agent(plan, facts)},
        {SideChannel::Monitor, monitor(plan, facts)}, {SideChannel::Libvirt, libvirt(plan, facts)},
        {SideChannel::SerialConsole, console(plan, facts)}};
}

QList<Verdict> findHangs(const FactStore &facts)
{
    struct Hang
    {
        const Observation *first = nullptr;
        int more = 0;
    };
    // The newest answer to each question counts; those with one reason make one finding.
    QMap<QString, Hang> byReason;
    QSet<QString> newer;
    const auto &all = facts.observations();
    for (auto it = all.constEnd(); it != all.constBegin();) {
        --it;
        if (newer.contains(it->question))
            continue;
        newer.insert(it->question);
        if (!it->silence || it->silence->kind != Silence::TimedOut)
            continue;
        Hang &hang = byReason[it->silence->why.text()];
        hang.more += hang.first ? 1 : 0;
        hang.first = &*it;
    }
    QList<Verdict> findings;
    for (const Hang &hang : std::as_const(byReason)) {
        const Phrase what = PHRASE("rules", "hung: %1: %2")
                                .arg(hang.first->command)
                                .arg(hang.first->silence->why);
        findings.append(unknown(hang.more == 0
                ? what
                : PHRASE_N("rules", "%1 (and %n more)").arg(what).count(hang.more))
                .citing({{hang.first->id, 0, 0}}));
    }
    return findings;
}

} // namespace plumbline
