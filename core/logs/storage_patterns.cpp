// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table of events: block devices, their transports, file systems, NFS.
#include "logs/event_patterns.h"

namespace plumbline {

std::vector<EventPattern> storagePatterns()
{
    using enum EventKind;
    return {
        // block/blk-core.c and blk-mq.c: end_request until 4.0, blk_update_request and
        // print_req_error until 5.17, nothing since.
        {IoError, "error, dev ",
            R"(^(?:(?:blk_update_request|print_req_error|end_request): )?(?<what>I/O|[a-z][a-z -]+) error, dev (?<device>[^\s,]+), sector (?<sector>\d+))",
            {"end_request: I/O error, dev vda, sector 5242880",
                "print_req_error: critical target error, dev sdb, sector 2048",
                "blk_update_request: I/O error, dev vda, sector 1026 op 0x1:(WRITE) flags 0x800",
                "I/O error, dev vda, sector 2 op 0x1:(WRITE) flags 0x3800 phys_seg 1 prio class 2",
                "critical space allocation error, dev sdc, sector 8 op 0x1:(WRITE) flags 0x0"}},
        // fs/buffer.c
        {IoError, "Buffer I/O error on",
            R"(^Buffer I/O error on (?:dev|device) (?<device>[^\s,]+), logical block (?<block>\d+))",
            {"Buffer I/O error on device vda, logical block 513",
                "Buffer I/O error on dev vda, logical block 1, lost sync page write"}},
        {IoError, "lost page write", R"(^lost page write due to I/O error on (?<device>\S+))",
            {"lost page write due to I/O error on vda1"}},
        {IoError, "writeback error on",
            R"(^(?<device>\S+): writeback error on inode (?<inode>\d+))",
            {"dm-0: writeback error on inode 131, offset 0, sector 96"}},
        // drivers/nvme/host/core.c: nvme_log_error()
        {IoError, " (sct 0x",
            R"(^(?<device>nvme\w+): .* @ LBA (?<sector>\d+), \d+ blocks, (?<what>.+) \(sct 0x)",
            {"nvme0n1: I/O Cmd(0x1) @ LBA 2048, 8 blocks, I/O Error (sct 0x3 / sc 0x71) "}},
        // drivers/scsi/scsi_logging.c, scsi_lib.c
        {IoError, " Result: hostbyte=",
            R"(^sd (?<address>\d+:\d+:\d+:\d+): \[(?<device>\w+)\] (?:tag#(?<tag>\d+) )?(?:FAILED|UNKNOWN\(0x\w+\)) Result: hostbyte=(?<hostbyte>\w+))",
            {"sd 2:0:0:0: [sda] tag#12 FAILED Result: hostbyte=DID_TIME_OUT driverbyte=DRIVER_OK",
                "sd 2:0:0:0: [sdb] tag#3 UNKNOWN(0x2003) Result: hostbyte=0x03 driverbyte=0x00"}},
        {IoError, "rejecting I/O to ",
            R"(^(?:sd|scsi) (?<address>\d+:\d+:\d+:\d+): (?:\[(?<device>\w+)\] )?rejecting I/O to (?:offline|dead) device)",
            {"sd 2:0:0:0: rejecting I/O to offline device",
                "sd 3:0:0:1: [sdb] rejecting I/O to dead device"}},
        {IoError, "Failing path ",
            R"(^device-mapper: multipath: (?:\d+:\d+: )?Failing path (?<device>\d+:\d+)\.)",
            {"device-mapper: multipath: Failing path 8:16.",
                "device-mapper: multipath: 253:0: Failing path 8:32."}},
        {IoError, "error on swap-device ",
            R"(^(?:Read|Write)-error on swap-device \((?<device>\d+:\d+):(?<sector>\d+)\))",
            {"Read-error on swap-device (253:0:123456)"}},
        {IoError, "Disk failure on ",
            R"(^md/\S+: Disk failure on (?<device>\w+), disabling device\.)",
            {"md/raid1:md0: Disk failure on sdb1, disabling device."}},

        // drivers/nvme/host/pci.c, rdma.c, tcp.c: *_timeout()
        {BlockTimeout, " QID ",
            R"(^nvme (?<device>nvme\d+|[0-9a-f:.]+): I/O (?:tag )?(?<tag>\d+) .*?QID (?<queue>\d+) timeout)",
            {"nvme 0000:01:00.0: I/O 12 QID 1 timeout, aborting",
                "nvme nvme0: I/O 22 QID 2 timeout, reset controller",
                "nvme nvme0: I/O 900 (I/O Cmd) QID 2 timeout, aborting",
                "nvme nvme1: I/O tag 5 (a005) opcode 0x1 (I/O Cmd) QID 2 timeout, aborting "
                "req_op:WRITE"}},
        // drivers/nvme/host/multipath.c: nvme_ns_head_submit_bio()
        {BlockTimeout, "requeuing I/O",
            R"(^block (?<device>nvme\w+): no usable path - requeuing I/O)",
            {"block nvme1n1: no usable path - requeuing I/O"}},
        {IoError, "- failing I/O", R"(^block (?<device>nvme\w+): no available path - failing I/O)",
            {"block nvme1n1: no available path - failing I/O"}},
        {BlockTimeout, "timing out command",
            R"(^(?:sd|scsi|sr) (?<address>\d+:\d+:\d+:\d+): (?:\[(?<device>\w+)\] )?(?:tag#(?<tag>\d+) )?timing out command, waited (?<seconds>\d+)s)",
            {"sd 2:0:0:0: timing out command, waited 1080s",
                "sd 2:0:0:0: [sda] tag#7 timing out command, waited 180s"}},
        // drivers/ata/libata-eh.c: frozen is what a timeout leaves
        {BlockTimeout, " frozen", R"(^(?<device>ata\d+(?:\.\d+)?): exception Emask .* frozen)",
            {"ata1.00: exception Emask 0x0 SAct 0x30 SErr 0x0 action 0x6 frozen"}},
        // drivers/block/nbd.c
        {BlockTimeout, "block nbd",
            R"(^block (?<device>nbd\d+): (?:Connection timed out|Possible stuck request .*Runtime (?<seconds>\d+) seconds))",
            {"block nbd0: Connection timed out, retrying (1/2 alive)",
                "block nbd3: Possible stuck request 00000000e5a5c5d5: control (read@0,4096B). "
                "Runtime 30 seconds"}},
        // drivers/virtio/virtio_ring.c: BAD_RING(); the queue is not used again
        {VirtqueueBroken, ":id ",
            R"(^virtio_\w+ (?<device>virtio\d+): (?<queue_name>\S+):id \d+ (?:out of range|is not a head!))",
            {"virtio_blk virtio2: req.0:id 61440 out of range",
                "virtio_scsi virtio0: request:id 5 is not a head!"}},

        // fs/xfs: xfs_do_force_shutdown(), xlog; 2.6.32 says xfs_force_shutdown
        {FilesystemShutdown, "XFS (",
            R"(^XFS \((?<device>[^)]+)\): (?:.*[Ss]hutting down filesystem|.*[Ff]ilesystem has been shut down|xfs_do_force_shutdown))",
            {"XFS (dm-0): Log I/O Error Detected. Shutting down filesystem",
                "XFS (vda1): xfs_do_force_shutdown(0x2) called from line 1258 of file "
                "fs/xfs/xfs_log.c.",
                "XFS (vda1): Filesystem has been shut down due to log error (0x2)."}},
        {FilesystemShutdown, "xfs_force_shutdown", R"(^xfs_force_shutdown\((?<device>[^,)]+),)",
            {"xfs_force_shutdown(dm-2,0x2) called from line 944 of file fs/xfs/xfs_log.c."}},
        {FilesystemShutdown, "shut down requested",
            R"(^EXT4-fs \((?<device>[^)]+)\): shut down requested)",
            {"EXT4-fs (vda1): shut down requested (2)"}},
        {FilesystemRemountRo, "emounting filesystem read-only",
            R"(^(?:EXT\d-fs \((?<device>[^)]+)\): )?(?:error: )?[Rr]emounting filesystem read-only)",
            {"EXT4-fs (vda1): Remounting filesystem read-only",
                "EXT3-fs (sda1): error: remounting filesystem read-only",
                "Remounting filesystem read-only"}},
        {FilesystemRemountRo, "forced readonly",
            R"(^BTRFS(?: \w+)? ?\(?(?:device )?(?<device>[^\s):]+)[^:]*: forced readonly)",
            {"BTRFS info (device vda state EA): forced readonly",
                "BTRFS info (device sda2): forced readonly",
                "BTRFS (device sdb): forced readonly"}},
        {FilesystemRemountRo, "has been set read-only",
            R"(^FAT-fs \((?<device>[^)]+)\): Filesystem has been set read-only)",
            {"FAT-fs (vda15): Filesystem has been set read-only"}},
        {FilesystemError, "(device ",
            R"(^EXT\d-fs (?:error|warning) \(device (?<device>[^)]+)\): (?<function>\w+):(?:\d+: )?)",
            {"EXT4-fs error (device vda): ext4_check_bdev_write_error:224: comm init: Error while "
             "async",
                "EXT4-fs warning (device vda): ext4_end_bio:353: I/O error 10 writing to inode 13",
                "EXT3-fs error (device sda1): ext3_get_inode_loc: unable to read inode block"}},
        {FilesystemError, "EXT4-fs (",
            R"(^EXT4-fs \((?<device>[^)]+)\): (?:I/O error|previous I/O error|Delayed block allocation failed|.*[Jj]ournal has aborted))",
            {"EXT4-fs (vda): I/O error while writing superblock",
                "EXT4-fs (vda1): previous I/O error to superblock detected",
                "EXT4-fs (vda1): Delayed block allocation failed for inode 12 at logical offset "
                "0"}},
        {FilesystemError, "Aborting journal", R"(^Aborting journal on device (?<device>\S+?)\.$)",
            {"Aborting journal on device vda1-8."}},
        {FilesystemError, "JBD2: ",
            R"(^JBD2: (?:Detected IO errors while flushing file data on|(?:I/O )?[Ee]rror.* for|.*error.* on) (?<device>\S+?)\.?$)",
            {"JBD2: Detected IO errors while flushing file data on vda1-8",
                "JBD2: I/O error when updating journal superblock for vda1-8.",
                "JBD2: Error -5 detected when updating journal superblock for vda-8."}},
        {FilesystemError, "XFS (",
            R"(^XFS \((?<device>[^)]+)\): (?:metadata I/O error|log I/O error|Metadata (?:corruption|CRC error) detected|Corruption |Internal error |xfs_log_force: error|log mount/recovery failed))",
            {"XFS (vda1): metadata I/O error in \"xfs_buf_ioend\" at daddr 0x2 len 1 error 5",
                "XFS (dm-0): log I/O error -5", "XFS (dm-0): xfs_log_force: error -5 returned.",
                "XFS (dm-0): Internal error xfs_iunlink_remove at line 2038 of file fs/xfs/a.c.",
                "XFS (dm-0): log mount/recovery failed: error -117",
                "XFS (dm-0): Metadata CRC error detected at xfs_agf_read_verify+0xd1/0x100 [xfs]"}},
        {FilesystemError, "BTRFS ",
            R"(^BTRFS (?:error|critical|warning) \(device (?<device>[^\s)]+)[^)]*\)(?: in (?<function>\w+):\d+)?: (?!.*unrecognized))",
            {"BTRFS error (device vda): bdev /dev/vda errs: wr 1, rd 0, flush 0, corrupt 0, gen 0",
                "BTRFS critical (device vdb state EA): corrupt leaf: root=1 block=30408704",
                "BTRFS error (device vda: state A) in cleanup_transaction:1982: errno=-5 IO "
                "failure"}},

        // net/sunrpc/clnt.c: call_timeout(), rpc_check_timeout(); lockd is the same code's
        {NfsNotResponding, ": server ",
            R"(^(?<service>nfs|lockd): server (?<server>\S+) not responding, (?<what>still trying|timed out))",
            {"nfs: server 10.9.9.1 not responding, still trying",
                "nfs: server nfs-2.example.org not responding, timed out",
                "lockd: server fe80::1 not responding, still trying"}},
        {NfsOk, ": server ", R"(^(?<service>nfs|lockd): server (?<server>\S+) OK$)",
            {"nfs: server 10.9.9.1 OK", "lockd: server nfs-2 OK"}},
    };
}

} // namespace plumbline
