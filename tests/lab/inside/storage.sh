# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The storage behind the guests' disks. Each backend is a process that can be stopped by itself.

imageFolder=/var/lib/libvirt/images

# startNbd NAME ADDRESS-OPTION...: a server of 64 MiB; its pid file is /run/nbd/NAME.pid. While there
# is a NAME.full each write fails with ENOSPC; NAME.rate holds the bits per second.
# nbdkit goes to the background when it listens, so its status tells whether the address was free.
startNbd() {
    local name=$1 content=(memory 64M)
    shift
    [[ ! -d /run/nbd/$name.exports ]] || content=(file dir="/run/nbd/$name.exports")
    nbdkit --pidfile "/run/nbd/$name.pid" "$@" --filter=error --filter=rate "${content[@]}" \
        error-pwrite=ENOSPC error-pwrite-rate=100% "error-pwrite-file=/run/nbd/$name.full" \
        "rate-file=/run/nbd/$name.rate"
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
    if [[ $1 == shared ]]; then # one server with an export for each disk
        mkdir /run/nbd/libvirt-vda.exports
        truncate -s 64M /run/nbd/libvirt-vda.exports/{vda,vdb}
    fi
    startNbdOnSocket libvirt-vda /run/nbd/libvirt-vda.sock
    case $1 in
        file) makeImage "$imageFolder/libvirt-vdb.img" libvirt-qemu ;;
        fuse)
            startNbdOnSocket libvirt-vdb /run/nbd/libvirt-vdb.sock
            startFuse
            ;;
    esac
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
