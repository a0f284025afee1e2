# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Devices of the libvirt guest whose rings another process than QEMU works on.

vhostUserFolder=/run/vhost-user

vhostUserHas() { [[ ,$vhostUser, == *,$1,* ]]; }

startVhostUser() {
    mkdir -p "$vhostUserFolder"
    ! vhostUserHas blk || startVhostUserDisk
    ! vhostUserHas fs || startVirtiofsd
}

# vdc of the guest
startVhostUserDisk() {
    local image=$imageFolder/libvirt-vdc.img export=vhost-user-blk,id=disk,node-name=image
    export+=,writable=on,num-queues=2,addr.type=unix,addr.path=$vhostUserFolder/blk.sock
    truncate -s 64M "$image"
    qemu-storage-daemon --daemonize --pidfile "$vhostUserFolder/blk.pid" \
        --blockdev "file,node-name=image,filename=$image,cache.direct=on,aio=threads" \
        --export "$export" >>/var/log/qemu-storage-daemon.log 2>&1
    chmod 666 "$vhostUserFolder/blk.sock"
}

# /mnt/shared of the guest
startVirtiofsd() {
    [[ -x /usr/libexec/virtiofsd ]] || die 'virtiofsd is not installed'
    mkdir -p "$vhostUserFolder/shared"
    /usr/libexec/virtiofsd --socket-path "$vhostUserFolder/fs.sock" \
        --shared-dir "$vhostUserFolder/shared" --sandbox none >>/var/log/virtiofsd.log 2>&1 &
    printf '%s\n' $! >"$vhostUserFolder/fs.pid"
    within 10 test -S "$vhostUserFolder/fs.sock" || die 'virtiofsd did not start'
    chmod 666 "$vhostUserFolder/fs.sock"
}
