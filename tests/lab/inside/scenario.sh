#!/bin/bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# scenario.sh break|heal SCENARIO[@libvirt|@bare], run inside the lab; or: scenario.sh list.
# Returns when the lab is in that state, not when a guest has noticed.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=../common.sh
source "$here/../common.sh"
if [[ ${1:-} != list ]]; then
    # shellcheck source=/dev/null
    source /lab/state/config
    # shellcheck source=storage.sh
    source "$here/storage.sh"
    # shellcheck source=sshd.sh
    source "$here/sshd.sh"
    # shellcheck source=domains.sh
    source "$here/domains.sh"
    # shellcheck source=vhost_user.sh
    source "$here/vhost_user.sh"
fi
# shellcheck source=storage_faults.sh
source "$here/storage_faults.sh"
# shellcheck source=guest_faults.sh
source "$here/guest_faults.sh"

scenarios='nbd-sigstop      the NBD server of a disk (vda of libvirt, vdb of bare) stopped
nbd-killed       the same server killed; healing starts a new, empty one
fuse-sigstop     the FUSE daemon under vdb of libvirt stopped (up --vdb fuse)
fuse-nbd-sigstop the NBD server behind that FUSE daemon stopped
qemu-sigstop     QEMU itself stopped
agent-killed     the guest agent killed in the guest
agent-stopped    the guest agent stopped in the guest
libvirtd-stop    libvirtd stopped
sshd-gone        the SSH server and its sessions killed
throttle         vda of libvirt held to 1 byte/s
pause            the guest paused
panic            the guest panicked; healing starts it anew
monitor-wedge    nbd-sigstop, then a dump that waits for ever in the monitor
drain-wedge      nbd-sigstop, then a pause that somebody wants waits for ever in the monitor
virsh-wedge      fuse-sigstop, then a question to libvirt about that image (up --vdb fuse)
slow-disk        the NBD server of that disk held to 3 KiB/s: slow, but it moves
io-error-pause   that server says it is full: QEMU pauses the guest
lost-irq         the interrupts of that disk masked: the guest learns of no completion
lost-kick        a notification of each queue of that disk lost: the device learns of no request
fs-freeze        a file system on the other disk, frozen by the guest agent
soft-lockup      the last processor of the guest stays in a system call, with interrupts
irqs-off         the same without interrupts
vhost-blk-sigstop the server of a vhost-user disk stopped (up --vhost-user blk)
vhost-fs-sigstop virtiofsd stopped (up --vhost-user fs)'

# --- processes -------------------------------------------------------------------------------

nbdPid() {
    case $domain in
        libvirt) cat /run/nbd/libvirt-vda.pid ;;
        bare) cat /run/nbd/bare-vdb.pid ;;
    esac
}

qemuPid() {
    case $domain in
        libvirt) cat "/run/libvirt/qemu/$name-libvirt.pid" ;;
        bare) cat "$bareFolder/qemu.pid" ;;
    esac
}

stopProcess() {
    kill -STOP "$1"
    within 5 inState "$1" T
}

continueProcess() {
    kill -CONT "$1"
    within 5 notInState "$1" T
}

inState() { [[ $(processState "$1") == "$2" ]]; }
notInState() { [[ $(processState "$1") != "$2" ]]; }
isGone() { ! isAlive "$1"; }

killProcess() {
    kill -KILL "$1" 2>/dev/null || return 0
    within 5 isGone "$1"
}

# --- what is inside the guests ---------------------------------------------------------------

controlSocket() {
    case $domain in
        libvirt) echo "$libvirtControl" ;;
        bare) echo "$bareFolder/control.sock" ;;
    esac
}

# askGuest ORDER: prints the answer.
askGuest() {
    local answer
    answer=$(ask "$(controlSocket)" 20 "$RANDOM $1") || die "the guest does not take the order $1"
    printf '%s\n' "${answer#* }"
}

tellGuest() {
    local answer
    answer=$(askGuest "$1")
    [[ $answer == ok ]] || die "the guest answered to $1: $answer"
}

askAgent() {
    local request='{"execute":"'$1'"}'
    case $domain in
        libvirt) virshLab qemu-agent-command "$name-libvirt" --timeout 10 "$request" ;;
        bare) ask "$bareFolder/qga.sock" 10 "$request" ;;
    esac
}

# qmp COMMAND [ARGUMENTS-JSON]
qmp() {
    local request='{"execute":"'$1'"'${2:+,\"arguments\":$2}'}'
    case $domain in
        libvirt) timeout --kill-after=1 10 virsh --connect qemu:///system \
            qemu-monitor-command "$name-libvirt" "$request" ;;
        bare) ask "$bareFolder/qmp.sock" 10 '{"execute":"qmp_capabilities"}' "$request" ;;
    esac
}

# hmp COMMAND: the answer of the monitor for people, as one string of JSON.
hmp() { qmp human-monitor-command "{\"command-line\":\"$1\"}"; }

