// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     block/dm-0/dm/suspended:1
//     block/dm-0/slaves/sda
//     class/iscsi_session/session1/state:FAILED
// Only files whose kernel code takes no lock that is held over IO. Left out for that reason:
// queue/* (behind the lock that a frozen queue's elevator switch holds), /proc/mdstat (since 6.12
// behind the bitmap's mutex, which is held while the bitmap is written to a member that may be
// dead; md/* says the same without), rbd's size (behind the header's lock, held while a server is
// asked). `xargs` because a few thousand LUNs have more files than one command line takes.
static constexpr char script[] = R"sh(cd /sys || exit 1
for d in block/*; do cd -P "/sys/$d" 2>/dev/null && printf '%s -> %s\n' "$d" "$PWD"; done
cd /sys || exit 1
{ for d in block/* block/*/*/partition; do d=${d%/partition}; printf '%s\0' "$d/dev" "$d/inflight"; done
printf '%s\0' block/*/dm/name block/*/dm/uuid block/*/dm/suspended block/*/loop/backing_file \
block/*/md/level block/*/md/array_state block/*/md/sync_action block/*/md/sync_completed \
block/*/md/degraded block/*/md/raid_disks block/*/md/dev-*/state block/*/device/state \
block/*/device/iorequest_cnt block/*/device/iodone_cnt block/*/device/ioerr_cnt \
block/*/device/timeout block/*/device/access_state block/*/ana_state block/nbd*/pid class/scsi_host/*/state \
class/iscsi_session/*/state class/iscsi_session/*/recovery_tmo class/iscsi_session/*/targetname \
class/iscsi_connection/*/persistent_address class/iscsi_connection/*/persistent_port \
class/fc_remote_ports/*/port_state class/fc_remote_ports/*/port_name \
class/fc_remote_ports/*/fast_io_fail_tmo class/fc_remote_ports/*/dev_loss_tmo \
class/nvme/*/state class/nvme/*/transport class/nvme/*/address class/nvme/*/subsysnqn \
class/nvme/*/ctrl_loss_tmo class/nvme/*/fast_io_fail_tmo bus/rbd/devices/*/pool \
bus/rbd/devices/*/name bus/rbd/devices/*/client_id bus/rbd/devices/*/cluster_fsid \
/proc/spl/kstat/zfs/*/state; } | xargs -0 grep -Hs ''
for d in block/*/slaves/* fs/btrfs/*/devices/*; do [ -e "$d" ] && printf '%s\n' "$d"; done
exit 0)sh";

static Question ask(const Subject &)
{
    return hostQuestion({}, {"sh", "-c", script});
}

const Probe<BlockStack> hostBlockStack{"host.block-stack", Stage::HostKernel, ask, readBlockStack};

} // namespace plumbline
