// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/path_findings.h"

#include "path/file_path.h"
#include "path/movement.h"

namespace plumbline {

static bool isThere(const PathWalk &walk)
{
    return walk.ending == PathWalk::File || walk.ending == PathWalk::Remote;
}

// Where it lies on the mounted file system, whichever folder of that is mounted.
static QByteArray onMount(const PathWalk &walk)
{
    return (walk.mountRoot == "/" ? QByteArray() : walk.mountRoot) + walk.rest;
}

// A device is the same wherever its node lies: libvirt makes the nodes of QEMU's private /dev anew.
static bool isSame(const PathWalk &host, const PathWalk &qemu)
{
    if (host.ending != qemu.ending)
        return false;
    if (host.ending == PathWalk::Remote)
        return host.mountDevice == qemu.mountDevice && onMount(host) == onMount(qemu);
    if (host.deviceNumber != "0:0")
        return host.deviceNumber == qemu.deviceNumber && host.kind == qemu.kind;
    return host.identity == qemu.identity;
}

static std::optional<Phrase> difference(const PathWalk &host, const PathWalk &qemu)
{
    if (isThere(host) && qemu.ending == PathWalk::Missing)
        return PHRASE("rules", "%1 exists on the host and not for QEMU: there, %2");
    if (isThere(qemu) && host.ending == PathWalk::Missing)
        return PHRASE("rules", "%1 exists for QEMU and not on the host: here, %3");
    if (isThere(host) && isThere(qemu) && !isSame(host, qemu))
        return PHRASE(
            "rules", "%1 is another file for QEMU than on the host: there it %2, here %3");
    return std::nullopt;
}

QList<Verdict> findPathDifferences(const DomainPlan &plan, const FactStore &facts)
{
    QList<Verdict> findings;
    for (const DiskPlan &disk : plan.disks) {
        const auto chain = pathChainOf(plan, disk, facts);
        if (!chain || chain->value.ofQemu != PathChain::Own)
            continue;
        const PathChain &walks = chain->value;
        if (const auto what = difference(walks.host, walks.qemu)) {
            findings.append(unknown(what->arg(QString::fromUtf8(disk.filename()))
                                        .arg(endingPhrase(walks.qemu))
                                        .arg(endingPhrase(walks.host)))
                    .citing({cite(*chain, walks.qemu.line), cite(*chain, walks.host.line)}));
        }
    }
    return findings;
}

} // namespace plumbline