hasStatus() { [[ $(qmp query-status) =~ \"status\":\ ?\"$1\" ]]; }

stalledDevice() {
    case $domain in
        libvirt) echo /machine/peripheral/virtio-disk0/virtio-backend ;;
        bare) echo /machine/peripheral/vdb/virtio-backend ;;
    esac
}

# A request has gone into the device: only then has a dump something to wait for.
hasRequestInFlight() {
    local queue
    for queue in 0 1; do
        [[ $(qmp x-query-virtio-queue-status \
            "{\"path\":\"$(stalledDevice)\",\"queue\":$queue}") =~ \"inuse\":\ ?[1-9] ]] && return
    done
    return 1
}

monitorIsWedged() {
    local request='{"execute":"query-status"}'
    case $domain in
        libvirt) ! timeout 2 virsh --connect qemu:///system domcontrol "$name-libvirt" 2>/dev/null |
            grep -q '^ok' ;;
        bare) ! ask "$bareFolder/qmp.sock" 2 '{"execute":"qmp_capabilities"}' "$request" \
            >/dev/null 2>&1 ;;
    esac
}

# --- the scenarios, in the order of the list -------------------------------------------------

break_nbd_sigstop() { stopProcess "$(nbdPid)"; }
heal_nbd_sigstop() { continueProcess "$(nbdPid)"; }

break_nbd_killed() { killProcess "$(nbdPid)"; }
heal_nbd_killed() {
    ! isAlive "$(nbdPid)" || return 0
    case $domain in
        libvirt) startNbdOnSocket libvirt-vda /run/nbd/libvirt-vda.sock ;;
        bare) startNbd bare-vdb --ipaddr 127.0.0.1 --port "$(</run/nbd/bare-vdb.port)" ;;
    esac
}

needsFuse() {
    [[ $vdb == fuse && $domain == libvirt ]] || die 'this scenario needs: up --vdb fuse'
}
break_fuse_sigstop() { needsFuse && stopProcess "$(</run/nbd/fuse-vdb.pid)"; }
heal_fuse_sigstop() { needsFuse && continueProcess "$(</run/nbd/fuse-vdb.pid)"; }
break_fuse_nbd_sigstop() { needsFuse && stopProcess "$(</run/nbd/libvirt-vdb.pid)"; }
heal_fuse_nbd_sigstop() { needsFuse && continueProcess "$(</run/nbd/libvirt-vdb.pid)"; }

break_qemu_sigstop() { stopProcess "$(qemuPid)"; }
heal_qemu_sigstop() { continueProcess "$(qemuPid)"; }

break_agent_killed() { tellGuest agent-kill; }
heal_agent_killed() {
    tellGuest agent-start
    within 20 isReady "$domain"
}

break_agent_stopped() { tellGuest agent-stop; }
heal_agent_stopped() {
    tellGuest agent-continue
    within 20 isReady "$domain"
}

break_libvirtd_stop() { stopProcess "$(</run/libvirtd.pid)"; }
heal_libvirtd_stop() { continueProcess "$(</run/libvirtd.pid)"; }

# The listener and all that serve its sessions, but not what runs in the sessions.
break_sshd_gone() {
    local listener next=() pids=() pid
    listener=$(</run/sshd/main.pid)
    next=("$listener")
    kill -STOP "$listener" 2>/dev/null || return 0
    while ((${#next[@]})); do
        pids+=("${next[@]}")
        mapfile -t next < <(pgrep --parent "$(IFS=, && echo "${next[*]}")" '^sshd')
    done
    for pid in "${pids[@]}"; do
        killProcess "$pid"
    done
}
heal_sshd_gone() {
    ! isAlive "$(</run/sshd/main.pid)" || return 0
    startSshd main "$(</run/sshd/main.port)"
}

break_throttle() { throttleTo 1; }
heal_throttle() { throttleTo 0; }
throttleTo() {
    [[ $domain == libvirt ]] || die 'throttle: only under libvirt'
    virshLab blkdeviotune "$name-libvirt" vda --live --total-bytes-sec "$1"
}

break_pause() {
    case $domain in
        libvirt) virshLab suspend "$name-libvirt" ;;
        bare) qmp stop >/dev/null ;;
    esac
}
heal_pause() {
    case $domain in
        libvirt) virshLab resume "$name-libvirt" ;;
        bare) qmp cont >/dev/null ;;
    esac
}

break_panic() {
    local order
    tellGuest panic >/dev/null 2>&1 & # nobody will be left to answer
    order=$!
    within 10 hasStatus guest-panicked || die 'panic: the guest does not'
    kill "$order"
}
heal_panic() {
    case $domain in
        libvirt)
            virshLab destroy "$name-libvirt"
            rm -f "$libvirtLog"
            virshLab start "$name-libvirt"
            ;;
        bare)
            : >"$bareLog"
            qmp system_reset >/dev/null
            qmp cont >/dev/null
            ;;
    esac
    within "$timeout" isReady "$domain"
}

break_monitor_wedge() {
    break_nbd_sigstop
    within 20 hasRequestInFlight || die 'monitor-wedge: the guest does no I/O'
    qmp dump-guest-memory '{"paging":false,"protocol":"file:/dev/null"}' >/dev/null 2>&1 </dev/null &
    within 20 monitorIsWedged
}
heal_monitor_wedge() {
    heal_nbd_sigstop
    within 60 monitorAnswers
}
monitorAnswers() { ! monitorIsWedged; }

main() {
    local verb=${1:-} scenario=${2:-}
    scenario=${scenario%@*}
    if [[ $verb == list ]]; then
        printf '%s\n' "$scenarios"
        exit
    fi
    domain=libvirt
    wants libvirt || domain=bare
    [[ ${2:-} != *@* ]] || domain=${2##*@}
    wants "$domain" || die "$verb: no domain $domain here"
    [[ $'\n'$scenarios == *$'\n'"${scenario:-?} "* ]] ||
        die "$verb: no scenario '$scenario'; see: lab scenarios"
    "${verb}_${scenario//-/_}" || die "$verb $scenario: it did not come to that"
}

main "$@"
