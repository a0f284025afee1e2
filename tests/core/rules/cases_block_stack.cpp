// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Block devices of the host and the transports below them: the devices of the storage guest, whose
// kernel tests/lab/storage asks for real.
#include "cases.h"

namespace plumbline {

enum class Guest { Waits, Rests, Unseen };

// Both looks with the same thing wrong.
static Story wrong(const QByteArray &device, const QByteArray &what, const QByteArray &with,
    Guest guest = Guest::Waits)
{
    Story story(Story::LocalFile);
    story.onDevice(device);
    for (const double seconds : {0.0, 5.0}) {
        story.at(seconds).stack(what, with);
        if (guest != Guest::Unseen)
            story.queue(297, guest == Guest::Waits ? 294 : 297);
    }
    return story;
}

static Story right(const QByteArray &device)
{
    return wrong(device, {}, {}, Guest::Rests);
}

static Story once(const QByteArray &device, const QByteArray &what, const QByteArray &with)
{
    return Story(Story::LocalFile).onDevice(device).stack().secondLook().stack(what, with);
}

static const char suspended[] = "dm-0/dm/suspended:0";
static const char suspends[] = "dm-0/dm/suspended:1";

static Story pathsOf(const QByteArray &table, Guest guest = Guest::Waits)
{
    Story story = wrong("/dev/mapper/mpatha", {}, {}, guest);
    return story.says(hostMultipath, story.plan.pathSubject("253:1"), table);
}

static Story noPath(bool queues)
{
    QByteArray table = fixture("multipath_table/good.no_path.txt");
    return pathsOf(queues ? table : table.replace("1 queue_if_no_path", "0"));
}

static Story unanswered(Guest guest)
{
    Story story(Story::LocalFile);
    story.onDevice("/dev/sda");
    for (const double seconds : {0.0, 5.0}) {
        const QByteArray text = fixture("block_stack/good.storage_guest.txt");
        QByteArray stuck = text;
        stuck.replace("sda/inflight:       0        0", "sda/inflight:       1        0");
        stuck.replace("sda/device/iorequest_cnt:0x", "sda/device/iorequest_cnt:0x1");
        story.at(seconds).says(hostBlockStack, story.plan.subject(), stuck);
        if (guest != Guest::Unseen)
            story.queue(297, guest == Guest::Waits ? 294 : 297);
    }
    return story;
}

static Story recovering()
{
    return wrong("/dev/md0", "md0/md/sync_action:idle\nblock/md0/md/sync_completed:none",
        "md0/md/sync_action:recover\nblock/md0/md/sync_completed:6528 / 32768", Guest::Rests)
        .at(0)
        .device("md0", 753, 0)
        .at(5)
        .device("md0", 4704, 0);
}

static Story fibre(const QByteArray &state, Guest guest = Guest::Waits)
{
    Story story(Story::LocalFile);
    story.onDevice("/dev/sdb");
    for (const double seconds : {0.0, 5.0}) {
        QByteArray text = fixture("block_stack/good.production.txt");
        text.replace("rport-2:0-0/port_state:Blocked", "rport-2:0-0/port_state:" + state);
        story.at(seconds).says(hostBlockStack, story.plan.subject(), text);
        story.queue(297, guest == Guest::Waits ? 294 : 297);
    }
    return story;
}

// The host of good.production.txt at both looks: one of two ways to the same storage has failed.
static Story oneLegOf(
    const QByteArray &device, const QByteArray &what, const QByteArray &with, quint64 heldByLeg = 0)
{
    Story story(Story::LocalFile);
    story.onDevice(device);
    for (const double seconds : {0.0, 5.0}) {
        story.at(seconds).says(hostBlockStack, story.plan.subject(),
            fixture("block_stack/good.production.txt").replace(what, with));
        story.queue(297, 294).device("sdb", 40, heldByLeg);
    }
    return story;
}

static Story zfs(const QByteArray &state, Guest guest = Guest::Waits)
{
    Story story(Story::LocalFile);
    story.onDevice("/dev/zvol/tank/vm1");
    for (const double seconds : {0.0, 5.0}) {
        story.at(seconds).says(
            hostBlockStack, story.plan.subject(), "/proc/spl/kstat/zfs/tank/state:" + state + '\n');
        if (guest != Guest::Unseen)
            story.queue(297, guest == Guest::Waits ? 294 : 297);
    }
    return story;
}

// A device of the host of good.production.txt, and what a helper says of it at both looks.
static Story helped(const QByteArray &device, const ProbeBase &probe, const QByteArray &path,
    const QByteArray &says, Guest guest = Guest::Waits)
{
    Story story(Story::LocalFile);
    story.onDevice(device);
    for (const double seconds : {0.0, 5.0}) {
        story.at(seconds).says(
            hostBlockStack, story.plan.subject(), fixture("block_stack/good.production.txt"));
        story.says(
            probe, path.isEmpty() ? story.plan.subject() : story.plan.pathSubject(path), says);
        story.queue(297, guest == Guest::Waits ? 294 : 297);
    }
    return story;
}

static Story ceph(const char *answer, Guest guest = Guest::Waits)
{
    return helped("/dev/rbd3", cephRequests, "5f0c2a53-9d0e-4d52-9d6e-1ab0c0ffee02.client4125",
        fixture(answer), guest);
}

static Story drbd(const char *answer, Guest guest = Guest::Waits)
{
    return helped("/dev/drbd0", drbdStatus, {}, fixture(answer), guest);
}

static QList<RuleCase> networkCases()
{
    using enum RuleCase::Situation;
    return {{"backend.ceph", AtEase, "requests pass", "healthy", "12 request(s) completed",
                [] {
                    return ceph("ceph_requests/good.idle.txt", Guest::Rests)
                        .at(0)
                        .blocks(400)
                        .at(5)
                        .blocks(412);
                }},
        {"backend.ceph", Stuck, "unanswered", "stalled",
            "2 request(s) unanswered by the OSDs for 5 s; the oldest waits for osd.2",
            [] { return ceph("ceph_requests/good.unanswered.txt"); }},
        {"backend.ceph", InDoubt, "no rights", "unknown", "not asked",
            [] {
                Story story(Story::LocalFile);
                return story.onDevice("/dev/rbd3")
                    .says(hostBlockStack, story.plan.subject(),
                        fixture("block_stack/good.production.txt"));
            }},
        {"backend.ceph", InDoubt, "another image's requests", "unknown", "no request of this disk",
            [] { return ceph("ceph_requests/good.unanswered.txt", Guest::Rests); }},

        {"host-block.drbd", AtEase, "connected", "silent", "",
            [] { return drbd("drbd_status/good.connected.txt"); }},
        {"host-block.drbd", Stuck, "no data", "stalled", "DRBD has suspended its IO (no-data)",
            [] { return drbd("drbd_status/good.no_data.txt"); }},
        {"host-block.drbd", InDoubt, "nobody waits", "unknown", "no request of this disk",
            [] { return drbd("drbd_status/good.no_data.txt", Guest::Rests); }}};
}

static QList<RuleCase> mapperCases()
{
    using enum RuleCase::Situation;
    return {{"host-block.dm-suspended", AtEase, "runs", "silent", "",
                [] { return right("/dev/vg0/vm1"); }},
        {"host-block.dm-suspended", AtEase, "suspended for a moment", "silent", "",
            [] { return once("/dev/vg0/vm1", suspended, suspends); }},
        {"host-block.dm-suspended", Stuck, "suspended", "stalled",
            "the device-mapper device is suspended",
            [] { return wrong("/dev/mapper/vg0-vm1", suspended, suspends); }},
        {"host-block.dm-suspended", InDoubt, "nobody waits", "unknown", "no request of this disk",
            [] { return wrong("/dev/vg0/vm1", suspended, suspends, Guest::Rests); }},
        {"host-block.dm-suspended", InDoubt, "who waits cannot be seen", "unknown",
            "could not be seen",
            [] { return wrong("/dev/vg0/vm1", suspended, suspends, Guest::Unseen); }},

        {"host-block.multipath", AtEase, "one path left", "silent", "",
            [] { return pathsOf(fixture("multipath_table/good.one_path.txt")); }},
        {"host-block.multipath", Stuck, "queues for ever", "stalled",
            "none of its 2 path(s) is left, and it queues then (queue_if_no_path): no error will",
            [] { return noPath(true); }},
        {"host-block.multipath", InDoubt, "fails instead", "unknown", "requests to it fail",
            [] { return noPath(false); }},
        {"host-block.multipath", Stuck, "without rights", "stalled", "needs root",
            [] {
                Story story(Story::LocalFile);
                story.onDevice("/dev/mapper/mpatha");
                for (const double seconds : {0.0, 5.0}) {
                    QByteArray text = fixture("block_stack/good.storage_guest.txt");
                    for (const QByteArray path : {"sdb", "sdc"})
                        text.replace(
                            path + "/device/state:running", path + "/device/state:offline");
                    story.at(seconds).says(hostBlockStack, story.plan.subject(), text);
                    story.queue(297, 294);
                }
                return story;
            }},
        {"host-block.multipath", InDoubt, "no table, and paths that run", "silent", "",
            [] { return right("/dev/mapper/mpatha"); }}};
}

static QList<RuleCase> driverCases()
{
    using enum RuleCase::Situation;
    return {{"host-block.scsi", AtEase, "runs", "silent", "", [] { return right("/dev/sda"); }},
        {"host-block.scsi", Stuck, "commands unanswered", "stalled",
            "command(s) unanswered by the device for 5 s; error recovery begins after 30 s",
            [] { return unanswered(Guest::Waits); }},
        {"host-block.scsi", Stuck, "blocked", "stalled", "the SCSI device is blocked",
            [] {
                return wrong("/dev/sda", "sda/device/state:running", "sda/device/state:blocked");
            }},
        {"host-block.scsi", InDoubt, "another disk's commands", "unknown",
            "no request of this disk was seen", [] { return unanswered(Guest::Rests); }},
        {"host-block.scsi", InDoubt, "offline", "unknown", "requests to it fail at once",
            [] {
                return wrong("/dev/sda", "sda/device/state:running", "sda/device/state:offline");
            }},

        {"host-block.nvme", AtEase, "live", "silent", "", [] { return right("/dev/nvme0n1"); }},
        {"host-block.nvme", Stuck, "resets", "stalled", "the controller nvme0 is resetting",
            [] { return wrong("/dev/nvme0n1", "nvme0/state:live", "nvme0/state:resetting"); }},
        {"host-block.nvme", InDoubt, "one look", "silent", "",
            [] { return once("/dev/nvme0n1", "nvme0/state:live", "nvme0/state:resetting"); }},
        {"fabric.nvme", AtEase, "live", "silent", "", [] { return right("/dev/nvme1n1"); }},
        {"fabric.nvme", Stuck, "connects", "stalled",
            "the controller nvme1 is connecting: it tries for 600 s (ctrl_loss_tmo), until then no",
            [] { return wrong("/dev/nvme1n1", "nvme1/state:live", "nvme1/state:connecting"); }},
        {"fabric.nvme", InDoubt, "nobody waits", "unknown", "no request of this disk",
            [] {
                return wrong(
                    "/dev/nvme1n1", "nvme1/state:live", "nvme1/state:connecting", Guest::Rests);
            }},

        {"host-block.md", AtEase, "runs", "silent", "", [] { return right("/dev/md0"); }},
        {"host-block.md", AtEase, "recovers", "healthy",
            "3951 request(s) completed in 5 s, while its members are kept busy (recover, 20 % "
            "done)",
            [] { return recovering(); }},
        {"host-block.md", Stuck, "suspended", "stalled", "the array is suspended",
            [] { return wrong("/dev/md0", "array_state:clean", "array_state:suspended"); }},
        {"host-block.md", Stuck, "a member waits for its verdict", "stalled",
            "its member sde is blocked",
            [] {
                return wrong("/dev/md0", "dev-sde/state:in_sync", "dev-sde/state:faulty,blocked");
            }},
        {"host-block.md", InDoubt, "read-only", "unknown", "writes to it fail",
            [] { return wrong("/dev/md0", "array_state:clean", "array_state:readonly"); }},
        {"host-block.md", InDoubt, "failed", "unknown", "requests to it fail",
            [] { return wrong("/dev/md0", "array_state:clean", "array_state:broken"); }}};
}

static QList<RuleCase> transportCases()
{
    using enum RuleCase::Situation;
    return {{"fabric.iscsi", AtEase, "logged in", "silent", "", [] { return right("/dev/sdf"); }},
        {"fabric.iscsi", Stuck, "failed", "stalled",
            "the iSCSI session is FAILED: requests are queued for 120 s (recovery_tmo)",
            [] { return wrong("/dev/sdf", "state:LOGGED_IN", "state:FAILED"); }},
        {"fabric.iscsi", Stuck, "for ever", "stalled", "requests are queued for ever",
            [] {
                return wrong("/dev/sdf",
                    "state:LOGGED_IN\nclass/iscsi_session/session1/recovery_tmo:120",
                    "state:FAILED\nclass/iscsi_session/session1/recovery_tmo:-1");
            }},
        {"fabric.iscsi", InDoubt, "nobody waits", "unknown", "no request of this disk",
            [] { return wrong("/dev/sdf", "state:LOGGED_IN", "state:FREE", Guest::Rests); }},

        {"fabric.fc", AtEase, "online", "silent", "", [] { return fibre("Online"); }},
        {"fabric.fc", Stuck, "blocked", "stalled",
            "the remote port is Blocked: requests wait for up to 60 s (dev_loss_tmo)",
            [] { return fibre("Blocked"); }},
        {"fabric.fc", InDoubt, "nobody waits", "unknown", "no request of this disk",
            [] { return fibre("Blocked", Guest::Rests); }},

        {"host-block.zfs-pool", AtEase, "online", "silent", "", [] { return zfs("ONLINE"); },
            "host-block:zpool:tank"},
        {"host-block.zfs-pool", Stuck, "suspended", "stalled", "the ZFS pool is suspended",
            [] { return zfs("SUSPENDED"); }, "host-block:zpool:tank"},
        {"host-block.zfs-pool", InDoubt, "who waits cannot be seen", "unknown", "could not be seen",
            [] { return zfs("SUSPENDED", Guest::Unseen); }, "host-block:zpool:tank"}};
}

static QList<RuleCase> legCases()
{
    using enum RuleCase::Situation;
    return {{"fabric.fc", InDoubt, "another port is there", "unknown",
                "the remote port is Blocked: requests wait for up to 60 s (dev_loss_tmo); requests "
                "can go by way of sda",
                [] { return oneLegOf("/dev/mapper/mpatha", {}, {}); }, "fabric:fc:rport-2:0-0"},
        {"fabric.fc", Stuck, "another port is there, but its own requests wait", "stalled",
            "the remote port is Blocked", [] { return oneLegOf("/dev/mapper/mpatha", {}, {}, 2); },
            "fabric:fc:rport-2:0-0"},
        {"fabric.fc", Stuck, "no port is there", "stalled", "the remote port is Blocked",
            [] {
                return oneLegOf("/dev/mapper/mpatha", "rport-1:0-0/port_state:Online",
                    "rport-1:0-0/port_state:Blocked");
            },
            "fabric:fc:rport-2:0-0"},
        {"host-block.scsi", InDoubt, "another path runs", "unknown",
            "the SCSI device is blocked: it takes no request until its transport is back; requests "
            "can go by way of sdc",
            [] {
                return wrong(
                    "/dev/mapper/mpatha", "sdb/device/state:running", "sdb/device/state:blocked");
            },
            "host-block:sdb"},
        {"fabric.nvme", InDoubt, "another controller lives", "unknown",
            "no error will be returned; requests can go by way of nvme0c0n1",
            [] { return oneLegOf("/dev/nvme0n1", "nvme1/state:live", "nvme1/state:connecting"); }},
        {"fabric.nvme", Stuck, "another controller lives, but reaches nothing", "stalled",
            "the controller nvme1 is connecting", [] {
                Story story(Story::LocalFile);
                story.onDevice("/dev/nvme0n1");
                for (const double seconds : {0.0, 5.0}) {
                    QByteArray text = fixture("block_stack/good.production.txt");
                    text.replace("nvme1/state:live", "nvme1/state:connecting");
                    text.replace(
                        "nvme0c0n1/ana_state:optimized", "nvme0c0n1/ana_state:inaccessible");
                    story.at(seconds).says(hostBlockStack, story.plan.subject(), text);
                    story.queue(297, 294);
                }
                return story;
            }}};
}

QList<RuleCase> blockStackCases()
{
    return legCases() + mapperCases() + driverCases() + transportCases() + networkCases();
}

} // namespace plumbline
