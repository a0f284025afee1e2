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

QList<RuleCase> qemuCases()
{
    using enum RuleCase::Situation;
    return {{"device.process-runs", AtEase, "sleeps", "silent", "",
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
        {"device.process-runs", AtEase, "stopped at both looks, but requests complete", "silent",
            "",
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
        {"device.paused", Stuck, "no space", "paused", "paused the machine at an I/O error",
            [] { return holds().machine("io-error", false); }},
        {"device.paused", InDoubt, "monitor hangs", "silent", "",
            [] {
                return Story(Story::NbdSocket)
                    .silent(qemuStatus, Story(Story::NbdSocket).plan.subject(), Silence::TimedOut,
                        QStringLiteral("no answer"));
            }},

        {"device.returns", AtEase, "returns", "healthy", "12 request(s) completed in 5 s", flows},
        {"device.returns", AtEase, "rests", "idle", "nothing went in", rests},
        {"device.returns", Stuck, "keeps three", "stalled", "3 request(s) went into QEMU", holds},
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

        {"block-node.completes", AtEase, "completes", "healthy", "12 request(s) completed in 5 s",
            flows},
        {"block-node.completes", AtEase, "rests", "idle", "no request completed in 5 s", rests},
        {"block-node.completes", Stuck, "holds", "stalled",
            "3 request(s) in it; the last one ended 6 s ago", holds},
        {"block-node.completes", InDoubt, "errors go back", "unknown", "7 request(s) failed",
            fails},
        {"block-node.completes", InDoubt, "monitor hangs", "unknown", "no answer within 2 s",
            [] {
                Story story = flows();
                return story.at(10).silent(qemuBlockstats, story.plan.subject(), Silence::TimedOut,
                    QStringLiteral("no answer within 2 s"));
            }},
        {"block-node.completes", InDoubt, "not listed", "unknown", "does not list this disk", [] {
             Story story = flows();
             story.disk().topNode = "other";
             story.disk().qomPath = "/machine/peripheral/other/virtio-backend";
             return story;
         }}};
}

} // namespace plumbline
