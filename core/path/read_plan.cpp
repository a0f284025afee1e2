// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/read_plan.h"

#include "path/file_path.h"
#include "probes/catalogue.h"

#include <algorithm>

namespace plumbline {

Subject readSubject(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const QByteArray file = disk.vhostUser ? QByteArray() : filePathOf(plan, disk, facts);
    // Of an open descriptor QEMU was given instead of a name.
    const bool isPath = file.startsWith('/') && !file.startsWith("/dev/fdset/");
    return plan.pathSubject(isPath ? file : QByteArray());
}

QList<Planned> planReads(const DomainPlan &plan, const FactStore &facts)
{
    const auto mounts = facts.lastKnown(processMounts, plan.subject());
    QList<Planned> out;
    for (const DiskPlan &disk : plan.disks) {
        const Subject subject = readSubject(plan, disk, facts);
        const bool isPlanned = std::any_of(out.begin(), out.end(),
            [&subject](const Planned &item) { return item.subject == subject; });
        if (subject.path.isEmpty() || isPlanned)
            continue;
        if (const Mount *mount = mounts ? mountOf(mounts->value, subject.path) : nullptr) {
            const auto asked = facts.last(mountAnswers, plan.pathSubject(mount->mountPoint));
            if (!asked && asked.error().silence.kind == Silence::TimedOut)
                continue;
        }
        out.append({&activeRead, subject});
    }
    return out;
}

} // namespace plumbline
