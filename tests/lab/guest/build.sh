#!/bin/bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the guest's initramfs from this system's own packages, once for each version of them, and
# prints its path; the kernel is beside it.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/plumbline/lab

kernels=(/boot/vmlinuz-*-amd64)
kernel=${kernels[-1]}
release=${kernel#/boot/vmlinuz-}
[[ -r $kernel ]] || { echo "no kernel: install linux-image-amd64" >&2 && exit 1; }
qemuGa=$(PATH=$PATH:/usr/sbin command -v qemu-ga) || { echo "no qemu-ga" >&2 && exit 1; }
modules=(virtio_blk virtio_scsi sd_mod virtio_rng qemu_fw_cfg pvpanic-pci pvpanic-mmio ext4 loop
    virtiofs virtio_net)

id=$({
    echo "$release ${modules[*]}"
    cat "$here/build.sh" "$here/init" "$here/faults"
    sha256sum "$qemuGa" /usr/bin/busybox
} | sha256sum)
image=$cache/guest-${id:0:16}
if [[ -e $image/initramfs ]]; then
    printf '%s\n' "$image/initramfs"
    exit
fi

mkdir -p "$cache"
part=$(mktemp -d "$cache/part.XXXXXX")
trap 'rm -rf "$part"' EXIT
root=$part/root
mkdir -p "$root"/{bin,dev,etc,lib/modules,mnt,proc,run,sys,tmp,usr/sbin,var/run} "$part/image"
install -m 755 /usr/bin/busybox "$root/bin/busybox"
install -m 755 "$here/init" "$root/init"
install -m 644 "$here/faults" "$root/faults"
install -m 755 "$qemuGa" "$root/usr/sbin/qemu-ga"
ldd "$qemuGa" | grep -o '/[^ ]*' | sort -u | while read -r library; do
    install -D -m 755 "$library" "$root$library"
done
echo 'root:x:0:0:root:/:/bin/sh' >"$root/etc/passwd"
echo 'root:x:0:' >"$root/etc/group"
echo lab-guest >"$root/etc/hostname"
cp /etc/os-release "$root/etc/os-release"

# With a journal, which the guest's own tools cannot make.
truncate -s 3M "$part/file_system"
PATH=$PATH:/usr/sbin mkfs.ext4 -q -b 1024 -J size=1 -m 0 "$part/file_system"
gzip -n <"$part/file_system" >"$root/file_system.gz"

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

(cd "$root" && find . | cpio --quiet -o -H newc -R 0:0) | zstd -q -3 >"$part/image/initramfs"
cp "$kernel" "$part/image/vmlinuz"
chmod 755 "$part/image"
chmod 644 "$part/image"/*
# Another lab may have been faster: then its image is as good as this one.
mv -T "$part/image" "$image" 2>/dev/null || [[ -e $image/initramfs ]]
printf '%s\n' "$image/initramfs"
