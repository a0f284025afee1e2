// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/file_path.h"

#include "path/layer_parts.h"
#include "probes/catalogue.h"

#include <QDir>

namespace plumbline {

Known<Observed<PathChain>> pathChainOf(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    return facts.lastKnown(filePathChain, plan.pathSubject(disk.filename()));
}

QByteArray filePathOf(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const QByteArray file = disk.filename();
    if (!file.startsWith('/') || file.startsWith("/dev/"))
        return file;
    const auto chain = pathChainOf(plan, disk, facts);
    const QByteArray resolved = chain ? chain->value.seen().resolved() : QByteArray();
    return resolved.isEmpty() ? file : resolved;
}

static QByteArray followed(const QByteArray &file, const PathLink &link)
{
    if (file != link.path && !file.startsWith(link.path + '/'))
        return file;
    const QByteArray folder = link.path.left(link.path.lastIndexOf('/') + 1);
    const QByteArray target = link.target.startsWith('/') ? link.target : folder + link.target;
    return QDir::cleanPath(QString::fromUtf8(target + file.sliced(link.path.size()))).toUtf8();
}

void followKnownLinks(DiskPlan &disk, const DomainPlan &known, const FactStore &facts)
{
    if (!disk.filename().startsWith('/') || disk.filename().startsWith("/dev/"))
        return;
    for (const DiskPlan &own : known.disks) {
        const auto chain = pathChainOf(known, own, facts);
        if (!chain)
            continue;
        for (const PathLink &link : chain->value.seen().links)
            disk.chain.last().filename = followed(disk.filename(), link);
    }
}

Phrase endingPhrase(const PathWalk &walk)
{
    const Phrase path = asPhrase(walk.path);
    switch (walk.ending) {
    case PathWalk::File:
        if (walk.deviceNumber.isEmpty() || walk.deviceNumber == "0:0")
            return PHRASE("path", "leads to %1").arg(path);
        return PHRASE("path", "leads to %1, device %2 (hex)")
            .arg(path)
            .arg(asPhrase(walk.deviceNumber));
    case PathWalk::Remote:
        return PHRASE("path", "leads to %1; not looked at further: it lies on %2")
            .arg(asPhrase(walk.resolved()))
            .arg(asPhrase(walk.fsType));
    case PathWalk::Missing:
        return PHRASE("path", "%1 is missing").arg(path);
    case PathWalk::Closed:
        return PHRASE("path", "%1 may not be looked into by this user").arg(path);
    case PathWalk::Loop:
        return PHRASE("path", "more than 40 links, the last one at %1").arg(path);
    case PathWalk::Odd:
        return PHRASE("path", "the link %1 has control characters and was not followed").arg(path);
    case PathWalk::Blind:
        return PHRASE("path", "not looked at, because the list of mounts was not readable");
    case PathWalk::NotWalked:
        break;
    }
    return PHRASE("path", "not looked at");
}

static void addLinks(Layer &layer, const Phrase &label, const PathWalk &walk)
{
    // A layer is no listing: 40 links are possible, and four are unusual.
    static constexpr qsizetype most = 8;
    QByteArray text;
    for (const PathLink &link : walk.links.first(std::min(most, walk.links.size())))
        text += (text.isEmpty() ? "" : "; ") + link.path + " → " + link.target;
    if (!text.isEmpty())
        layer.details.append({label, asPhrase(text)});
}

static bool samePlace(const PathWalk &one, const PathWalk &other)
{
    return one.ending == other.ending && one.path == other.path && one.rest == other.rest;
}

static bool sameLinks(const PathWalk &one, const PathWalk &other)
{
    return std::equal(one.links.begin(), one.links.end(), other.links.begin(), other.links.end(),
        [](const PathLink &a, const PathLink &b) {
            return a.path == b.path && a.target == b.target;
        });
}

void addPathDetails(
    Layer &layer, const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const auto known = pathChainOf(plan, disk, facts);
    if (!known)
        return;
    const PathChain &chain = known->value;
    const bool differs = chain.ofQemu == PathChain::Own
        && (!sameLinks(chain.host, chain.qemu) || !samePlace(chain.host, chain.qemu));
    addLinks(layer, PHRASE("path", "symlinks"), chain.seen());
    if (differs)
        addLinks(layer, PHRASE("path", "symlinks on the host"), chain.host);
    if (chain.ofQemu == PathChain::Closed) {
        layer.details.append({PHRASE("path", "path for QEMU"),
            PHRASE("path", "not seen: /proc/PID/root needs root's rights, or its own user's")});
    }
    if (chain.seen().ending != PathWalk::File || differs) {
        layer.details.append({chain.ofQemu == PathChain::Closed ? PHRASE("path", "path on the host")
                                                                : PHRASE("path", "path for QEMU"),
            endingPhrase(chain.seen())});
    }
    if (differs)
        layer.details.append({PHRASE("path", "path on the host"), endingPhrase(chain.host)});
}

} // namespace plumbline
