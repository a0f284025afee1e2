// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channel_rules.h"

#include "base/duration_phrase.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

namespace plumbline {

namespace {
struct Held
{
    VirshError error;
    ObservationId observation = 0;
};
} // namespace

// Any question to libvirt about the domain may meet the lock.
template <typename F>
static void lookForLock(std::optional<Held> &held, const Probe<F> &probe, const DomainPlan &plan,
    const FactStore &facts)
{
    const auto fact = facts.last(probe, plan.subject());
    if (held || fact)
        return;
    const auto error = virshErrorOf(fact.error(), facts);
    // The agent's lock alone is the agent's matter.
    if (error && error->kind == VirshError::Kind::JobTimeout
        && (error->agentHolder.isEmpty() || !error->holder.isEmpty()))
        held = Held{*error, fact.error().observation};
}

static std::optional<Held> heldByAnother(const DomainPlan &plan, const FactStore &facts)
{
    std::optional<Held> held;
    lookForLock(held, libvirtDomainJob, plan, facts);
    lookForLock(held, libvirtDomainXml, plan, facts);
    lookForLock(held, libvirtDomainState, plan, facts);
    lookForLock(held, libvirtDomainControl, plan, facts);
    lookForLock(held, qemuStatus, plan, facts);
    lookForLock(held, qemuBlockstats, plan, facts);
    lookForLock(held, guestAgentPing, plan, facts);
    return held;
}

static Phrase jobPhrase(const DomainJob &job)
{
    Phrase what = job.operation.isEmpty() ? PHRASE("rules", "a job")
                                          : Phrase::verbatim(QString::fromUtf8(job.operation));
    if (job.seconds)
        what = PHRASE("rules", "%1 for %2").arg(what).arg(durationPhrase(*job.seconds));
    if (!job.processed.isEmpty() && !job.total.isEmpty()) {
        what = PHRASE("rules", "%1, %2 of %3")
                   .arg(what)
                   .arg(QString::fromUtf8(job.processed))
                   .arg(QString::fromUtf8(job.total));
    }
    return what;
}

Verdict judgeLibvirt(const DomainPlan &plan, const FactStore &facts)
{
    if (!plan.isLibvirt())
        return unknown(PHRASE("rules", "not under libvirt"));
    if (const auto held = heldByAnother(plan, facts)) {
        return unknown(PHRASE("rules", "answers, but %1").arg(holderPhrase(held->error)))
            .citing({{held->observation, 0, 0}});
    }
    const auto control = facts.last(libvirtDomainControl, plan.subject());
    if (!control)
        return ofSilence(control.error());
    const DomainControl &state = control->value;
    const auto job = facts.last(libvirtDomainJob, plan.subject());
    if (job && job->value.isRunning()) {
        return healthy(
            PHRASE("rules", "answers; it is at work on the domain: %1").arg(jobPhrase(job->value)))
            .citing({cite(*job, job->value.line)});
    }
    // Occupied for less than a second is most often our own question beside this one.
    if (state.state != "ok" && (state.state == "error" || state.seconds.value_or(0) >= 1)) {
        return unknown(PHRASE("rules", "answers, but waits for QEMU: %1 for %2")
                           .arg(QString::fromUtf8(state.state))
                           .arg(durationPhrase(state.seconds.value_or(0))))
            .citing({cite(*control, state.line)});
    }
    if (!job && job.error().silence.kind == Silence::TimedOut) {
        return unknown(PHRASE("rules",
                           "answers, but not about this domain: another call may hold it; "
                           "domjobinfo: %1")
                           .arg(job.error().silence.why))
            .citing({cite(*control), {job.error().observation, 0, 0}});
    }
    return healthy(PHRASE("rules", "answers; QEMU's monitor is free")).citing({cite(*control)});
}

} // namespace plumbline
