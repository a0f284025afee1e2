# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the scripts outside and inside the lab's namespaces share.

# Where the folder of this file is seen inside the lab.
insideHome=/usr/local/lib/plumbline-lab

die() {
    printf 'lab: %s\n' "$*" >&2
    exit 70
}

# Waits without a child process: a poll must not cost a fork.
pauseFor() {
    local never
    if [[ -z ${pauseFd:-} ]]; then
        exec {pauseFd}<> <(:)
    fi
    read -r -t "$1" -u "$pauseFd" never || true
}

# Runs a command again and again until it succeeds; fails after SECONDS.
within() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || return 1
        pauseFor 0.1
    done
}

# The process's start time in clock ticks: with it a reused pid is not taken for the old process.
startTime() {
    local stat fields
    { stat=$(<"/proc/$1/stat"); } 2>/dev/null || return 1
    read -r -a fields <<<"${stat##*) }"
    [[ ${fields[0]} != Z && ${fields[0]} != X ]] || return 1
    printf '%s\n' "${fields[19]}"
}

# isAlive PID [START]: START as startTime said it when the process was met.
isAlive() {
    local now
    now=$(startTime "$1") || return 1
    [[ -z ${2:-} || $now == "$2" ]]
}

# The one-letter state of a process, as in /proc/PID/stat.
processState() {
    local stat
    { stat=$(<"/proc/$1/stat"); } 2>/dev/null || return 1
    stat=${stat##*) }
    printf '%s\n' "${stat%% *}"
}
