# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Scenarios in which the storage is slow, full or gone, and what people then do to QEMU and libvirt;
# a part of scenario.sh.

nbdName() {
    case $domain in
        libvirt) echo libvirt-vda ;;
        bare) echo bare-vdb ;;
    esac
}

# QEMU pauses a guest by itself when a write fails for want of space.
break_io_error_pause() {
    tellGuest write
    : >"/run/nbd/$(nbdName).full"
    within 20 hasStatus io-error || die 'io-error-pause: the guest goes on'
}
heal_io_error_pause() {
    rm -f "/run/nbd/$(nbdName).full"
    heal_pause
    within 10 hasStatus running
}

# 4 KiB in 1.3 s: more than the guest's writers ask for, so that requests queue up.
break_slow_disk() {
    echo 24000 >"/run/nbd/$(nbdName).rate"
}
heal_slow_disk() {
    echo 100G >"/run/nbd/$(nbdName).rate"
}

# Somebody pauses a guest whose disk does not answer: QEMU waits for its requests, and does nothing
# else.
break_drain_wedge() {
    break_nbd_sigstop
    within 20 hasRequestInFlight || die 'drain-wedge: the guest does no I/O'
    break_pause >/dev/null 2>&1 </dev/null &
    within 20 monitorIsWedged
}
heal_drain_wedge() {
    heal_nbd_sigstop
    within 60 hasStatus paused || die 'drain-wedge: QEMU does not come back'
    heal_pause
}

# Somebody asks libvirt for the size of an image that cannot be looked at. Libvirt asks QEMU, and both
# wait, with the guest's lock held.
break_virsh_wedge() {
    break_fuse_sigstop
    virshLab domblkinfo "$name-libvirt" vdb >/dev/null 2>&1 </dev/null &
    within 20 monitorIsWedged
}
heal_virsh_wedge() {
    heal_fuse_sigstop
    within 30 monitorAnswers
}

# --- what is served by neither QEMU nor a file -------------------------------------------------

vhostUserPid() {
    vhostUserHas "$1" || die "this scenario needs: up --vhost-user $1"
    cat "$vhostUserFolder/$1.pid"
}
break_vhost_blk_sigstop() { stopProcess "$(vhostUserPid blk)"; }
heal_vhost_blk_sigstop() { continueProcess "$(vhostUserPid blk)"; }
break_vhost_fs_sigstop() { stopProcess "$(vhostUserPid fs)"; }
heal_vhost_fs_sigstop() { continueProcess "$(vhostUserPid fs)"; }
