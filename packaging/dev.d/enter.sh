#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# enter.sh contained|open USERLAND CLONE COMMAND…: runs in a mount namespace just made, lays the
# machine's folders over the userland and becomes the command in it. Every mount made here ends
# with the last process of the namespace.

set -euo pipefail

view=$1 userland=$2 clone=$3
shift 3
here=$PWD

# The system is the userland's; all else is the machine's, at the same path.
lay_folders() {
    local folder
    for folder in /*; do
        case $folder in
            /bin | /boot | /dev | /etc | /lib | /lib?? | /libx32 | /lost+found | /proc | /run) ;;
            /sbin | /sys | /usr | /var) ;;
            *) [[ -d $folder && ! -L $folder ]] && lay "$folder" ;;
        esac
    done
    lay /var/tmp
    [[ $view == contained || ! -d /var/lib/libvirt ]] || lay /var/lib/libvirt
    for folder in "$HOME" "$clone" "$here"; do
        is_system_folder "$folder" || is_laid "$folder" || lay "$folder"
    done
}

lay() {
    mkdir -p "$userland$1"
    mount --rbind "$1" "$userland$1"
}

is_laid() {
    [[ $(stat --format %d:%i "$1") == "$(stat --format %d:%i "$userland$1" 2> /dev/null)" ]]
}

is_system_folder() {
    case $1/ in
        / | // | /bin/* | /boot/* | /dev/* | /etc/* | /lib*/* | /proc/* | /run/* | /sbin/* | /sys/*) ;;
        /usr/* | /var/ | /var/lib/ | /var/lib/dpkg/* | /var/lib/apt/* | /var/cache/ | /var/log/) ;;
        *) return 1 ;;
    esac
}

lay_kernel_folders() {
    mount --rbind /dev "$userland/dev"
    mount --rbind /sys "$userland/sys"
    if [[ $view == contained ]]; then
        mount -t proc proc "$userland/proc"
        mount -t tmpfs -o mode=755 tmpfs "$userland/run"
        lay_runtime_folder
    else
        mount --rbind /proc "$userland/proc"
        mount --rbind /run "$userland/run"
    fi
}

# Sockets of the display and of the SSH agent.
lay_runtime_folder() {
    local folder=${XDG_RUNTIME_DIR:-/run/user/$EUID}
    mkdir -p "$userland$folder"
    chmod 700 "$userland$folder"
    [[ ! -d $folder ]] || mount --rbind "$folder" "$userland$folder"
    export XDG_RUNTIME_DIR=$folder
}

lay_network_files() {
    local file
    for file in resolv.conf hosts; do
        [[ ! -e /etc/$file ]] || mount --bind "$(readlink -f "/etc/$file")" "$userland/etc/$file"
    done
}

# What a program may know of the caller. PATH and LANG are the userland's.
kept_environment() {
    local name
    for name in $(compgen -e); do
        case $name in
            HOME | USER | LOGNAME | TERM | COLORTERM | NO_COLOR | COLUMNS | TZ | CI) ;;
            DISPLAY | WAYLAND_DISPLAY | XAUTHORITY | DBUS_SESSION_BUS_ADDRESS | SSH_AUTH_SOCK) ;;
            XDG_* | QT_* | PLUMBLINE_* | CTEST_* | ASAN_OPTIONS | UBSAN_OPTIONS | LSAN_OPTIONS) ;;
            CMAKE_BUILD_PARALLEL_LEVEL) ;;
            *) continue ;;
        esac
        printf '%s=%s\0' "$name" "${!name}"
    done
}

if is_system_folder "$clone"; then
    echo "dev: $clone lies in a system folder; move the clone to a home or to /tmp" >&2
    exit 70
fi
mount --bind "$userland" "$userland"
lay_folders
lay_kernel_folders
lay_network_files
mount -o remount,bind,ro "$userland" # shared by all clones: nobody may change it
language=
if [[ $view == open ]]; then # the window speaks the caller's language, tests always the same
    language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
    language=${LANGUAGE:-${language%%.*}}
fi
mapfile -d '' -t environment < <(kept_environment)
is_system_folder "$here" && here=/
exec env --ignore-environment "${environment[@]}" \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 LANGUAGE="$language" \
    chroot "$userland" env --chdir "$here" "$@"
