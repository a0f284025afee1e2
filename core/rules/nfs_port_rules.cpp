// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "path/file_path.h"
#include "path/nfs_server.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"

namespace plumbline {

// An answer clears nobody: the port may be open while the service behind it hangs.
static std::optional<Verdict> port(const DiskContext &context, const Layer &layer)
{
    const auto mounts = context.facts.lastKnown(processMounts, context.plan.subject());
    const QByteArray file = filePathOf(context.plan, context.disk, context.facts);
    const Mount *mount = mounts && layer.identity.startsWith(QLatin1String("fabric:nfs:"))
        ? mountOf(mounts->value, file)
        : nullptr;
    const auto server = mount ? nfsServerOf(*mount) : std::nullopt;
    if (!server)
        return std::nullopt;
    const auto answer
        = context.facts.last(portAnswers, context.plan.pathSubject(server->endpoint()));
    if (!answer)
        return std::nullopt;
    switch (answer->value.kind) {
    case PortAnswer::Refuses:
    case PortAnswer::Unreachable:
    case PortAnswer::Silent:
        return holdsUp(context, {},
            PHRASE("rules", "port %1 of the NFS server %2")
                .arg(QString::number(server->port))
                .arg(portPhrase(answer->value)),
            {cite(*answer, 1), cite(*mounts, mount->line)});
    default:
        return std::nullopt;
    }
}

const Rule fabricNfsPort{
    LayerKind::Fabric, "fabric.nfs-port", "Does the NFS server's port answer?", port};

} // namespace plumbline
