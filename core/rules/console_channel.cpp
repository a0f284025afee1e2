// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channel_rules.h"

#include "base/duration_phrase.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

namespace plumbline {

Verdict judgeConsole(const DomainPlan &plan, const FactStore &facts)
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

} // namespace plumbline
