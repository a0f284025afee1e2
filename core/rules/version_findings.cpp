// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/version_findings.h"

#include "probes/catalogue.h"
#include "rules/rule.h"

namespace plumbline {

QList<Verdict> findUnasked(const DomainPlan &plan, const FactStore &facts)
{
    const auto version = facts.lastKnown(qemuVersion, plan.subject());
    if (plan.virtioStatusIsSafe || !version)
        return {};
    const QString number
        = QStringLiteral("%1.%2").arg(version->value.major).arg(version->value.minor);
    return {unknown(
        PHRASE("rules",
            "QEMU %1 may abort when it is asked x-query-virtio-status, so it is not: which "
            "requests the "
            "device has not seen, and which completions the driver has not noticed, is unknown")
            .arg(number))
            .citing({cite(*version, version->value.line)})};
}

} // namespace plumbline
