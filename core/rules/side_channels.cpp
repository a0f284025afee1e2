// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channels.h"

#include "rules/side_channel_rules.h"

namespace plumbline {

Verdict ofSilence(const SilentFact &silent)
{
    const EvidenceList evidence{{silent.observation, 0, 0}};
    if (silent.silence.kind == Silence::TimedOut)
        return unknown(PHRASE("rules", "silent: %1").arg(silent.silence.why)).citing(evidence);
    return unknown(silent.silence.why).citing(evidence);
}

std::optional<VirshError> virshErrorOf(const SilentFact &silent, const FactStore &facts)
{
    const auto found = facts.observations().constFind(silent.observation);
    return found == facts.observations().constEnd() ? std::nullopt : virshErrorIn(found->err);
}

QList<SideChannel> judgeSideChannels(const DomainPlan &plan, const FactStore &facts)
{
    return {{SideChannel::GuestAgent, judgeAgent(plan, facts)},
        {SideChannel::Monitor, judgeMonitor(plan, facts)},
        {SideChannel::Libvirt, judgeLibvirt(plan, facts)},
        {SideChannel::SerialConsole, judgeConsole(plan, facts)},
        {SideChannel::ConsolePicture, judgePicture(plan, facts)},
        {SideChannel::Network, judgeNetwork(plan, facts)}};
}

} // namespace plumbline
