# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How a lab comes and goes, seen from outside. The supervisor outlives `up` and holds the lab: with
# it, or with the process it watches, everything inside goes.

cleanEnvironment=(HOME=/root LC_ALL=C.UTF-8 TERM="${TERM:-dumb}"
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)

runningDir() {
    local dir
    [[ -n $1 ]] || die 'which lab? give its DIR'
    dir=$(readlink -e "$1") || die "no such folder: $1"
    isRunning "$dir" || die "no lab runs in $dir"
    printf '%s\n' "$dir"
}

# readPid FILE: sets pid and started from a file "PID START"; fails when that process is gone.
readPid() {
    { read -r pid started <"$1"; } 2>/dev/null && isAlive "$pid" "$started"
}

isRunning() {
    local pid started
    readPid "$1/state/init"
}

enterLab() {
    local dir=$1 pid started
    shift
    readPid "$dir/state/init" || die "no lab runs in $dir"
    exec nsenter --target "$pid" --mount --uts --ipc --pid --root --wd -- \
        env -i "${cleanEnvironment[@]}" setpriv --pdeathsig KILL -- "$@"
}

# Uses the options that commandUp parsed.
startLab() {
    local supervisor guest
    dir=${dir:-$(mktemp -d /tmp/plumbline-lab.XXXXXX)}
    mkdir -p "$dir"
    dir=$(readlink -e "$dir")
    isOurs "$dir" || die "up: $dir is not empty and no lab was ever there"
    stopLab "$dir" # also sweeps up after a supervisor that was killed
    rm -rf "$dir/log"
    mkdir -p "$dir"/{state,log,client,images,root}
    chmod 711 "$dir" # the lab's users pass through it to the images
    guest=$("$labHome/guest/build.sh") || die 'up: the guest image could not be built'
    writeConfig >"$dir/state/config"
    cp "$labHome/../../packaging/sudoers/plumbline" "$dir/state/sudoers"

    setsid "$labHome/lab" _supervise "$dir" $$ "$(startTime $$)" \
        "${parent:-0}" "$([[ -z $parent ]] || startTime "$parent")" \
        </dev/null >"$dir/log/lab.log" 2>&1 &
    supervisor=$!

    local deadline=$((SECONDS + timeout))
    until [[ -e $dir/state/ready ]]; do
        isAlive "$supervisor" || failUp 'it ended before it was ready'
        ((SECONDS < deadline)) || failUp "it was not ready after $timeout s"
        pauseFor 0.1
    done
    writeEnvironment
    : >"$dir/state/handover"
    cat "$dir/env"
}

isOurs() {
    [[ -e $1/log/lab.log || -d $1/state || -z $(ls -A "$1") ]]
}

writeConfig() {
    local key
    printf '%s\n' "binds=(${binds[*]@Q})"
    for key in dir name port bastionPort domains vdb rings vhostUser devices network load \
        timeout guest; do
        printf '%s=%q\n' "$key" "${!key}"
    done
}

failUp() {
    local log
    printf 'lab: up failed: %s; logs are in %s/log\n' "$1" "$dir" >&2
    stopLab "$dir"
    for log in "$dir"/log/lab.log "$dir"/log/libvirt/qemu/*.log "$dir"/log/qemu-system/*/*.log; do
        [[ -s $log ]] || continue
        printf -- '--- %s\n' "$log" >&2
        tail -n 15 "$log" >&2
    done
    exit 70
}

# The environment in two notations: for shells and for everything else.
writeEnvironment() {
    local pid started
    readPid "$dir/state/init" || failUp 'it ended when it was ready'
    {
        printf 'LAB_DIR=%q\nLAB_NAME=%q\nLAB_INIT_PID=%q\n' "$dir" "$name" "$pid"
        cat "$dir/state/environment"
    } >"$dir/env"
    (
        set -a
        # shellcheck source=/dev/null
        source "$dir/env"
        exec python3 "$labHome/env_json.py"
    ) >"$dir/env.json"
}

# Ends the lab, if one runs, and takes away what it needed; its logs stay. Never fails twice.
stopLab() {
    local dir pid started
    dir=$(readlink -e "$1") || return 0
    [[ -d $dir/state ]] || return 0
    if readPid "$dir/state/supervisor"; then
        { : >"$dir/state/stop"; } 2>/dev/null || true # it may be ending by itself
        within 10 supervisorIsGone || die "down: the supervisor, process $pid, does not end"
    fi
    if readPid "$dir/state/init"; then # its supervisor was killed in an unlucky moment
        kill -KILL "$pid"
        within 10 initIsGone || die "down: process $pid does not end"
    fi
    removeRemains "$dir"
}

supervisorIsGone() { ! isAlive "$pid" "$started"; }
initIsGone() { ! isAlive "$pid" "$started"; }

removeRemains() {
    rm -rf "$1/images" "$1/client" "$1/state"
    rm -f "$1/env" "$1/env.json"
    rmdir "$1/root" 2>/dev/null || [[ ! -e $1/root ]]
}

# supervise DIR STARTER ITS-START PARENT ITS-START: holds the lab until it is told to stop, until
# the `up` that started it dies too early, or until the watched parent (0: none) is gone.
supervise() {
    local dir=$1 starter=$2 starterStart=$3 parent=$4 parentStart=$5 holder init
    closePipes
    cd /
    printf '%s %s\n' $$ "$(startTime $$)" >"$dir/state/supervisor"
    # Whoever kills this supervisor kills the holder and, with it, pid 1 of the lab.
    setpriv --pdeathsig KILL -- \
        unshare --mount --pid --uts --ipc --fork --kill-child=KILL -- \
        env -i "${cleanEnvironment[@]}" "$labHome/inside/root.sh" "$dir" "$labHome" &
    holder=$!
    init=$(within 5 firstChild "$holder") || die 'no lab was started'
    printf '%s %s\n' "$init" "$(startTime "$init")" >"$dir/state/init"
    while isAlive "$holder"; do
        [[ ! -e $dir/state/stop ]] || break
        [[ -e $dir/state/handover ]] || isAlive "$starter" "$starterStart" || break
        ((parent == 0)) || isAlive "$parent" "$parentStart" || break
        pauseFor 0.25
    done
    kill -KILL "$init" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true # the kernel lets pid 1 go only after all others
    if [[ ! -e $dir/state/stop ]]; then
        removeRemains "$dir"
    fi
}

firstChild() {
    local children
    { children=$(<"/proc/$1/task/$1/children"); } 2>/dev/null
    [[ -n $children ]] && printf '%s\n' "${children%% *}"
}

# A pipe that the lab keeps open makes ctest, or any reader of our output, wait for the lab's end.
closePipes() {
    local link fd
    for link in /proc/"$$"/fd/*; do
        fd=${link##*/}
        if ((fd > 2)) && [[ $(readlink "$link") == @(pipe|socket):* ]]; then
            exec {fd}>&-
        fi
    done
}

showStatus() {
    local dir=$1
    cat "$dir/env"
    enterLab "$dir" ps -eo pid,user,stat,wchan:20,args
}
