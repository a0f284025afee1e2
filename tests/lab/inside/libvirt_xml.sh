# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The definition of the libvirt guest, from templates and the options of `up`.

# makeLibvirtXml UUID
makeLibvirtXml() {
    local templates=$insideHome/templates ringAttributes='' backing='' parts=() processors=2 memory=224 options=$guestCommandLine
    case $rings in
        packed) ringAttributes=" packed='on'" ;;
        no-event) ringAttributes=" event_idx='off'" ;;
    esac
    case $vdb in
        shared) parts+=("$templates/disks_shared.xml") ;;
        *) parts+=("$templates/disks.xml") ;;
    esac
    if [[ -n $vhostUser ]]; then # the other process maps the guest's memory
        backing="<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>"
    fi
    if [[ -n $devices ]]; then
        makeManyDisks "${devices%x*}" "${devices#*x}" >/run/libvirt-many-disks.xml
        parts+=(/run/libvirt-many-disks.xml)
        processors=${devices#*x}
        options+=" maxcpus=1"
        memory=$((224 + ${devices%x*} * processors * 2))
    fi
    [[ $network == none ]] || parts+=("$templates/network_card.xml")
    ! vhostUserHas blk || parts+=("$templates/vhost_user_blk.xml")
    ! vhostUserHas fs || parts+=("$templates/vhost_user_fs.xml")
    cat "${parts[@]}" >/run/libvirt-disks.xml
    sed -e '/@DISKS@/{r /run/libvirt-disks.xml' -e 'd}' "$templates/libvirt_domain.xml" |
        sed -e "s|@NAME@|$name-libvirt|g" -e "s|@UUID@|$1|" -e "s|@CMDLINE@|$options|" \
            -e "s|@RINGS@|$ringAttributes|" -e "s|@BACKING@|$backing|" \
            -e "s|@VHOST_USER@|$vhostUserFolder|" -e "s|@PROCESSORS@|$processors|" -e "s|@MEMORY@|$memory|"
}

# makeManyDisks COUNT QUEUES: disks of which nothing is asked, to be counted.
makeManyDisks() {
    local i letters=cdefghijklmnopqrstuvwxyz
    for ((i = 0; i < $1; i++)); do
        truncate -s 1M "$imageFolder/many-$i.img"
        printf '%s\n' "<disk type='file' device='disk'><driver name='qemu' type='raw' queues='$2'/>" \
            "<source file='$imageFolder/many-$i.img'/><target dev='vd${letters:i:1}' bus='virtio'/></disk>"
    done
}
