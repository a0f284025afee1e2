// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "path/rbd_image.h"
#include "rules/catalogue.h"

namespace plumbline {

// Of the first OSDs that are waited for.
static Phrase whoIsWaitedFor(const ImageMovement &image)
{
    static constexpr qsizetype namesAtMost = 4;
    QStringList names;
    bool isPaused = false;
    bool isUnserved = false;
    for (const LibrbdRequest &request : image.unanswered) {
        isPaused = isPaused || request.paused;
        isUnserved = isUnserved || request.osd < 0;
        const QString name = QStringLiteral("osd.%1").arg(request.osd);
        if (request.osd >= 0 && names.size() < namesAtMost && !names.contains(name))
            names.append(name);
    }
    // What is held back was sent to none of them.
    if (isPaused)
        return PHRASE("rules", "the cluster or the pool is full or paused");
    if (isUnserved)
        return PHRASE("rules", "no OSD serves the objects of some");
    return PHRASE("rules", "they wait for %1").arg(names.join(u", "));
}

// The client serves this image alone, and what it asks for its own sake (the watch on the header,
// time stamps) is not counted: no queue of the guest's has to bear it out. Nor could it, while
// reads of what was never written are completed without any OSD.
static Verdict waits(const ImageMovement &image)
{
    const double wait = image.longestWait();
    const Phrase reason = PHRASE_N("rules", "%n request(s) unanswered by the OSDs for %1; %2")
                              .arg(durationPhrase(wait))
                              .arg(whoIsWaitedFor(image))
                              .count(image.unanswered.size());
    if (image.answered > 0) {
        return healthy(PHRASE("rules", "%1, but others are answered (slow from %2 on)")
                           .arg(reason)
                           .arg(durationPhrase(stallSeconds)))
            .as(Modifier::Slow)
            .citing(image.evidence);
    }
    return stalled(reason)
        .sinceTime(image.time - milliseconds(qint64(wait * 1000)))
        .citing(image.evidence);
}

static Verdict answers(const DiskContext &context, const ImageMovement &image)
{
    if (!image.unanswered.isEmpty() && image.seconds >= stallSeconds)
        return waits(image);
    if (image.completed > 0)
        return healthy(completedPhrase(image.completed, image.seconds)).citing(image.evidence);
    if (image.inFlight == 0) {
        return unknown(PHRASE("rules", "no request in it, none completed in %1")
                           .arg(durationPhrase(image.seconds)))
            .as(Modifier::Idle)
            .citing(image.evidence);
    }
    if (!image.heldBefore || !image.unanswered.isEmpty() || image.seconds < stallSeconds)
        return judgedByPassage(context);
    return unknown(PHRASE_N("rules",
                       "%n request(s) in it, but none with an OSD: it may wait for the image's "
                       "lock, or hold them back by a limit of its own")
                       .count(image.inFlight))
        .citing(image.evidence);
}

static std::optional<Verdict> requests(const DiskContext &context, const Layer &)
{
    if (!context.disk.isRbd())
        return std::nullopt;
    const auto image = imageMovement(context.plan, context.disk, context.facts);
    if (image)
        return answers(context, *image);
    const Verdict passage = judgedByPassage(context);
    if (passage.state == State::Healthy)
        return passage;
    return unknown(image.error().silence.why)
        .citing({{image.error().observation, 0, 0}})
        .citing(passage.evidence);
}

const Rule backendLibrbd{
    LayerKind::Backend, "backend.librbd", "Do the OSDs answer QEMU's Ceph client?", requests};

} // namespace plumbline
