# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Scenarios in which the guest itself, or what lies between it and its device, is broken; a part of
# scenario.sh.

touchesAre() { [[ $(askGuest touches) == "$1" ]]; }

# --- notifications between driver and device ---------------------------------------------------

# The reads that the guest is told to do complete in QEMU, and it does not learn of it.
break_lost_irq() {
    tellGuest irq-mask
    tellGuest touch
    within 20 touchesAre waiting || die 'lost-irq: the guest learns of completions'
}
heal_lost_irq() {
    tellGuest irq-unmask
    within 20 touchesAre 'done'
}

# Once a kick is lost, drivers that heed the device's event index send no other, and the way may be
# good again. Others would heal themselves with their next request: there it stays broken.
break_lost_kick() {
    tellGuest kick-off
    tellGuest touch
    within 20 touchesAre waiting || die 'lost-kick: the device learns of requests'
    [[ $rings == no-event ]] || tellGuest kick-on
}
# QEMU looks into all rings when a guest goes on.
heal_lost_kick() {
    tellGuest kick-on
    break_pause
    heal_pause
    within 20 touchesAre 'done'
}

# --- file systems ----------------------------------------------------------------------------

break_fs_freeze() {
    tellGuest fs-start
    askAgent guest-fsfreeze-freeze | grep -q '"return": *[1-9]' ||
        die 'fs-freeze: no file system is frozen'
}
heal_fs_freeze() {
    askAgent guest-fsfreeze-thaw >/dev/null
    tellGuest fs-stop
}

# --- processors ------------------------------------------------------------------------------

# A system call that nobody needs becomes "1: jmp 1b": the kernel of Debian does not preempt it.
break_soft_lockup() { spinWith ebfe; }
heal_soft_lockup() { restoreSpin; }

# "1: cli; jmp 1b". Its second byte, restored, is in the middle of endbr64, which is a nop as well.
break_irqs_off() { spinWith faebfd; }
heal_irqs_off() { restoreSpin; }

spinWith() {
    local address before
    [[ ! -e /run/spin.$domain ]] || die 'a processor of this guest spins already'
    address=$(askGuest spin-at)
    before=$(writeGuestMemory "$address" "$1")
    printf '%s %s\n' "$address" "$before" >"/run/spin.$domain"
    tellGuest spin
    within 20 spinsAt "$address" || die 'no processor of the guest spins'
}

restoreSpin() {
    local address before
    [[ -e /run/spin.$domain ]] || return 0
    read -r address before <"/run/spin.$domain"
    writeGuestMemory "$address" "$before" >/dev/null
    rm "/run/spin.$domain"
    within 20 isReady "$domain"
}

spinsAt() { hmp 'info registers -a' | grep -qi "RIP=${1%?}"; }

# writeGuestMemory ADDRESS BYTES: prints what was there.
writeGuestMemory() {
    local socket=$bareFolder/gdb.sock status=0
    [[ $domain == bare ]] || socket=/run/libvirt/qemu/channel/lab-gdb.sock
    hmp "gdbserver unix:$socket,server=on,wait=off" >/dev/null
    "$here/guest_memory.py" "$socket" "$@" || status=1
    hmp 'gdbserver none' >/dev/null
    return "$status"
}
