# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The storage behind the guests' disks. Each backend is a process that can be stopped by itself.

imageFolder=/var/lib/libvirt/images

# startNbd NAME ADDRESS-OPTION...: a server of 64 MiB of memory; its pid file is /run/nbd/NAME.pid.
# nbdkit goes to the background when it listens, so its status tells whether the address was free.
startNbd() {
    local name=$1
    shift
    nbdkit --pidfile "/run/nbd/$name.pid" "$@" memory 64M
}

startNbdOnSocket() {
    rm -f "$2"
    startNbd "$1" --unix "$2"
    chmod 666 "$2"
}

# Sets nbdPort; another port is tried while the one that chance gave is taken.
startNbdOnFreePort() {
    local try
    for try in {1..50}; do
        nbdPort=$((20000 + RANDOM % 12000))
        if startNbd "$1" --ipaddr 127.0.0.1 --port "$nbdPort" 2>>/var/log/nbdkit.log; then
            printf '%s\n' "$nbdPort" >"/run/nbd/$1.port"
            return
        fi
    done
    die "no free port for nbdkit after $try tries"
}

makeImage() {
    truncate -s 64M "$1"
    chown "$2" "$1"
}

startLibvirtStorage() {
    startNbdOnSocket libvirt-vda /run/nbd/libvirt-vda.sock
    if [[ $1 == file ]]; then
        makeImage "$imageFolder/libvirt-vdb.img" libvirt-qemu
    else
        startNbdOnSocket libvirt-vdb /run/nbd/libvirt-vdb.sock
        startFuse
    fi
}

# The image appears as a file although a process serves it, as on a network file system.
startFuse() {
    touch "$imageFolder/libvirt-vdb.img"
    nbdfuse -o allow_other --pidfile /run/nbd/fuse-vdb.pid "$imageFolder/libvirt-vdb.img" \
        --unix /run/nbd/libvirt-vdb.sock >>/var/log/nbdfuse.log 2>&1 &
    within 10 test -e /run/nbd/fuse-vdb.pid || die 'nbdfuse did not mount the image'
}

startBareStorage() {
    makeImage "$imageFolder/bare-vda.img" vmrun
    startNbdOnFreePort bare-vdb
}
