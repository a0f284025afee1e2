// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// QEMU's threads, mounts and block devices of the host.
#include "cases.h"

namespace plumbline {

static QByteArray calm()
{
    return fixture("task_table/good.nbd_stalled.txt");
}

static QByteArray waitsForNfs()
{
    return fixture("task_table/good.nfs_stalled.txt");
}

static QByteArray waitsForFuse()
{
    return waitsForNfs().replace("nfs_file_direct_write", "request_wait_answer");
}

static Story threads(const QByteArray &first, const QByteArray &last, double seconds = 5)
{
    return Story(Story::Nfs).threads(first).at(seconds).threads(last);
}

static Story holdsRequests(Story story)
{
    return story.at(0).queue(297, 294).at(5).queue(297, 294);
}

static Story unansweredBy(const QByteArray &option)
{
    return Story(Story::Nfs)
        .queue(297, 294)
        .nfs(1525, 1522, option)
        .secondLook()
        .queue(297, 294)
        .nfs(1525, 1522, option);
}

static Story nfs(
    quint64 sends, quint64 receives, quint64 laterSends, quint64 laterReceives, double seconds = 5)
{
    return Story(Story::Nfs).nfs(sends, receives).at(seconds).nfs(laterSends, laterReceives);
}

static Story fuse(const QByteArray &first, const QByteArray &last)
{
    return Story(Story::Fuse).threads(first).secondLook().threads(last);
}

static Story disk(int completed, int inFlight, int laterCompleted, int laterInFlight)
{
    return Story(Story::LocalFile)
        .hostDisk(completed, inFlight)
        .secondLook()
        .hostDisk(laterCompleted, laterInFlight);
}

static QList<RuleCase> mountCases()
{
    using enum RuleCase::Situation;
    return {{"host-mount.nfs", AtEase, "answers", "healthy", "12 answer(s) from the server in 5 s",
                [] { return nfs(1525, 1522, 1537, 1534); }},
        {"host-mount.nfs", AtEase, "nothing asked", "idle", "nothing was asked",
            [] { return nfs(1525, 1525, 1525, 1525); }},
        {"host-mount.nfs", AtEase, "not NFS", "silent", "", [] { return disk(1, 0, 1, 0); }},
        {"host-mount.nfs", Stuck, "hard", "stalled",
            "3 request(s) sent, none answered in 5 s; hard mount: no error will ever be returned",
            [] { return unansweredBy("hard"); }},
        {"host-mount.nfs", Stuck, "soft", "stalled", "soft mount",
            [] { return unansweredBy("soft"); }},
        {"host-mount.nfs", Stuck, "threads wait, monitor silent", "stalled", "none answered in 5 s",
            [] { return nfs(1525, 1522, 1525, 1522).threads(waitsForNfs()); }},
        {"host-mount.nfs", AtEase, "sent twice in an old stall, nobody waits", "idle",
            "nothing was asked", [] { return nfs(1525, 1522, 1525, 1522); }},
        {"host-mount.nfs", InDoubt, "one look", "unknown", "asked once",
            [] { return Story(Story::Nfs).nfs(1525, 1522); }},
        {"host-mount.nfs", InDoubt, "1.5 s prove nothing", "idle", "in 1.5 s",
            [] { return nfs(1525, 1522, 1525, 1522, 1.5).threads(waitsForNfs()); }},
        {"host-mount.nfs", InDoubt, "no rights", "unknown", "Permission denied",
            [] {
                return Story(Story::Nfs)
                    .silent(processNfsStats, Story(Story::Nfs).plan.subject(), Silence::Refused,
                        QStringLiteral("Permission denied"));
            }},

        {"host-mount.experiment", AtEase, "answers", "silent", "",
            [] {
                return Story(Story::Nfs)
                    .says(mountAnswers, Story(Story::Nfs).plan.pathSubject("/var/lib/virt/images"),
                        "nfs\n");
            }},
        {"host-mount.experiment", AtEase, "hung, but requests pass since", "silent", "",
            [] { return Story(Story::Nfs).blocks(400).statHangs().secondLook().blocks(412); }},
        {"host-mount.experiment", Stuck, "hangs, and nothing passed since", "stalled",
            "a stat of the mount hangs",
            [] {
                return Story(Story::Nfs)
                    .queue(299, 298)
                    .blocks(400)
                    .statHangs()
                    .secondLook()
                    .queue(299, 298)
                    .blocks(400);
            }},
        {"host-mount.experiment", AtEase, "hangs while others complete", "silent", "",
            [] {
                return Story(Story::Nfs).queue(297, 297).secondLook().queue(299, 298).statHangs();
            }},
        {"host-mount.experiment", Stuck, "hangs long after the last look, with one in flight",
            "stalled", "a stat of the mount hangs",
            [] {
                return Story(Story::Nfs)
                    .queue(297, 297)
                    .secondLook()
                    .queue(299, 298)
                    .at(60)
                    .statHangs();
            }},
        {"host-mount.experiment", InDoubt, "hangs, but nobody waits for it", "unknown",
            "no request of this disk was seen to wait",
            [] {
                return Story(Story::Nfs).queue(297, 297).statHangs().secondLook().queue(297, 297);
            }},
        {"host-mount.experiment", InDoubt, "hangs, and who waits is not known", "unknown",
            "whether a request waits for it could not be seen",
            [] { return Story(Story::Nfs).statHangs(); }},
        {"host-mount.experiment", InDoubt, "never tried", "silent", "",
            [] { return Story(Story::Nfs); }},

        {"host-mount.fuse", AtEase, "requests pass", "healthy",
            "12 request(s) completed in 5 s on the way",
            [] { return Story(Story::Fuse).blocks(400).secondLook().blocks(412); }},
        {"host-mount.fuse", AtEase, "nobody waits", "idle", "no thread of QEMU waits",
            [] { return fuse(calm(), calm()); }},
        {"host-mount.fuse", Stuck, "three wait", "stalled",
            "3 thread(s) of QEMU wait for the FUSE daemon",
            [] { return fuse(waitsForFuse(), waitsForFuse()); }},
        {"host-mount.fuse", InDoubt, "one look", "unknown", "asked once",
            [] { return Story(Story::Fuse).threads(waitsForFuse()); }},

        {"host-mount.passage", AtEase, "passes", "healthy",
            "12 request(s) completed in 5 s on the way",
            [] { return Story(Story::LocalFile).blocks(400).secondLook().blocks(412); }},
        {"host-mount.passage", InDoubt, "nothing passes", "unknown",
            "no request completed through it",
            [] { return Story(Story::LocalFile).blocks(400).secondLook().blocks(400); }},
        {"host-mount.passage", InDoubt, "mounts unknown", "unknown", "not asked", [] {
             Story story(Story::LocalFile);
             story.facts = FactStore();
             return story;
         }}};
}

QList<RuleCase> hostCases()
{
    using enum RuleCase::Situation;
    const QList<RuleCase> others{
        {"host-process.threads", AtEase, "calm", "idle", "no thread of QEMU waits",
            [] { return threads(calm(), calm()); }},
        {"host-process.threads", AtEase, "busy but flowing", "healthy", "12 request(s) completed",
            [] {
                return Story(Story::Nfs)
                    .threads(waitsForNfs())
                    .blocks(400)
                    .secondLook()
                    .threads(waitsForNfs())
                    .blocks(412);
            }},
        {"host-process.threads", AtEase, "another disk's threads", "unknown", "cannot be seen",
            [] {
                return threads(waitsForNfs(), waitsForNfs())
                    .at(0)
                    .queue(294, 294)
                    .at(5)
                    .queue(294, 294);
            }},
        {"host-process.threads", Stuck, "three in D", "stalled",
            "3 thread(s) of QEMU in uninterruptible sleep for 5 s (nfs_file_direct_write)",
            [] { return holdsRequests(threads(waitsForNfs(), waitsForNfs())); }},
        {"host-process.threads", InDoubt, "nobody measures the disk", "unknown", "cannot be seen",
            [] { return threads(waitsForNfs(), waitsForNfs()); }},
        {"host-process.threads", Stuck, "without rights", "stalled", "where needs more rights",
            [] {
                const QByteArray table = waitsForNfs().replace("nfs_file_direct_write", "0");
                return holdsRequests(threads(table, table));
            }},
        {"host-process.threads", InDoubt, "one look", "unknown", "asked once",
            [] { return Story(Story::Nfs).threads(waitsForNfs()); }},
        {"host-process.threads", AtEase, "began just now", "idle", "no thread of QEMU waits",
            [] { return threads(calm(), waitsForNfs()); }},

        {"host-block.drains", AtEase, "drains", "healthy", "12 request(s) completed in 5 s",
            [] { return disk(100, 1, 112, 2); }},
        {"host-block.drains", AtEase, "rests", "idle", "nothing in flight",
            [] { return disk(100, 0, 100, 0); }},
        {"host-block.drains", Stuck, "holds", "stalled",
            "4 request(s) in its queue, none completed in 5 s",
            [] { return holdsRequests(disk(100, 2, 100, 4)); }},
        {"host-block.drains", AtEase, "a drifted count, and nobody waits", "unknown",
            "none completed in 5 s, but no request of this disk was seen to wait",
            [] { return disk(100, 2, 100, 2).at(0).queue(294, 294).at(5).queue(294, 294); }},
        {"host-block.drains", InDoubt, "who waits cannot be seen", "unknown",
            "whether this disk waits for them could not be seen",
            [] { return disk(100, 2, 100, 4); }},
        {"host-block.drains", InDoubt, "one look", "unknown", "asked once",
            [] { return Story(Story::LocalFile); }},
        {"host-block.drains", InDoubt, "gone from the list", "unknown", "does not list", [] {
             Story story(Story::LocalFile);
             return story.secondLook().says(
                 hostDisks, story.plan.subject(), "   8       0 sdb 1 0 8 1 0 0 0 0 0 1 1\n");
         }}};
    return mountCases() + others;
}

} // namespace plumbline
