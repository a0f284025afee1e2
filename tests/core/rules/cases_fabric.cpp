// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Connections and the storage behind them.
#include "cases.h"

namespace plumbline {

static Story sockets(Story::Backend backend, int unread, int unsent)
{
    return Story(backend).sockets(unread, unsent).secondLook().sockets(unread, unsent);
}

static Story holding(Story story)
{
    return story.at(0).queue(297, 294).blocks(400, 0, 1).at(5).queue(297, 294).blocks(400, 0, 6);
}

static Story resting(Story story)
{
    return story.at(0).queue(294, 294).blocks(400).at(5).queue(294, 294).blocks(400);
}

static Story flowing(Story story)
{
    return story.at(0).queue(295, 294).blocks(400).at(5).queue(307, 306).blocks(412);
}

static Story serverIs(const QByteArray &stateLine)
{
    return sockets(Story::NbdSocket, 0, 0).server(stateLine);
}

static Story wedged(Story story)
{
    return story.at(5).queueSilent(
        Silence::NotAsked, QStringLiteral("not sent: the monitor is not free"));
}

static Story portIs(Story story, const QByteArray &answer)
{
    return story
        .says(processMounts, story.plan.subject(),
            "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
            "37 20 0:30 / /var/lib/virt/images rw - nfs4 n:/x rw,vers=4.2,hard,addr=10.9.9.1\n")
        .says(portAnswers, story.plan.pathSubject("10.9.9.1 2049"), answer);
}

static QList<RuleCase> portCases()
{
    using enum RuleCase::Situation;
    return {{"fabric.nfs-port", AtEase, "answers", "silent", "",
                [] { return portIs(holding(Story(Story::Nfs)), "answers bash \n"); }},
        {"fabric.nfs-port", AtEase, "silent, but requests complete", "unknown",
            "no request of this disk was seen to wait",
            [] { return portIs(flowing(Story(Story::Nfs)), "silent bash \n"); }},
        {"fabric.nfs-port", Stuck, "silent", "stalled",
            "port 2049 of the NFS server is silent: nothing came back within 2 s",
            [] { return portIs(holding(Story(Story::Nfs)), "silent bash \n"); }},
        {"fabric.nfs-port", Stuck, "refuses", "stalled", "is up, and nobody listens there",
            [] { return portIs(holding(Story(Story::Nfs)), "refuses python3 \n"); }},
        {"fabric.nfs-port", Stuck, "unreachable", "stalled", "there is no way",
            [] { return portIs(holding(Story(Story::Nfs)), "unreachable nc \n"); }},
        {"fabric.nfs-port", InDoubt, "who waits cannot be seen", "unknown",
            "whether a request waits for it could not be seen",
            [] { return portIs(Story(Story::Nfs), "silent bash \n"); }},
        {"fabric.nfs-port", InDoubt, "nothing there to try it with", "silent", "",
            [] { return portIs(holding(Story(Story::Nfs)), "untried  \n"); }},
        {"fabric.nfs-port", InDoubt, "never tried", "silent", "",
            [] { return holding(Story(Story::Nfs)); }},
        {"fabric.nfs-port", InDoubt, "not NFS", "silent", "",
            [] { return holding(Story(Story::NbdSocket)); }}};
}

QList<RuleCase> fabricCases()
{
    using enum RuleCase::Situation;
    return portCases()
        + QList<RuleCase>{{"fabric.nbd", AtEase, "carries", "healthy", "12 request(s) completed",
                              [] { return flowing(sockets(Story::NbdTcp, 0, 0)); }},
            {"fabric.nbd", Stuck, "nothing is acknowledged", "stalled",
                "4096 bytes sent and not acknowledged for 5 s",
                [] { return holding(sockets(Story::NbdTcp, 0, 4096)); }},
            {"fabric.nbd", AtEase, "a local socket is no network", "unknown", "is established",
                [] { return holding(sockets(Story::NbdSocket, 3128, 8192)); }},
            {"fabric.nbd", InDoubt, "connected, but nothing passes", "unknown",
                "the connection is established (ESTAB)",
                [] { return holding(sockets(Story::NbdTcp, 0, 0)); }},
            {"fabric.nbd", InDoubt, "connection gone", "unknown", "not among this host's sockets",
                [] {
                    Story story(Story::NbdTcp);
                    const QByteArray none
                        = "State Recv-Q Send-Q Local Address:Port Peer Address:Port\n";
                    return story.says(hostTcpSockets, story.plan.subject(), none)
                        .secondLook()
                        .says(hostTcpSockets, story.plan.subject(), none);
                }},
            {"fabric.nbd", InDoubt, "ss is missing", "unknown", "not installed",
                [] {
                    Story story(Story::NbdTcp);
                    return story.silent(hostTcpSockets, story.plan.subject(), Silence::Refused,
                        QStringLiteral("not installed"));
                }},

            {"fabric.passage", AtEase, "answers come through", "healthy", "12 request(s) completed",
                [] { return flowing(Story(Story::Nfs)); }},
            {"fabric.passage", AtEase, "NBD has its own rule", "silent", "",
                [] { return flowing(Story(Story::NbdSocket)); }},
            {"fabric.passage", InDoubt, "nothing comes through", "unknown",
                "cannot be told from this host", [] { return holding(Story(Story::Nfs)); }},

            {"backend.nbd-process", AtEase, "runs", "silent", "",
                [] { return holding(serverIs("S (sleeping)")); }},
            {"backend.nbd-process", AtEase, "stopped, but nobody waits", "unknown",
                "no request was seen to wait for it",
                [] { return resting(serverIs("T (stopped)")); }},
            {"backend.nbd-process", Stuck, "stopped", "stalled",
                "its server nbdkit (pid 78) does not run, its state is T (stopped)",
                [] { return holding(serverIs("T (stopped)")); }},
            {"backend.nbd-process", Stuck, "stopped, and the monitor is wedged", "stalled",
                "does not run",
                [] { return wedged(sockets(Story::NbdSocket, 3128, 0).server("T (stopped)")); }},
            {"backend.nbd-process", InDoubt, "stopped, and nothing was seen to wait", "unknown",
                "no request was seen to wait for it",
                [] { return wedged(serverIs("T (stopped)")); }},
            {"backend.nbd-process", InDoubt, "on another host", "silent", "",
                [] { return holding(sockets(Story::NbdTcp, 0, 0)); }},

            {"backend.nbd-reads", AtEase, "answers", "healthy", "12 request(s) completed",
                [] { return flowing(sockets(Story::NbdSocket, 0, 0)); }},
            {"backend.nbd-reads", Stuck, "reads nothing", "stalled",
                "3128 bytes of requests lie unread in its socket for 5 s",
                [] { return holding(sockets(Story::NbdSocket, 3128, 0)); }},
            {"backend.nbd-reads", Stuck, "reads nothing, and the monitor is wedged", "stalled",
                "lie unread", [] { return wedged(sockets(Story::NbdSocket, 3128, 0)); }},
            {"backend.nbd-reads", Stuck, "took all, answered none", "stalled",
                "all requests were delivered",
                [] { return holding(sockets(Story::NbdSocket, 0, 0)); }},
            {"backend.nbd-reads", AtEase, "a limit of QEMU looks alike", "unknown",
                "no request completed",
                [] { return holding(sockets(Story::NbdSocket, 0, 0)).limit("bps-total", "1"); }},
            {"backend.nbd-reads", InDoubt, "no socket table", "unknown", "no request completed",
                [] { return holding(Story(Story::NbdSocket)); }},

            {"backend.passage", AtEase, "answers come through", "healthy",
                "12 request(s) completed", [] { return flowing(Story(Story::Nfs)); }},
            {"backend.passage", InDoubt, "nothing comes through", "unknown",
                "cannot be told from this host", [] { return holding(Story(Story::Nfs)); }}};
}

} // namespace plumbline
