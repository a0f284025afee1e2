// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/rbd_image.h"

#include "path/movement.h"
#include "probes/catalogue.h"

#include <QSet>

#include <algorithm>

namespace plumbline {

// "guests/team-a/vm-1" → "guests-vm-1", as librbd names the image's counters.
static QByteArray counterName(const DiskPlan &disk)
{
    const QByteArray name = disk.filename();
    const qsizetype slash = name.indexOf('/');
    if (slash < 0)
        return "rbd-" + name; // the pool that QEMU takes if none is named
    return name.first(slash) + '-' + name.sliced(name.lastIndexOf('/') + 1);
}

double ImageMovement::longestWait() const
{
    double longest = unanswered.isEmpty() ? 0 : seconds;
    for (const LibrbdRequest &request : unanswered)
        longest = std::max(longest, request.age.value_or(0));
    return longest;
}

static Phrase whyUntold(const LibrbdClients &all)
{
    if (!all.sockets)
        return PHRASE("path",
            "to ask QEMU's Ceph client needs root's rights, or those of the user that QEMU runs "
            "as");
    if (*all.sockets == 0)
        return PHRASE("path",
            "QEMU's Ceph client has no admin socket: with admin_socket in the [client] section "
            "of ceph.conf a QEMU that starts has one");
    for (const LibrbdClient &client : all.clients) {
        if (!client.failure.isEmpty())
            return PHRASE("path", "a Ceph client in QEMU did not answer its admin socket: %1")
                .arg(QString::fromUtf8(client.failure));
    }
    // The first client takes a name without $cctid for itself.
    return PHRASE("path",
        "no admin socket of QEMU's is of this image: each has one of its own if the name of "
        "admin_socket in ceph.conf has $pid and $cctid in it");
}

static ImageMovement between(const LibrbdClient &before, const LibrbdClient &now,
    const LibrbdImage &imageBefore, const LibrbdImage &image, const Twice<LibrbdClients> &looks)
{
    ImageMovement movement{.inFlight = std::max<qint64>(image.inFlight(), 0),
        .heldBefore = imageBefore.inFlight() > 0,
        .completed = std::max<qint64>(qint64(image.completed - imageBefore.completed), 0),
        .answered = std::max<qint64>(qint64(now.answered() - before.answered()), 0),
        .unanswered = {},
        .seconds = looks.seconds(),
        .time = looks.last.time,
        .evidence = {cite(looks.first, imageBefore.line), cite(looks.last, image.line)}};
    QSet<quint64> known;
    for (const LibrbdRequest &request : before.requests)
        known.insert(request.tid);
    for (const LibrbdRequest &request : now.requests) {
        if (request.isData() && known.contains(request.tid))
            movement.unanswered.append(request);
    }
    std::sort(movement.unanswered.begin(), movement.unanswered.end(),
        [](const LibrbdRequest &a, const LibrbdRequest &b) { return a.tid < b.tid; });
    if (!movement.unanswered.isEmpty()) {
        const LibrbdRequest &oldest = movement.unanswered.first();
        movement.evidence.append(cite(looks.first, before.numbered(oldest.tid)->line));
        movement.evidence.append(cite(looks.last, oldest.line));
    }
    return movement;
}

Known<ImageMovement> imageMovement(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const auto last = facts.last(librbdRequests, plan.subject());
    if (!last)
        return std::unexpected(last.error());
    const QByteArray name = counterName(disk);
    const LibrbdClient *now = last->value.serving(name);
    if (!now) {
        return std::unexpected(
            SilentFact{{Silence::Unsupported, whyUntold(last->value)}, last->observation});
    }
    const auto looks = facts.twice(librbdRequests, plan.subject());
    if (!looks)
        return std::unexpected(looks.error());
    const LibrbdClient *before = looks->first.value.serving(name);
    // Another client's numbers begin anew.
    if (!before || before->socket != now->socket) {
        return std::unexpected(SilentFact{
            {Silence::NotAsked, PHRASE("path", "QEMU opened the image between two looks")},
            last->observation});
    }
    return between(*before, *now, *before->image(name), *now->image(name), *looks);
}

QByteArray adminSocketOf(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const auto clients = facts.lastKnown(librbdRequests, plan.subject());
    const LibrbdClient *client = clients ? clients->value.serving(counterName(disk)) : nullptr;
    return client ? client->socket : QByteArray();
}

} // namespace plumbline
