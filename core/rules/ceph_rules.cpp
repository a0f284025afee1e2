// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"

namespace plumbline {

// "backend:ceph:FSID.clientID:pool/image" → "FSID.clientID"
static QByteArray clientOf(const Layer &layer)
{
    const QByteArray rest = identityAfter(layer, "backend:ceph:");
    return rest.left(rest.indexOf(':'));
}

// A client may serve several images; who waits for which is told by the disk's own queue.
static Verdict answers(const DiskContext &context, const Twice<CephRequests> &looks)
{
    EvidenceList evidence;
    const CephRequest *oldest = nullptr;
    qint64 stuck = 0;
    for (const CephRequest &now : looks.last.value.requests) {
        const CephRequest *before = looks.first.value.numbered(now.tid);
        if (!before)
            continue;
        ++stuck;
        if (!oldest || now.tid < oldest->tid) {
            oldest = &now;
            evidence = {cite(looks.first, before->line), cite(looks.last, now.line)};
        }
    }
    if (!oldest || looks.seconds() < stallSeconds)
        return judgedByPassage(context);
    const Phrase who = oldest->osd < 0
        ? PHRASE("rules", "no OSD serves the object of the oldest")
        : PHRASE("rules", "the oldest waits for osd.%1").arg(oldest->osd);
    return holdsUp(context, {},
        PHRASE_N("rules", "%n request(s) unanswered by the OSDs for %1; %2")
            .arg(durationPhrase(looks.seconds()))
            .arg(who)
            .count(stuck),
        evidence);
}

static std::optional<Verdict> requests(const DiskContext &context, const Layer &layer)
{
    const QByteArray client = clientOf(layer);
    if (client.isEmpty())
        return std::nullopt;
    const auto looks = context.facts.twice(cephRequests, context.plan.pathSubject(client));
    if (!looks)
        return unknown(looks.error().silence.why).citing({{looks.error().observation, 0, 0}});
    return answers(context, *looks);
}

const Rule backendCeph{
    LayerKind::Backend, "backend.ceph", "Do the OSDs answer the kernel's client?", requests};

} // namespace plumbline
