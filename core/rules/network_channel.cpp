// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channel_rules.h"

#include "base/duration_phrase.h"
#include "path/network_plan.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

#include <algorithm>

namespace plumbline {

namespace {

/// Packets that went through one interface between two looks, seen from the guest.
struct Traffic
{
    qint64 out = 0;
    qint64 in = 0;
    qint64 dropped = 0;
    /// Counters that fell are another interface's of the same name.
    bool comparable = false;
};

} // namespace

static Traffic trafficOf(const HostInterface &now, const HostInterface *before)
{
    if (!before || before->line == 0 || before->receivedPackets > now.receivedPackets
        || before->sentPackets > now.sentPackets || before->sentDropped > now.sentDropped)
        return {};
    return {qint64(now.receivedPackets - before->receivedPackets),
        qint64(now.sentPackets - before->sentPackets),
        qint64(now.sentDropped - before->sentDropped), true};
}

static Phrase joined(const Phrase &text, const Phrase &more)
{
    return text.isEmpty() ? more : PHRASE("rules", "%1, %2").arg(text).arg(more);
}

// "12 from the guest, 14 to it (packets in 5 s, in virbr0, vhost-net)": where there is room for
// some words only, they are the telling ones.
static Phrase trafficPhrase(
    const Traffic &traffic, double seconds, const HostInterface &now, bool vhost)
{
    const Phrase span = durationPhrase(seconds);
    Phrase text;
    Phrase notes;
    if (now.operstate == "down")
        text = PHRASE("rules", "down on the host");
    if (!traffic.comparable) {
        text = joined(text, PHRASE("rules", "counted anew, so not yet twice"));
    } else if (traffic.in == 0 && traffic.out == 0) {
        text = joined(text, PHRASE("rules", "no packet in %1").arg(span));
    } else {
        text = joined(
            text, PHRASE("rules", "%1 from the guest, %2 to it").arg(traffic.out).arg(traffic.in));
        notes = PHRASE("rules", "packets in %1").arg(span);
    }
    if (traffic.dropped > 0)
        text = joined(text,
            PHRASE("rules", "%1 dropped since the guest did not take them").arg(traffic.dropped));
    if (!now.master.isEmpty())
        notes = joined(notes, PHRASE("rules", "in %1").arg(QString::fromUtf8(now.master)));
    if (vhost)
        notes = joined(notes, Phrase::verbatim(QStringLiteral("vhost-net")));
    return notes.isEmpty() ? text : PHRASE("rules", "%1 (%2)").arg(text).arg(notes);
}

// Those that the configuration names, and taps that QEMU holds beside them.
static QList<QByteArray> namesOf(const DomainPlan &plan, const HostNetwork &network)
{
    QList<QByteArray> names;
    for (const NetworkPlan &item : plan.networks) {
        if (item.where == NetworkPlan::OnHost && !item.interface.isEmpty())
            names.append(item.interface);
    }
    for (const QByteArray &tap : network.taps) {
        if (!names.contains(tap))
            names.append(tap);
    }
    return names;
}

// All of its interfaces carry vhost-net, or the one of this name.
static bool isVhost(const DomainPlan &plan, const QByteArray &name)
{
    bool all = true;
    for (const NetworkPlan &item : plan.networks) {
        if (item.where != NetworkPlan::OnHost)
            continue;
        if (item.interface == name)
            return item.vhost;
        all = all && item.vhost;
    }
    return all;
}

static Verdict judgeTraffic(const DomainPlan &plan, const Twice<HostNetwork> &looks)
{
    constexpr qsizetype named = 4;
    const HostNetwork &network = looks.last.value;
    const QList<QByteArray> names = namesOf(plan, network);
    if (names.isEmpty()) {
        return unknown(PHRASE("rules",
                           "neither its configuration nor QEMU's descriptors tell which interface "
                           "of the host it has"))
            .citing({cite(looks.last)});
    }
    Phrase text;
    EvidenceList evidence;
    bool bothWays = false;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const HostInterface *now = network.named(names.at(i));
        const bool counts = now && now->line > 0;
        const Traffic traffic
            = counts ? trafficOf(*now, looks.first.value.named(names.at(i))) : Traffic();
        bothWays = bothWays || (traffic.in > 0 && traffic.out > 0);
        if (i >= named)
            continue;
        const Phrase one = PHRASE("rules", "%1: %2")
                               .arg(QString::fromUtf8(names.at(i)))
                               .arg(counts ? trafficPhrase(traffic, looks.seconds(), *now,
                                                 isVhost(plan, names.at(i)))
                                           : PHRASE("rules", "not there for QEMU"));
        text = text.isEmpty() ? one : PHRASE("rules", "%1; %2").arg(text).arg(one);
        evidence.append(cite(looks.last, now ? now->line : 0));
    }
    if (names.size() > named)
        text = PHRASE_N("rules", "%1; and %n more").arg(text).count(names.size() - named);
    evidence.append(cite(looks.first));
    if (bothWays)
        return healthy(text).citing(evidence);
    return unknown(text).as(Modifier::Idle).citing(evidence);
}

Verdict judgeNetwork(const DomainPlan &plan, const FactStore &facts)
{
    if (plan.networks.isEmpty())
        return unknown(PHRASE("rules", "this domain has no network that its configuration names"));
    if (hasHostNetwork(plan)) {
        const auto looks = facts.twice(hostNetwork, networkSubject(plan));
        return looks ? judgeTraffic(plan, *looks) : ofSilence(looks.error());
    }
    const auto userMode = std::find_if(plan.networks.begin(), plan.networks.end(),
        [](const NetworkPlan &network) { return network.where == NetworkPlan::UserMode; });
    if (userMode != plan.networks.end())
        return unknown(PHRASE("rules", "user-mode networking: not visible on the host"));
    return unknown(PHRASE("rules", "%1: goes past the host's kernel, not visible there")
            .arg(QString::fromUtf8(plan.networks.first().type.left(40))));
}

} // namespace plumbline
