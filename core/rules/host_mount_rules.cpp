// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "path/round_plan.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"

#include <algorithm>

namespace plumbline {

// The layer's own mount: below a loop device a path has more than one.
static const Mount *mountOf(
    const DiskContext &context, const Layer &layer, Known<Observed<MountTable>> &mounts)
{
    mounts = context.facts.lastKnown(processMounts, context.plan.subject());
    return mounts ? mountOf(mounts->value, layer.name.toUtf8()) : nullptr;
}

struct NfsCount
{
    quint64 sends = 0;
    quint64 receives = 0;
    quint64 inFlight = 0;
    int line = 0;
};

static NfsCount count(const NfsMountStats &mount)
{
    NfsCount sum;
    for (const NfsTransport &transport : mount.transports) {
        sum.sends += transport.sends;
        sum.receives += transport.receives;
        sum.inFlight += transport.inFlight();
        sum.line = sum.line ? sum.line : transport.line;
    }
    return sum;
}

static quint64 ioOperations(const NfsMountStats &mount)
{
    quint64 sum = 0;
    for (const char *name : {"READ", "WRITE", "COMMIT"}) {
        if (const NfsOperation *operation = mount.operation(name))
            sum += operation->operations;
    }
    return sum;
}

// Sends minus receives does not fall back to nothing after a stall, because a request that was sent
// again counts twice: something must be seen to wait for the answers as well.
static bool somethingWaits(const DiskContext &context, const QByteArray &mountPoint)
{
    const auto queue = ownMovement(context);
    if (queue && queue->stuck > 0)
        return true;
    const auto answer = context.facts.last(mountAnswers, context.plan.pathSubject(mountPoint));
    if (!answer && answer.error().silence.kind == Silence::TimedOut)
        return true;
    const auto threads = context.facts.last(processThreads, context.plan.subject());
    return threads
        && std::any_of(threads->value.threads.begin(), threads->value.threads.end(),
            [](const ThreadState &thread) {
                return thread.state == 'D'
                    && (thread.wchan.startsWith("nfs") || thread.wchan.startsWith("rpc"));
            });
}

static Verdict answers(
    const DiskContext &context, const Twice<MountStatsTable> &stats, const QByteArray &mountPoint)
{
    const NfsMountStats *first = stats.first.value.at(mountPoint);
    const NfsMountStats *last = stats.last.value.at(mountPoint);
    if (!first || !last)
        return unknown(PHRASE("rules", "mountstats does not list this mount"))
            .citing({cite(stats.last)});
    const NfsCount before = count(*first);
    const NfsCount now = count(*last);
    const EvidenceList evidence{cite(stats.first, before.line), cite(stats.last, now.line),
        cite(stats.last, last->optionsLine)};
    const auto answered = qint64(now.receives - before.receives);
    if (answered == 0 && now.inFlight > 0 && before.inFlight > 0 && stats.seconds() >= stallSeconds
        && somethingWaits(context, mountPoint)) {
        const Phrase fate = last->isHard()
            ? PHRASE("rules", "hard mount: no error will ever be returned")
            : PHRASE("rules", "soft mount: errors will be returned after its time-outs");
        // The transport has been idle since its last use; a stall is at least as old as our looks.
        return stalled(PHRASE_N("rules", "%n request(s) sent, none answered in %1; %2")
                           .arg(durationPhrase(stats.seconds()))
                           .arg(fate)
                           .count(qint64(now.inFlight)))
            .sinceTime(stats.first.time)
            .citing(evidence);
    }
    // Its answers may be for other mounts of the same server, or keep a lease alive: while this
    // disk waits, reads and writes of this mount have to come back as well.
    const auto queue = ownMovement(context);
    if (answered > 0 && queue && queue->stuck > 0 && queue->completed == 0
        && stats.seconds() >= stallSeconds && ioOperations(*last) == ioOperations(*first)) {
        return stalled(PHRASE("rules",
                           "the server answers, but no read or write of this mount came back in %1")
                           .arg(durationPhrase(stats.seconds())))
            .sinceTime(stats.first.time)
            .citing(evidence)
            .citing(queue->evidence);
    }
    if (answered > 0) {
        return healthy(PHRASE_N("rules", "%n answer(s) from the server in %1")
                           .arg(durationPhrase(stats.seconds()))
                           .count(answered))
            .citing(evidence);
    }
    return unknown(PHRASE("rules", "nothing was asked of the server in %1")
                       .arg(durationPhrase(stats.seconds())))
        .as(Modifier::Idle)
        .citing(evidence);
}

static std::optional<Verdict> nfs(const DiskContext &context, const Layer &layer)
{
    Known<Observed<MountTable>> mounts;
    const Mount *mount = mountOf(context, layer, mounts);
    if (!mount || !mount->fsType.startsWith("nfs"))
        return std::nullopt;
    const auto stats = context.facts.twice(processNfsStats, context.plan.subject());
    if (!stats) {
        return unknown(stats.error().silence.why).citing({{stats.error().observation, 0, 0}});
    }
    return answers(context, *stats, mount->mountPoint);
}

const Rule hostMountNfs{
    LayerKind::HostMount, "host-mount.nfs", "Does the NFS server answer the mount?", nfs};

// The experiment asks the mount's server for its size, as df does. It is weak while it succeeds
// (metadata may live where data does not) and strong when it hangs.
static std::optional<Verdict> experiment(const DiskContext &context, const Layer &layer)
{
    Known<Observed<MountTable>> mounts;
    const Mount *mount = mountOf(context, layer, mounts);
    if (!mount || !isRemoteFileSystem(mount->fsType))
        return std::nullopt;
    const auto answer
        = context.facts.last(mountAnswers, context.plan.pathSubject(mount->mountPoint));
    if (answer || answer.error().silence.kind != Silence::TimedOut)
        return std::nullopt;
    const auto asked = context.facts.observations().constFind(answer.error().observation);
    if (asked == context.facts.observations().constEnd())
        return std::nullopt;
    // It is repeated seldom, and a server may only be slow: requests that came through acquit it,
    // unless it was asked well after the last look at them.
    const auto isOld
        = [&asked](WallTime look) { return secondsBetween(look, asked->started) >= stallSeconds; };
    const auto queue = ownMovement(context);
    const auto block = blockMovement(context.plan, context.disk, context.facts);
    if ((queue && queue->completed > 0 && !isOld(queue->time))
        || (block && block->completed > 0 && !isOld(block->time)))
        return std::nullopt;
    const Phrase hangs
        = PHRASE("rules", "a stat of the mount hangs: %1").arg(answer.error().silence.why);
    const EvidenceList evidence{{answer.error().observation, 0, 0}, cite(*mounts, mount->line)};
    if (queue && queue->inFlight > 0 && isOld(queue->time))
        return stalled(hangs).citing(evidence).citing(queue->evidence);
    return holdsUp(context, {}, hangs, evidence);
}

const Rule hostMountExperiment{
    LayerKind::HostMount, "host-mount.experiment", "Does a stat of it come back?", experiment};

static bool waitsForFuse(const ThreadState &thread)
{
    return thread.state == 'D'
        && (thread.wchan.contains("fuse") || thread.wchan.contains("request_wait_answer"));
}

static Verdict fuseDaemon(const Twice<TaskTable> &threads, const Observed<MountTable> &mounts)
{
    EvidenceList evidence;
    int count = 0;
    for (const ThreadState &thread : threads.last.value.threads) {
        const ThreadState *before = threads.first.value.thread(thread.tid);
        if (!waitsForFuse(thread) || !before || !waitsForFuse(*before))
            continue;
        ++count;
        evidence.append(cite(threads.first, before->line));
        evidence.append(cite(threads.last, thread.line));
    }
    if (count > 0 && threads.seconds() >= stallSeconds) {
        return stalled(
            PHRASE_N("rules", "%n thread(s) of QEMU wait for the FUSE daemon, unanswered for %1")
                .arg(durationPhrase(threads.seconds()))
                .count(count))
            .citing(evidence);
    }
    return unknown(PHRASE("rules", "no thread of QEMU waits for the FUSE daemon"))
        .as(Modifier::Idle)
        .citing({cite(threads.last), cite(mounts)});
}

static std::optional<Verdict> fuse(const DiskContext &context, const Layer &layer)
{
    Known<Observed<MountTable>> mounts;
    const Mount *mount = mountOf(context, layer, mounts);
    if (!mount || !mount->fsType.startsWith("fuse"))
        return std::nullopt;
    const Verdict passage = judgedByPassage(context);
    if (passage.state == State::Healthy)
        return passage;
    return judge(fuseDaemon, context.facts.twice(processThreads, context.plan.subject()), mounts);
}

const Rule hostMountFuse{
    LayerKind::HostMount, "host-mount.fuse", "Does the FUSE daemon answer?", fuse};

static std::optional<Verdict> passage(const DiskContext &context, const Layer &layer)
{
    Known<Observed<MountTable>> mounts;
    if (!mountOf(context, layer, mounts) && !mounts)
        return unknown(mounts.error().silence.why).citing({{mounts.error().observation, 0, 0}});
    return judgedByPassage(context);
}

const Rule hostMountPassage{
    LayerKind::HostMount, "host-mount.passage", "Do requests pass it?", passage};

} // namespace plumbline
