// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Guest, driver and virtqueue.
#include "cases.h"

namespace plumbline {

static Story flows()
{
    return Story(Story::NbdSocket).queue(295, 294).secondLook().queue(307, 306);
}

static Story holds()
{
    return Story(Story::NbdSocket).queue(297, 294).secondLook().queue(297, 294);
}

static Story rests()
{
    return Story(Story::NbdSocket).queue(294, 294).secondLook().queue(294, 294);
}

static Story askedOnce()
{
    return Story(Story::NbdSocket).queue(297, 294);
}

static Story monitorHangs()
{
    return flows().at(10).queueSilent(Silence::TimedOut, QStringLiteral("no answer within 2 s"));
}

static Story looksCloseTogether()
{
    return Story(Story::NbdSocket).queue(297, 294).at(1.5).queue(297, 294);
}

static Story wrapsAround()
{
    return Story(Story::NbdSocket).queue(65535, 65530).secondLook().queue(5, 3);
}

static Story stuckAcrossTheWrap()
{
    return Story(Story::NbdSocket).queue(2, 65534).secondLook().queue(3, 65534);
}

static Story oneQueueOfTwoIsStuck()
{
    Story story(Story::NbdSocket);
    story.disk().queueCount = 2;
    return story.queue(10, 10, 0).queue(7, 4, 1).secondLook().queue(60, 60, 0).queue(7, 4, 1);
}

static Story oneQueueOfTwoIsSilent()
{
    Story story = flows();
    story.disk().queueCount = 2;
    return story;
}

static Story vhostUser()
{
    return Story(Story::VhostUser);
}

static Story noMonitor()
{
    Story story = flows();
    story.plan.virshUri.clear();
    return story;
}

QList<RuleCase> guestCases()
{
    using enum RuleCase::Situation;
    return {{"guest.application.unseen", InDoubt, "always", "unknown", "not visible", flows},

        {"guest.kernel.submits", AtEase, "asks", "healthy", "12 submitted and 12 taken back in 5 s",
            flows},
        {"guest.kernel.submits", AtEase, "asks nothing", "idle", "idle, which proves nothing",
            rests},
        {"guest.kernel.submits", InDoubt, "waits", "unknown", "3 request(s) of it are in flight",
            holds},
        {"guest.kernel.submits", InDoubt, "monitor hangs", "unknown", "no answer within 2 s",
            monitorHangs},

        {"virtio.device.broken", AtEase, "set up", "silent", "",
            [] { return flows().virtio(false); }},
        {"virtio.device.broken", Stuck, "gave up", "stalled", "bogus descriptor",
            [] { return flows().virtio(true); }},
        {"virtio.device.broken", InDoubt, "never asked", "silent", "", flows},

        {"virtio.driver.moves", AtEase, "completes", "healthy", "12 request(s) completed in 5 s",
            flows},
        {"virtio.driver.moves", Stuck, "holds three", "stalled", "3 request(s) seen by the device",
            holds},
        {"virtio.driver.moves", InDoubt, "asked once", "unknown", "asked once", askedOnce},

        {"virtqueue.completes", AtEase, "completes", "healthy", "12 request(s) completed in 5 s",
            flows},
        {"virtqueue.completes", AtEase, "rests", "idle", "nothing in flight", rests},
        {"virtqueue.completes", AtEase, "indices wrap at 65536", "healthy",
            "9 request(s) completed in 5 s", wrapsAround},
        {"virtqueue.completes", Stuck, "holds three", "stalled", "3 request(s) seen by the device",
            holds},
        {"virtqueue.completes", Stuck, "holds five across the wrap", "stalled",
            "5 request(s) seen by the device, none completed in 5 s", stuckAcrossTheWrap},
        {"virtqueue.completes", Stuck, "one queue of two", "stalled", "3 request(s) seen",
            oneQueueOfTwoIsStuck},
        {"virtqueue.completes", InDoubt, "1.5 s prove nothing", "unknown", "look again",
            looksCloseTogether},
        {"virtqueue.completes", InDoubt, "one queue of two is silent", "unknown", "not asked",
            oneQueueOfTwoIsSilent},
        {"virtqueue.completes", InDoubt, "monitor hangs", "unknown", "no answer within 2 s",
            monitorHangs},
        {"virtqueue.completes", InDoubt, "vhost-user", "unknown", "would stop it", vhostUser},
        {"virtqueue.completes", InDoubt, "no monitor", "unknown", "no monitor", noMonitor}};
}

} // namespace plumbline
