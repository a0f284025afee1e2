#!/bin/bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh MAPPER FOLDER: makes FOLDER/{vmlinuz,initramfs} of the storage guest: a Debian kernel
# with the drivers that this machine's own kernel may lack, for the probes that read /sys.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
mapper=$1 folder=$2
export PATH=$PATH:/usr/sbin:/sbin

kernels=(/boot/vmlinuz-*-amd64)
kernel=${kernels[-1]}
release=${kernel#/boot/vmlinuz-}
[[ -r $kernel ]] || { echo "no kernel: install linux-image-amd64" >&2 && exit 1; }
modules=(virtio_blk sd_mod scsi_debug loop ext4 dm-mod dm-multipath dm-round-robin raid1 md-mod brd
    nvme nvme-tcp nvmet nvmet-tcp)

root=$folder/root
rm -rf "$root"
mkdir -p "$root"/{bin,dev,etc,lib/modules,mnt,proc,run,sys,tmp}
install -m 755 /usr/bin/busybox "$root/bin/busybox"
install -m 755 "$here/init" "$root/init"
install -m 755 "$mapper" "$root/bin/mapper"
# In the order in which they must be loaded, unpacked: busybox does not read xz.
for module in "${modules[@]}"; do
    modprobe -S "$release" --show-depends "$module"
done | awk '$1 == "insmod" && !seen[$2]++ { print $2 }' | while read -r file; do
    name=$(basename "${file%.xz}")
    case $file in
        *.xz) xz -dc "$file" >"$root/lib/modules/$name" ;;
        *) cp "$file" "$root/lib/modules/$name" ;;
    esac
    printf '%s\n' "$name" >>"$root/lib/modules/order"
done
[[ ! -d ${3:-} ]] || cp -a "$3"/. "$root"
(cd "$root" && find . | cpio --quiet -o -H newc -R 0:0) | zstd -q -3 >"$folder/initramfs"
cp "$kernel" "$folder/vmlinuz"
