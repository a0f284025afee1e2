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

// Up to which index the driver submitted, the device saw, the device completed and the driver
// noticed, at both looks.
static Story standsAt(quint16 submitted, quint16 seen, quint16 completed, quint16 noticed)
{
    Story story(Story::NbdSocket);
    story.features(false, true);
    for (const double when : {0.0, 5.0})
        story.at(when).queue(seen, completed).ring(submitted, noticed);
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

        {"virtio.driver.notices", AtEase, "noticed all", "silent", "",
            [] { return standsAt(602, 602, 602, 602); }},
        {"virtio.driver.notices", Stuck, "five lie there", "stalled",
            "queue 0: 5 completion(s) lie in the used ring and the driver did not notice in 5 s",
            [] { return standsAt(602, 602, 602, 597); }},
        {"virtio.driver.notices", InDoubt, "RAM not read", "silent", "", flows},

        {"virtqueue.seen", AtEase, "seen all", "silent", "",
            [] { return standsAt(602, 602, 600, 600); }},
        {"virtqueue.seen", Stuck, "two lie there", "stalled",
            "queue 0: submitted up to 604, seen up to 602 and not read on in 5 s",
            [] { return standsAt(604, 602, 602, 602); }},
        {"virtqueue.seen", InDoubt, "RAM not read", "silent", "", holds},

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
