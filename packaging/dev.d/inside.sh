# shellcheck shell=bash disable=SC2154,SC2164 # dev sets $clone and "set -e"
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where a task runs: on this system if it is new enough, else in the userland; and how it ends.

# contained TASK ARG…: own process table, so that nothing of it outlives ./dev, not even a kill -9.
contained() {
    if is_new_enough; then
        prepare_native
        "$@"
    else
        prepare_userland
        in_own_process_table "$@"
    fi
}

# open TASK ARG…: the machine's process table, for what looks at this machine. Becomes the task.
open() {
    if is_new_enough; then
        prepare_native
        "$@"
    else
        prepare_userland
        exec unshare --mount --propagation slave \
            bash "$clone/packaging/dev.d/enter.sh" open "$userland" "$clone" "$clone/dev" --task "$@"
    fi
}

prepare_native() {
    [[ -e $marker ]] || install_missing_packages
}

in_own_process_table() {
    local status=0
    supervised unshare --mount --propagation slave --pid --fork --kill-child \
        bash "$clone/packaging/dev.d/enter.sh" contained "$userland" "$clone" \
        "$clone/dev" --task "$@" || status=$?
    ((status == 0)) || exit "$status"
}

# supervised unshare … --pid --fork …: ends the whole namespace when ./dev is told to end, and when
# it is killed. In the background, because bash heeds a signal only between foreground commands; a
# background command would ignore ^C and read from /dev/null, hence env and <&0.
supervised() {
    local child status=0
    env --default-signal=INT,QUIT setpriv --pdeathsig KILL -- "$@" <&0 &
    child=$!
    # shellcheck disable=SC2064 # this child, now
    trap "end_namespace $child" INT TERM HUP
    wait "$child" || status=$?
    wait "$child" 2> /dev/null || true # the first ends at the signal, this one when all is gone
    trap - INT TERM HUP
    return "$status"
}

# The child of unshare is the first process of the namespace: the kernel ends the others with it,
# and unshare waits for that.
end_namespace() {
    local first
    read -r first < "/proc/$1/task/$1/children" || first=$1
    kill -KILL "${first% }"
}
