# shellcheck shell=bash disable=SC2154,SC2164 # dev sets $clone and "set -e"
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Which packages are wanted, which are missing, and installing them on Debian 13 or newer.

wanted_packages() {
    sed 's/#.*//' "$clone/packaging/packages.list" | xargs -n 1
}

missing_packages() {
    local -A installed=()
    local name
    while read -r name; do
        installed[$name]=1
    done < <(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
    for name in $(wanted_packages); do
        [[ ${installed[$name]:-} ]] || printf '%s\n' "$name"
    done
}

# Debian 13 or newer; testing and sid have no VERSION_ID.
is_new_enough() {
    (
        # shellcheck source=/dev/null
        . /etc/os-release
        [[ $ID == debian ]] && ((${VERSION_ID:-99} >= 13))
    )
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo > /dev/null; then
        sudo "$@"
    else
        die "this needs root, and there is no sudo: $*"
    fi
}

apt_install() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes --no-install-recommends)
    say "installing: $*"
    as_root "${apt[@]}" install "$@" < /dev/null >&2 && return
    say "that failed; once more, with fresh package lists"
    as_root "${apt[@]}" update < /dev/null >&2 || say "apt-get update failed; its reason is above"
    as_root "${apt[@]}" install "$@" < /dev/null >&2 || die "apt-get cannot install: $*"
}

install_missing_packages() {
    local missing
    missing=$(missing_packages)
    # shellcheck disable=SC2086 # package names, one word each
    [[ -z $missing ]] || apt_install $missing
}
