// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/side_channel_rules.h"

#include "base/duration_phrase.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

namespace plumbline {

Verdict judgeMonitor(const DomainPlan &plan, const FactStore &facts)
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

} // namespace plumbline
