#!/bin/bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Pid 1 of the lab, on its own root: starts everything, says when it is ready, then only reaps.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=../common.sh
source "$here/../common.sh"
# shellcheck source=/dev/null
source /lab/state/config
# shellcheck source=storage.sh
source "$here/storage.sh"
# shellcheck source=vhost_user.sh
source "$here/vhost_user.sh"
# shellcheck source=libvirt_xml.sh
source "$here/libvirt_xml.sh"
# shellcheck source=sshd.sh
source "$here/sshd.sh"
# shellcheck source=domains.sh
source "$here/domains.sh"

umask 022

# What the tests may want to know: printed by `up` and kept in DIR/env.
tell() {
    printf 'LAB_%s=%q\n' "$1" "$2" >>/lab/state/environment
}

hostname "$name"
printf '127.0.0.1 localhost %s\n' "$name" >/etc/hosts
mkdir -p /run/sshd /run/lock /run/nbd
ln -sfn /run /var/run
: >/lab/state/environment
addUsers

# The guests need the most time: they boot while the rest is set up.
if wants libvirt; then
    startLibvirt
    startLibvirtStorage "$vdb"
    [[ -z $vhostUser ]] || startVhostUser
    startLibvirtDomain &
    libvirtStart=$!
fi
if wants bare; then
    startBareStorage
    startBareDomain
fi
startSshServers
writeClientFiles
if wants libvirt; then
    wait "$libvirtStart" || die 'libvirt did not start the domain'
    tellLibvirtDomain
    within "$timeout" isReady libvirt || die 'the libvirt guest did not come up'
fi
if wants bare; then
    tellBareDomain
    within "$timeout" isReady bare || die 'the bare guest did not come up'
fi
: >/lab/state/ready

sleep infinity &
wait $!
