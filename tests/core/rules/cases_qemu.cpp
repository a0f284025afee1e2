// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Device emulation and QEMU's block layer.
#include "cases.h"

namespace plumbline {

static Story flows()
{
    return Story(Story::NbdSocket)
        .queue(295, 294)
        .blocks(400)
        .secondLook()
        .queue(307, 306)
        .blocks(412);
}

static Story holds()
{
    return Story(Story::NbdSocket)
        .queue(297, 294)
        .blocks(400, 0, 1)
        .secondLook()
        .queue(297, 294)
        .blocks(400, 0, 6);
}

static Story rests()
{
    return Story(Story::NbdSocket)
        .queue(294, 294)
        .blocks(400)
        .secondLook()
        .queue(294, 294)
        .blocks(400);
}

static Story fails()
{
    return Story(Story::NbdSocket).blocks(400, 0).secondLook().blocks(400, 7);
}

// Twelve requests, each of which took so many nanoseconds.
static Story takes(qint64 nanoseconds)
{
    return Story(Story::NbdSocket).blocks(400).secondLook().blocks(412, 0, 0.1, 12 * nanoseconds);
}

static Story processIs(const QByteArray &stateLine)
{
    return Story(Story::NbdSocket).qemuState(stateLine).secondLook().qemuState(stateLine);
}

// Main loop and IOThread of the disk, which sleep in these places.
static QByteArray table(const QByteArray &mainLoop, const QByteArray &iothread)
{
    return "470\tqemu-system-x86\t" + mainLoop + "\t0\n473\tIO iothread1\t" + iothread + "\t0\n";
}

static const QByteArray polls = "S\tdo_sys_poll";
static const QByteArray waits = "D\tnfs_getattr";

static Story mainLoopServes(Story story)
{
    story.disk().iothreads.clear();
    return story;
}

static Story threads(Story story, const QByteArray &first, const QByteArray &last)
{
    return story.at(0).threads(first).at(5).threads(last);
}

static QList<RuleCase> threadCases()
{
    using enum RuleCase::Situation;
    return {
        {"device.threads", AtEase, "waits in poll", "silent", "",
            [] { return threads(holds(), table(polls, polls), table(polls, polls)); }},
        {"device.threads", AtEase, "in D at both looks, but requests complete", "silent", "",
            [] {
                return threads(mainLoopServes(flows()), table(waits, waits), table(waits, waits));
            }},
        {"device.threads", AtEase, "somewhere else at the second look", "silent", "",
            [] {
                return threads(holds(), table(polls, "D\tblk_mq_get_tag"), table(polls, waits));
            }},
        {"device.threads", Stuck, "the main loop, and requests wait", "stalled",
            "QEMU's main loop is in D in nfs_getattr for 5 s",
            [] {
                return threads(mainLoopServes(holds()), table(waits, polls), table(waits, polls));
            }},
        {"device.threads", Stuck, "with its stack", "stalled", "in D in nfs_getattr",
            [] {
                Story story
                    = threads(mainLoopServes(holds()), table(waits, polls), table(waits, polls));
                return story.says(processStacks, story.plan.subject(),
                    "470\tD\tqemu-system-x86\n\t[<0>] nfs_getattr+0x1a7/0x3c0 [nfs]\n"
                    "\t[<0>] vfs_statx+0x7c/0x140\n");
            }},
        {"device.threads", Stuck, "the main loop, and with it the monitor", "stalled",
            "QEMU's main loop is in D in nfs_getattr for 5 s",
            [] {
                Story story = threads(mainLoopServes(Story(Story::NbdSocket)), table(waits, polls),
                    table(waits, polls));
                return story.silent(qemuStatus, story.plan.subject(), Silence::TimedOut,
                    QStringLiteral("no answer within 2 s"));
            }},
        {"device.threads", Stuck, "the IOThread", "stalled",
            "IOThread iothread1 is in D in nfs_getattr for 5 s",
            [] { return threads(holds(), table(polls, waits), table(polls, waits)); }},
        {"device.threads", InDoubt, "the main loop, but an IOThread serves", "unknown",
            "requests of this disk take an IOThread",
            [] { return threads(holds(), table(waits, polls), table(waits, polls)); }},
        {"device.threads", InDoubt, "nobody was seen to wait", "unknown",
            "no request of this disk was seen to wait",
            [] { return threads(rests(), table(polls, waits), table(polls, waits)); }},
        {"device.threads", InDoubt, "one look", "silent", "",
            [] { return holds().threads(table(waits, waits)); }},
        {"device.threads", InDoubt, "where is not known", "stalled",
            "is in D; where needs root's rights",
            [] { return threads(holds(), table(polls, "D\t0"), table(polls, "D\t0")); }},
    };
}

QList<RuleCase> qemuCases()
{
    using enum RuleCase::Situation;
    return threadCases()
        + QList<RuleCase>{{"device.process-runs", AtEase, "sleeps", "silent", "",
                              [] { return processIs("S (sleeping)"); }},
            {"device.process-runs", Stuck, "SIGSTOP", "stalled", "its state is T (stopped)",
                [] { return processIs("T (stopped)"); }},
            {"device.process-runs", Stuck, "a debugger holds it", "stalled", "t (tracing stop)",
                [] { return processIs("t (tracing stop)"); }},
            {"device.process-runs", Stuck, "dead", "stalled", "is dead",
                [] { return processIs("Z (zombie)"); }},
            {"device.process-runs", AtEase, "stopped for a moment", "silent", "",
                [] {
                    return Story(Story::NbdSocket)
                        .qemuState("S (sleeping)")
                        .secondLook()
                        .qemuState("t (tracing stop)");
                }},
            {"device.process-runs", AtEase, "stopped at both looks, but requests complete",
                "silent", "",
                [] {
                    return Story(Story::NbdSocket)
                        .qemuState("t (tracing stop)")
                        .queue(295, 294)
                        .secondLook()
                        .qemuState("t (tracing stop)")
                        .queue(307, 306);
                }},
            {"device.process-runs", InDoubt, "never asked", "silent", "", flows},

            {"device.paused", AtEase, "runs", "silent", "",
                [] { return flows().machine("running", true); }},
            {"device.paused", Stuck, "virsh suspend", "paused", "QEMU says paused",
                [] { return holds().machine("paused", false); }},
            {"device.paused", Stuck, "migrated away", "paused", "it goes on elsewhere",
                [] { return holds().machine("postmigrate", false); }},
            {"device.paused", Stuck, "the last part of a migration", "paused", "(finish-migrate)",
                [] { return holds().machine("finish-migrate", false); }},
            {"device.paused", Stuck, "waits for a migration", "paused", "(inmigrate)",
                [] { return holds().machine("inmigrate", false); }},
            {"device.paused", Stuck, "no space", "paused", "paused the machine at an I/O error",
                [] { return holds().machine("io-error", false); }},
            {"device.paused", InDoubt, "monitor hangs", "silent", "",
                [] {
                    return Story(Story::NbdSocket)
                        .silent(qemuStatus, Story(Story::NbdSocket).plan.subject(),
                            Silence::TimedOut, QStringLiteral("no answer"));
                }},

            {"device.returns", AtEase, "returns", "healthy", "12 request(s) completed in 5 s",
                flows},
            {"device.returns", AtEase, "rests", "idle", "nothing went in", rests},
            {"device.returns", Stuck, "keeps three", "stalled", "3 request(s) went into QEMU",
                holds},
            {"device.returns", InDoubt, "asked once", "unknown", "asked once",
                [] { return Story(Story::NbdSocket).queue(297, 294); }},

            {"block-node.throttled", AtEase, "limited but flowing", "silent", "",
                [] { return flows().limit("total_bytes_sec", "1048576"); }},
            {"block-node.throttled", AtEase, "no limit", "silent", "", holds},
            {"block-node.throttled", Stuck, "held back", "throttled",
                "3 request(s) held back on purpose by the limit total_bytes_sec=1",
                [] { return holds().limit("total_bytes_sec", "1"); }},
            {"block-node.throttled", InDoubt, "queue silent", "silent", "",
                [] { return Story(Story::NbdSocket).limit("total_bytes_sec", "1"); }},

            {"block-node.slow", AtEase, "quick", "silent", "", [] { return takes(3'000'000); }},
            {"block-node.slow", Stuck, "two seconds each", "healthy",
                "12 request(s) completed in 5 s, but one takes 2 s on average (slow from 0.5 s on)",
                [] { return takes(2'000'000'000); }},
            {"block-node.slow", InDoubt, "nothing completed", "silent", "", holds},

            {"block-node.completes", AtEase, "completes", "healthy",
                "12 request(s) completed in 5 s", flows},
            {"block-node.completes", AtEase, "rests", "idle", "no request completed in 5 s", rests},
            {"block-node.completes", Stuck, "holds", "stalled",
                "3 request(s) in it; the last one ended 6 s ago", holds},
            {"block-node.completes", InDoubt, "errors go back", "unknown", "7 request(s) failed",
                fails},
            {"block-node.completes", InDoubt, "monitor hangs", "unknown", "no answer within 2 s",
                [] {
                    Story story = flows();
                    return story.at(10).silent(qemuBlockstats, story.plan.subject(),
                        Silence::TimedOut, QStringLiteral("no answer within 2 s"));
                }},
            {"block-node.completes", InDoubt, "not listed", "unknown", "does not list this disk",
                [] {
                    Story story = flows();
                    story.disk().topNode = "other";
                    story.disk().qomPath = "/machine/peripheral/other/virtio-backend";
                    return story;
                }}};
}

} // namespace plumbline
