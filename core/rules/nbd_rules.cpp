// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "path/nbd_sockets.h"
#include "rules/catalogue.h"

namespace plumbline {

// Does the disk hold requests without completing any? The queue tells; while it is silent (a wedged
// monitor) nobody does, and only facts from the host's kernel can speak.
struct Held
{
    enum Answer { No, Yes, NotKnown };
    Answer answer = NotKnown;
    double seconds = 0;
    EvidenceList evidence;
};

static Held held(const DiskContext &context)
{
    const auto queue = ownMovement(context);
    if (!queue) {
        // What QEMU's block layer completed for this very disk tells as well.
        const Verdict passage = judgedByPassage(context);
        return passage.state == State::Healthy ? Held{Held::No, 0, passage.evidence} : Held{};
    }
    return {queue->stuck > 0 ? Held::Yes : Held::No, queue->seconds, queue->evidence};
}

// At least since the first of the two looks.
static std::optional<WallTime> heldSince(const DiskContext &context)
{
    const auto queue = ownMovement(context);
    if (!queue)
        return std::nullopt;
    return queue->time - milliseconds(qint64(queue->seconds * 1000));
}

// Bytes of requests lay in the server's socket at both looks and did not become fewer.
static bool liesUnread(const NbdSockets &before, const NbdSockets &now)
{
    return before.server && now.server && before.server->recvQ > 0
        && now.server->recvQ >= before.server->recvQ;
}

static std::optional<Verdict> process(const DiskContext &context, const Layer &)
{
    const qint64 pid
        = context.disk.isNbd() ? nbdPeerPid(context.disk, context.plan, context.facts) : 0;
    if (pid <= 0)
        return std::nullopt;
    Subject subject;
    subject.pid = pid;
    const auto status = context.facts.last(processStatus, subject);
    if (!status || QByteArrayView("TtZX").indexOf(status->value.state) < 0)
        return std::nullopt;
    const Phrase what = PHRASE("rules", "its server %1 (pid %2) does not run, its state is %3")
                            .arg(QString::fromUtf8(status->value.name))
                            .arg(pid)
                            .arg(QString::fromUtf8(status->value.stateText));
    const EvidenceList evidence{cite(*status, status->value.stateLine)};
    const Held requests = held(context);
    const auto tables = context.facts.twice(socketProbeFor(context.disk), context.plan.subject());
    const bool unread = tables
        && liesUnread(findNbdSockets(context.disk, context.plan.pid, tables->first.value),
            findNbdSockets(context.disk, context.plan.pid, tables->last.value));
    if (requests.answer == Held::No || (requests.answer == Held::NotKnown && !unread)) {
        return unknown(PHRASE("rules", "%1; no request was seen to wait for it").arg(what))
            .citing(evidence)
            .citing(requests.evidence);
    }
    return stalled(what).sinceTime(heldSince(context)).citing(evidence).citing(requests.evidence);
}

const Rule backendNbdProcess{
    LayerKind::Backend, "backend.nbd-process", "Does the NBD server run?", process};

static Verdict unread(const DiskContext &context, const Twice<SocketTable> &tables)
{
    const NbdSockets before = findNbdSockets(context.disk, context.plan.pid, tables.first.value);
    const NbdSockets now = findNbdSockets(context.disk, context.plan.pid, tables.last.value);
    const Held requests = held(context);
    if (requests.answer != Held::No && tables.seconds() >= stallSeconds
        && liesUnread(before, now)) {
        return stalled(PHRASE("rules", "%1 bytes of requests lie unread in its socket for %2")
                           .arg(qint64(now.server->recvQ))
                           .arg(durationPhrase(tables.seconds())))
            .sinceTime(heldSince(context))
            .citing({cite(tables.first, before.server->line), cite(tables.last, now.server->line)})
            .citing(requests.evidence);
    }
    // Everything was handed over, and no answer came. A limit in QEMU would look alike from here.
    const auto block = blockMovement(context.plan, context.disk, context.facts);
    const bool delivered = now.client && now.client->sendQ == 0 && block && block->completed == 0
        && !limitExplainsStandstill(context.disk, requests.seconds);
    if (requests.answer == Held::Yes && requests.seconds >= stallSeconds && delivered) {
        return stalled(PHRASE("rules", "all requests were delivered, none answered in %1")
                           .arg(durationPhrase(requests.seconds)))
            .sinceTime(heldSince(context))
            .citing({cite(tables.last, now.client->line)})
            .citing(requests.evidence);
    }
    return judgedByPassage(context);
}

static std::optional<Verdict> reads(const DiskContext &context, const Layer &)
{
    if (!context.disk.isNbd())
        return std::nullopt;
    const auto tables = context.facts.twice(socketProbeFor(context.disk), context.plan.subject());
    if (!tables)
        return judgedByPassage(context);
    return unread(context, *tables);
}

const Rule backendNbdReads{
    LayerKind::Backend, "backend.nbd-reads", "Does the NBD server read and answer?", reads};

static Verdict carries(const DiskContext &context, const Twice<SocketTable> &tables)
{
    const NbdSockets before = findNbdSockets(context.disk, context.plan.pid, tables.first.value);
    const NbdSockets now = findNbdSockets(context.disk, context.plan.pid, tables.last.value);
    if (!now.client && !now.server) {
        return unknown(PHRASE("rules", "its connection is not among this host's sockets"))
            .citing({cite(tables.last)});
    }
    const Socket &shown = now.client ? *now.client : *now.server;
    const EvidenceList seen{cite(tables.last, shown.line)};
    const bool overNetwork = !context.disk.protocol()->nbd.host.isEmpty() && !now.server;
    const Held requests = held(context);
    if (overNetwork && requests.answer != Held::No && tables.seconds() >= stallSeconds
        && before.client && now.client && before.client->sendQ > 0
        && now.client->sendQ >= before.client->sendQ) {
        return stalled(PHRASE("rules", "%1 bytes sent and not acknowledged for %2")
                           .arg(qint64(now.client->sendQ))
                           .arg(durationPhrase(tables.seconds())))
            .sinceTime(heldSince(context))
            .citing({cite(tables.first, before.client->line)})
            .citing(seen)
            .citing(requests.evidence);
    }
    const Verdict passage = judgedByPassage(context);
    if (passage.state == State::Healthy)
        return passage;
    return unknown(
        PHRASE("rules", "the connection is established (%1)").arg(QString::fromUtf8(shown.state)))
        .citing(seen);
}

static std::optional<Verdict> connection(const DiskContext &context, const Layer &)
{
    if (!context.disk.isNbd())
        return std::nullopt;
    const auto tables = context.facts.twice(socketProbeFor(context.disk), context.plan.subject());
    if (!tables)
        return unknown(tables.error().silence.why).citing({{tables.error().observation, 0, 0}});
    return carries(context, *tables);
}

const Rule fabricNbd{
    LayerKind::Fabric, "fabric.nbd", "Does the connection carry the requests over?", connection};

} // namespace plumbline
