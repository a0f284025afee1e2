// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channel_rules.h"

#include "base/duration_phrase.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

namespace plumbline {

// A ping that was not answered.
static Verdict ofSilentAgent(const SilentFact &silent, const FactStore &facts)
{
    const EvidenceList evidence{{silent.observation, 0, 0}};
    const auto error = virshErrorOf(silent, facts);
    if (error && error->kind == VirshError::Kind::AgentNotConnected)
        return unknown(PHRASE("rules", "not connected: weak evidence, nothing about IO"))
            .citing(evidence);
    if (error && error->kind == VirshError::Kind::AgentNotResponding) {
        return unknown(PHRASE("rules", "does not respond: weak evidence, nothing about IO"))
            .citing(evidence);
    }
    if (error && error->kind == VirshError::Kind::JobTimeout)
        return unknown(holderPhrase(*error)).citing(evidence);
    return ofSilence(silent);
}

// By its own word, or by that with which it refuses another command.
static std::optional<ObservationId> frozenBy(const Subject &domain, const FactStore &facts)
{
    const auto frozen = facts.last(guestAgentFreeze, domain);
    if (frozen)
        return frozen->value ? std::optional(frozen->observation) : std::nullopt;
    const auto info = facts.last(guestAgentInfo, domain);
    const auto uptime = facts.last(guestAgentUptime, domain);
    for (const SilentFact &silent : {frozen.error(), info ? SilentFact() : info.error(),
             uptime ? SilentFact() : uptime.error()}) {
        const auto error = virshErrorOf(silent, facts);
        if (error && error->kind == VirshError::Kind::AgentFrozen)
            return silent.observation;
    }
    return std::nullopt;
}

static Phrase disabledPhrase(const AgentInfo &info)
{
    constexpr qsizetype named = 3;
    QByteArray names = info.disabled.first(std::min(named, info.disabled.size())).join(", ");
    if (info.disabled.size() > named)
        names += ", …";
    return PHRASE_N("rules", "%n of its %1 command(s) disabled: %2")
        .arg(info.commands)
        .arg(QString::fromUtf8(names))
        .count(info.disabled.size());
}

// By the names that the guest gave them, which need not be libvirt's: no verdict about a layer.
static Phrase disksPhrase(const QList<AgentDisk> &disks)
{
    constexpr qsizetype named = 4;
    QStringList holding;
    quint64 all = 0;
    for (const AgentDisk &disk : disks) {
        all += disk.inFlight;
        if (disk.inFlight > 0 && holding.size() < named)
            holding.append(QString::fromUtf8(disk.name));
    }
    if (all == 0)
        return PHRASE("rules", "the guest counts no request in flight");
    return PHRASE_N("rules", "the guest counts %n request(s) in flight on %1")
        .arg(holding.join(QStringLiteral(", ")))
        .count(qint64(all));
}

static Verdict ofAnswer(const Observed<bool> &ping, const Subject &domain, const FactStore &facts)
{
    Verdict verdict
        = healthy(PHRASE("rules", "answers guest-ping, which needs no disk")).citing({cite(ping)});
    const auto add = [&verdict](const Phrase &more, ObservationId observation) {
        verdict.reason = PHRASE("rules", "%1; %2").arg(verdict.reason).arg(more);
        verdict = std::move(verdict).citing({{observation, 0, 0}});
    };
    if (const auto info = facts.lastKnown(guestAgentInfo, domain)) {
        add(PHRASE("rules", "version %1").arg(QString::fromUtf8(info->value.version)),
            info->observation);
        if (!info->value.disabled.isEmpty())
            add(disabledPhrase(info->value), info->observation);
    }
    if (const auto uptime = facts.lastKnown(guestAgentUptime, domain)) {
        const double since = uptime->value + secondsBetween(uptime->time, ping.time);
        add(PHRASE("rules", "its kernel has been up for %1").arg(durationPhrase(since)),
            uptime->observation);
    }
    if (const auto disks = facts.lastKnown(guestAgentDisks, domain)) {
        add(PHRASE("rules", "%1 (at %2)")
                .arg(disksPhrase(disks->value))
                .arg(clockTime(disks->time)),
            disks->observation);
    }
    return verdict;
}

Verdict judgeAgent(const DomainPlan &plan, const FactStore &facts)
{
    if (!plan.isLibvirt()) {
        return unknown(plan.hasAgentChannel
                ? PHRASE("rules", "not asked: its socket serves one client, which may be in use")
                : PHRASE("rules", "this domain has no agent channel"));
    }
    const Subject domain = plan.subject();
    const auto ping = facts.last(guestAgentPing, domain);
    if (!ping)
        return ofSilentAgent(ping.error(), facts);
    if (!ping->value)
        return unknown(PHRASE("rules", "answers with an error")).citing({cite(*ping)});
    if (const auto frozen = frozenBy(domain, facts)) {
        return unknown(PHRASE("rules",
                           "has frozen the guest's file systems: what writes to them waits until "
                           "they are thawed, and it refuses most commands"))
            .as(Modifier::Paused)
            .citing({{*frozen, 0, 0}, cite(*ping)});
    }
    return ofAnswer(*ping, domain, facts);
}

} // namespace plumbline
