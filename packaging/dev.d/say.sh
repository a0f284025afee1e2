# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Talking to the person. Everything goes to stderr: stdout belongs to the program that is run.

say() {
    printf 'dev: %s\n' "$*" >&2
}

# 70 and not 1 or 2: those are diagnoses of plumbline-cli.
die() {
    say "$*"
    exit 70
}

# step WHAT LOG COMMAND… runs a long command into a log; a failure shows the log's end.
step() {
    local what=$1 log=$2 status=0 view viewer
    shift 2
    say "$what"
    if [[ -t 2 ]]; then
        # not a pipeline: the command has to be a child of ./dev itself, to die with it
        exec {view}> >(tee "$log" | show_last_line)
        viewer=$!
        "$@" < /dev/null >&"$view" 2>&1 || status=$?
        exec {view}>&-
        wait "$viewer" || true
    else
        "$@" < /dev/null > "$log" 2>&1 || status=$?
    fi
    case $status in
        0) return ;;
        129 | 130 | 143) say "interrupted: $what" && exit "$status" ;;
    esac
    tail -n 40 "$log" >&2
    die "this failed with status $status: $what The whole log: $log"
}

# One line that is written over, so that a long build shows it lives.
show_last_line() {
    local line
    while IFS= read -r line; do
        printf '\r\033[K%.*s' "$((${COLUMNS:-80} - 1))" "$line" >&2
    done
    printf '\r\033[K' >&2
}
