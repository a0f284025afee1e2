# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The two guests: one under libvirt, one that an unprivileged user's own command line started, as a
# systemd unit of that user would.

bareFolder=/run/user/1500/qemu-system/$name-bare
bareLog=/var/log/qemu-system/$name-bare/serial.log
libvirtLog=/var/log/libvirt/qemu/$name-libvirt-serial.log
libvirtControl=/run/libvirt/qemu/channel/lab-control.sock
guestCommandLine="console=ttyS0 panic=0 quiet mitigations=off tsc=reliable lab.load=$load"

wants() { [[ ,$domains, == *,$1,* ]]; }

virshLab() {
    virsh --connect qemu:///system --quiet "$@"
}

startLibvirt() {
    cp "$insideHome"/templates/{qemu,libvirtd}.conf /etc/libvirt/
    mkdir -p /var/log/libvirt/qemu
    virtlogd --daemon
    libvirtd --daemon
}

startLibvirtDomain() {
    makeLibvirtXml "$(</proc/sys/kernel/random/uuid)" >/run/libvirt-domain.xml
    within 20 virshLab uri >/dev/null 2>&1 || die 'libvirtd does not answer'
    virshLab define /run/libvirt-domain.xml
    virshLab start "$name-libvirt"
}

tellLibvirtDomain() {
    tell LIBVIRT_DOMAIN "$name-libvirt"
    tell LIBVIRT_UUID "$(virshLab domuuid "$name-libvirt" | head -n 1)"
    tell LIBVIRT_SERIAL_LOG "$libvirtLog"
    tell LIBVIRT_QEMU_PID "$(<"/run/libvirt/qemu/$name-libvirt.pid")"
    tell LIBVIRT_NBD_PID "$(</run/nbd/libvirt-vda.pid)"
    tell LIBVIRTD_PID "$(</run/libvirtd.pid)"
}

startBareDomain() {
    local nbd uuid memory=160 processors=1 more=() kernelOptions=$guestCommandLine
    uuid=$(</proc/sys/kernel/random/uuid)
    install -d -o vmrun -g vmrun -m 700 /run/user/1500
    install -d -o vmrun -g vmrun "${bareFolder%/*}" "$bareFolder" "${bareLog%/*}"
    nbd='{"driver":"nbd","node-name":"vdb-storage","cache":{"direct":true,"no-flush":false},"server":'
    nbd+='{"type":"inet","host":"127.0.0.1","port":"'$(</run/nbd/bare-vdb.port)'"}}'
    case $rings in
        packed) more+=(-global virtio-blk-pci.packed=on) ;;
        no-event) more+=(-global virtio-blk-pci.event_idx=off) ;;
    esac
    [[ -z $devices ]] || addNullDisks
    [[ $network == none ]] || more+=(-netdev "user,id=net0,restrict=on"
        -device "virtio-net-pci,netdev=net0,id=net0")
    # One disk as people write it by hand, one as a program writes it.
    (cd /home/vmrun && exec env -i HOME=/home/vmrun PATH=/usr/bin:/bin XDG_RUNTIME_DIR=/run/user/1500 \
        setpriv --reuid vmrun --regid vmrun --clear-groups -- \
        qemu-system-x86_64 -name "$name-bare,debug-threads=on" -uuid "$uuid" \
        -machine pc,accel=tcg -cpu max -m "$memory" -smp "$processors" \
        -nodefaults -no-user-config -display none -vga std \
        -kernel /lab/guest/vmlinuz -initrd /lab/guest/initramfs -append "$kernelOptions" \
        -drive "file=$imageFolder/bare-vda.img,if=virtio,format=raw,cache=none" \
        -blockdev "$nbd" -device virtio-blk-pci,drive=vdb-storage,id=vdb,serial=lab-nbd-tcp \
        -chardev "socket,id=qmp,path=$bareFolder/qmp.sock,server=on,wait=off" \
        -mon chardev=qmp,mode=control \
        -chardev stdio,id=console,signal=off -serial chardev:console \
        -device virtio-serial-pci,id=virtio-serial0 \
        -chardev "socket,id=qga,path=$bareFolder/qga.sock,server=on,wait=off" \
        -device virtserialport,chardev=qga,name=org.qemu.guest_agent.0 \
        -chardev "socket,id=control,path=$bareFolder/control.sock,server=on,wait=off" \
        -device virtserialport,chardev=control,name=org.plumbline.lab.control \
        -device virtio-rng-pci -device pvpanic -device vmcoreinfo "${more[@]}" \
        -action panic=pause -pidfile "$bareFolder/qemu.pid") </dev/null >>"$bareLog" 2>&1 &
    printf '%s\n' "$uuid" >/run/bare-uuid
}

# Adds COUNTxQUEUES disks that are nowhere. A disk has no more queues than the guest has processors;
# those that its kernel leaves asleep count, and cost nothing.
addNullDisks() {
    local i queues=${devices#*x}
    memory=$((memory + ${devices%x*} * queues * 2))
    processors=$queues
    kernelOptions+=" maxcpus=1"
    for ((i = 0; i < ${devices%x*}; i++)); do
        more+=(-blockdev "driver=null-co,node-name=null$i,size=$((64 << 20)),read-zeroes=on"
            -device "virtio-blk-pci,drive=null$i,id=null$i,num-queues=$queues,serial=lab-null$i")
    done
}

tellBareDomain() {
    within 10 test -s "$bareFolder/qemu.pid" || die "QEMU of $name-bare did not start"
    tell BARE_DOMAIN "$name-bare"
    tell BARE_UUID "$(</run/bare-uuid)"
    tell BARE_QMP "$bareFolder/qmp.sock"
    tell BARE_SERIAL_LOG "$bareLog"
    tell BARE_QEMU_PID "$(<"$bareFolder/qemu.pid")"
    tell BARE_NBD_PID "$(</run/nbd/bare-vdb.pid)"
}

# ask SOCKET SECONDS LINE...: sends the lines one by one and prints the answer to the last.
ask() {
    timeout --kill-after=1 $(($2 + 1)) python3 "$here/ask.py" "$@"
}

# isReady libvirt|bare: the guest has said so on its console, and its agent answers.
isReady() {
    if [[ $1 == libvirt ]]; then
        grep -qs 'lab guest ready' "$libvirtLog" &&
            virshLab qemu-agent-command "$name-libvirt" --timeout 2 '{"execute":"guest-ping"}' \
                >/dev/null 2>&1
    else
        grep -qs 'lab guest ready' "$bareLog" &&
            ask "$bareFolder/qga.sock" 2 '{"execute":"guest-ping"}' >/dev/null 2>&1
    fi
}
