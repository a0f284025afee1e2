// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// QEMU's own Ceph client, as QEMU 10.0 with librbd 18.2 said it on a cluster of two OSDs, of which
// one was stopped, or declared down, or told to hold all requests back.
#include "cases.h"

namespace plumbline {

static QByteArray recorded(const char *name)
{
    return fixture((QByteArray("librbd_requests/good.") + name + ".txt").constData());
}

static Story looks(const QByteArray &first, const QByteArray &last, double seconds = 5)
{
    return Story(Story::Rbd).ceph(first).at(seconds).ceph(last);
}

static Story twice(const char *name)
{
    return looks(recorded(name), recorded(name));
}

// The other disk of the same QEMU.
static Story ofTheOther(Story story)
{
    story.disk().chain.last().filename = "guests/data-1";
    return story;
}

static QByteArray with(QByteArray text, const char *what, const char *instead)
{
    return text.replace(what, instead);
}

static QList<RuleCase> toldCases()
{
    using enum RuleCase::Situation;
    return {{"backend.librbd", AtEase, "flowing", "healthy", "17 request(s) completed in 5 s",
                [] { return looks(recorded("flowing.1"), recorded("flowing.2")); }},
        {"backend.librbd", AtEase, "only the watch waits for a dead OSD", "healthy",
            "24 request(s) completed in 8 s",
            [] { return ofTheOther(looks(recorded("partial.1"), recorded("partial.2"), 8)); }},
        {"backend.librbd", AtEase, "some OSDs answer", "healthy",
            "they wait for osd.0, but others are answered (slow from 2 s on)",
            [] {
                return looks(recorded("stalled.2"),
                    with(recorded("stalled.2"), "\"osdop_write\": ", "\"osdop_write\": 9"));
            }},
        {"backend.librbd", InDoubt, "nothing to do", "idle", "no request in it",
            [] { return twice("flowing.2"); }},
        {"backend.librbd", Stuck, "an OSD is stopped", "stalled",
            "1 request(s) unanswered by the OSDs for 9 s; they wait for osd.0",
            [] { return looks(recorded("stalled.1"), recorded("stalled.2")); }},
        {"backend.librbd", Stuck, "while empty blocks are read without an OSD", "stalled",
            "1 request(s) unanswered by the OSDs for 16 s; they wait for osd.1",
            [] { return looks(recorded("partial.1"), recorded("partial.2"), 8); }},
        {"backend.librbd", Stuck, "the cluster is paused", "stalled",
            "2 request(s) unanswered by the OSDs for 5 s; the cluster or the pool is full or "
            "paused",
            [] { return twice("paused"); }},
        {"backend.librbd", Stuck, "the OSD is down", "stalled",
            "for 11 s; no OSD serves the objects of some", [] { return twice("no_osd"); }},
        {"backend.librbd", Stuck, "one was never sent", "stalled",
            "2 request(s) unanswered by the OSDs for 10 s; no OSD serves",
            [] { return ofTheOther(twice("no_osd")); }},
        {"backend.librbd", InDoubt, "too soon to tell", "unknown", "",
            [] { return looks(recorded("stalled.1"), recorded("stalled.1"), 1.5); }},
        {"backend.librbd", InDoubt, "with no OSD", "unknown",
            "request(s) in it, but none with an OSD", [] {
                const QByteArray text = with(recorded("flowing.2"), "\"wr\": ", "\"wr\": 9");
                return looks(text, text);
            }}};
}

static QList<RuleCase> untoldCases()
{
    using enum RuleCase::Situation;
    return {{"backend.librbd", InDoubt, "no admin socket", "unknown",
                "has no admin socket: with admin_socket in the [client] section",
                [] { return Story(Story::Rbd).ceph(recorded("no_socket")); }},
        {"backend.librbd", AtEase, "no admin socket, but requests pass", "healthy",
            "12 request(s) completed",
            [] {
                return Story(Story::Rbd)
                    .ceph(recorded("no_socket"))
                    .blocks(400)
                    .secondLook()
                    .blocks(412);
            }},
        {"backend.librbd", InDoubt, "no rights", "unknown", "needs root's rights",
            [] { return Story(Story::Rbd).ceph(recorded("no_rights")); }},
        {"backend.librbd", InDoubt, "QEMU is stopped", "unknown",
            "did not answer its admin socket: timed out",
            [] { return Story(Story::Rbd).ceph(recorded("qemu_stopped")); }},
        {"backend.librbd", InDoubt, "one name for all sockets", "unknown", "has $pid and $cctid",
            [] {
                return twice("flowing.1")
                    .ceph(with(recorded("flowing.2"), "-guests-vm-1\"", "-guests-other\""));
            }},
        {"backend.librbd", InDoubt, "opened anew", "unknown", "opened the image between two looks",
            [] {
                return looks(recorded("stalled.1"),
                    with(recorded("stalled.2"), "93990870005672", "93990870005000"));
            }},
        {"backend.librbd", InDoubt, "no fact", "unknown", "not asked",
            [] { return Story(Story::Rbd); }},
        {"backend.librbd", InDoubt, "another kind of disk", "silent", "",
            [] { return Story(Story::NbdTcp); }}};
}

QList<RuleCase> librbdCases()
{
    return toldCases() + untoldCases();
}

} // namespace plumbline
