// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A block that somebody had read from the host, between two looks.
#include "cases.h"

#include "path/read_plan.h"

namespace plumbline {

enum class Guest { Waits, Rests };

static Story between(Story story, Guest guest, const std::function<void(Story &)> &read)
{
    story.at(0).queue(297, guest == Guest::Waits ? 294 : 297).qemuState("S (sleeping)");
    read(story.at(2));
    return story.at(5).queue(297, guest == Guest::Waits ? 294 : 297).qemuState("S (sleeping)");
}

static Subject whereToRead(const Story &story)
{
    return readSubject(story.plan, story.disk(), story.facts);
}

static Story answered(Story story)
{
    return between(std::move(story), Guest::Rests,
        [](Story &now) { now.says(activeRead, whereToRead(now), "4096\n"); });
}

static Story hung(Story story, Guest guest)
{
    return between(std::move(story), guest, [](Story &now) {
        now.silent(activeRead, whereToRead(now), Silence::TimedOut,
            QStringLiteral("no answer within 2 s"));
    });
}

static Story device(const QByteArray &path)
{
    return Story(Story::LocalFile).onDevice(path).stack();
}

QList<RuleCase> blockReadCases()
{
    using enum RuleCase::Situation;
    return {{"host-mount.block-read", AtEase, "answered", "healthy",
                "a block was read through it from the host in ",
                [] { return answered(Story(Story::LocalFile)); }},
        {"host-mount.block-read", Stuck, "hangs, and the guest waits", "stalled",
            "a read of one block from the host hangs: no answer within 2 s",
            [] { return hung(Story(Story::Nfs), Guest::Waits); }},
        {"host-mount.block-read", InDoubt, "hangs, and nobody waits", "unknown",
            "no request of this disk was seen to wait for it",
            [] { return hung(Story(Story::Nfs), Guest::Rests); }},
        {"host-mount.block-read", InDoubt, "long ago", "silent", "",
            [] { return answered(Story(Story::LocalFile)).at(200).qemuState("S (sleeping)"); }},
        {"host-mount.block-read", InDoubt, "nobody asked for it", "silent", "",
            [] { return Story(Story::LocalFile).qemuState("S (sleeping)"); }},
        {"host-mount.block-read", InDoubt, "refused", "silent", "",
            [] {
                return between(Story(Story::LocalFile), Guest::Rests, [](Story &now) {
                    now.silent(activeRead, whereToRead(now), Silence::Refused,
                        QStringLiteral("dd: failed to open: Permission denied"));
                });
            }},

        {"fabric.block-read", InDoubt,
            "a device's transport: the file system may have a hole there", "silent", "",
            [] { return answered(device("/dev/sdf")); }},
        {"fabric.block-read", AtEase, "the network of a file server", "healthy",
            "a block was read through it", [] { return answered(Story(Story::Nfs)); }},
        {"fabric.block-read", InDoubt, "hangs: the mount above answers for it", "silent", "",
            [] { return hung(Story(Story::Nfs), Guest::Waits); }},
        {"backend.block-read", AtEase, "a file server", "healthy", "a block was read through it",
            [] { return answered(Story(Story::Nfs)); }},
        {"backend.block-read", InDoubt, "an NBD server has no file here", "silent", "",
            [] { return answered(Story(Story::NbdSocket)); }}};
}

} // namespace plumbline
