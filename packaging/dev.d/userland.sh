# shellcheck shell=bash disable=SC2154,SC2164 # dev sets $clone and "set -e"
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian 13 system of older machines: made once, kept in the user's cache, shared by all clones.

suite=trixie
format=1 # of the userland; a new number makes every machine build a new one
cache=${XDG_CACHE_HOME:-$HOME/.cache}/plumbline
marker=/etc/plumbline-userland

# Sets $userland and holds its lock, shared, for as long as anything started from here lives: that
# is what "in use" means.
prepare_userland() {
    [[ -n ${userland:-} ]] && return
    ((EUID == 0)) || die "this system is older than Debian 13, so Plumbline is built in a userland" \
        "of its own; making and entering one needs root. Run this as root (sudo -E ./dev …)," \
        "or use Debian 13 or newer, where no root is needed to build."
    userland=$cache/userland-$(userland_id)
    mkdir -p "$cache"
    exec {userland_lock}> "$userland.lock"
    lock_userland --shared
    [[ -d $userland ]] && return
    lock_userland --exclusive
    [[ -d $userland ]] || make_userland
    remove_old_userlands
    lock_userland --shared
}

lock_userland() {
    flock --nonblock "$1" "$userland_lock" && return
    say "another ./dev is making the userland; waiting for it"
    flock "$1" "$userland_lock"
}

userland_id() {
    { echo "$format $suite"; wanted_packages | sort; } | sha256sum | cut -c 1-12
}

# Built aside and renamed when whole: a folder of the final name is always a complete userland.
make_userland() {
    local part=$userland.part
    command -v apt-get > /dev/null || die "Plumbline is built on Debian, or on a system with apt-get"
    command -v mmdebstrap > /dev/null || apt_install mmdebstrap debian-archive-keyring
    remove_tree "$part" # of a ./dev that was killed
    mkdir -p "$part/tmp"
    # shellcheck disable=SC2064 # this folder, now
    trap "remove_tree '$part'" EXIT
    write_sources "$part" > "$part/sources.list"
    write_apt_options > "$part/apt.conf"
    step "making a Debian 13 userland in $userland (once; about a minute)." "$userland.log" \
        run_mmdebstrap "$part"
    mv "$part/root" "$userland"
    remove_tree "$part"
    trap - EXIT
    say "the userland is ready: $(du -sh "$userland" | cut -f 1)"
}

# In namespaces of its own: if ./dev dies, mmdebstrap and its mounts die with it.
run_mmdebstrap() {
    local part=$1 include
    include=$(wanted_packages | paste -sd ,)
    # INITRD=No: the lab's guest has an initramfs of its own.
    INITRD=No TMPDIR=$part/tmp supervised \
        unshare --mount --propagation slave --pid --fork --kill-child --mount-proc \
        mmdebstrap --mode=root --variant=apt --format=directory \
        --aptopt="$part/apt.conf" \
        --dpkgopt=force-unsafe-io \
        --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/info/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        --include="$include" \
        --customize-hook="rm -f \"\$1/etc/resolv.conf\"; touch \"\$1/etc/resolv.conf\" \"\$1$marker\"" \
        "$suite" "$part/root" "$part/sources.list"
}

# Those of other package lists, when nothing runs in them and nobody entered them for a day:
# clones of different branches take turns without making theirs anew each time.
remove_old_userlands() {
    local lock old
    for lock in "$cache"/userland-*.lock; do
        old=${lock%.lock}
        [[ $old == "$userland" || ! -d $old || -z $(find "$lock" -mmin +1440) ]] && continue
        if flock --nonblock "$lock" rm -rf --one-file-system "$old" "$old.part"; then
            say "removed the old userland $old"
        fi
    done
}

remove_tree() {
    rm -rf --one-file-system "$@"
}
