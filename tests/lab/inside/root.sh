#!/bin/bash
# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# root.sh DIR LAB-FOLDER: pid 1 of a new lab. Lays a writable root over the real one, which stays
# as it is, moves in, and becomes start.sh.
set -euo pipefail
dir=$1 labFolder=$2
# shellcheck source=../common.sh
source "$labFolder/common.sh"
# shellcheck source=/dev/null
source "$dir/state/config"

# Only what the lab needs. Above all no kvm: where it is there but does not work, libvirt spends
# 10 s on finding out.
makeDevices() {
    mount -t tmpfs -o mode=755 tmpfs "$1"
    cp -a /dev/{null,zero,full,random,urandom,tty,fuse} "$1/"
    [[ $network == none ]] || { mkdir "$1/net" && cp -a /dev/net/tun "$1/net/"; }
    find /dev -maxdepth 1 -type b -exec cp -a {} "$1/" \;
    ln -s /proc/self/fd "$1/fd"
    ln -s pts/ptmx "$1/ptmx"
    mkdir "$1/pts" "$1/shm"
}

mount --make-rprivate /
mount -t tmpfs -o mode=755,size=1g plumbline-lab "$dir/root"
mkdir "$dir"/root/{upper,work,merged}
root=$dir/root/merged
mount -t overlay -o "lowerdir=/,upperdir=$dir/root/upper,workdir=$dir/root/work" overlay "$root"

mount -t proc proc "$root/proc"
# A fresh sysfs has no cgroup file systems under it, so libvirt leaves cgroups alone.
mount -t sysfs sysfs "$root/sys"
makeDevices "$root/dev"
mount -t devpts -o newinstance,ptmxmode=666,gid=5,mode=620 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"

# bindMount SOURCE TARGET [OPTION]...
bindMount() {
    mkdir -p "$root$2"
    mount --bind "$1" "$root$2"
    [[ -z ${3:-} ]] || mount -o "remount,bind,$3" "$root$2"
}
bindMount "$labFolder" "$insideHome" ro
bindMount "$dir/log" /var/log
bindMount "$dir/images" /var/lib/libvirt/images
bindMount "$dir/state" /lab/state
bindMount "$dir/client" /lab/client
bindMount "$(dirname "$guest")" /lab/guest ro
for path in "${binds[@]}"; do
    bindMount "$path" "$path" ro
done

cd "$root"
pivot_root . .
umount --lazy .
cd /
exec "$insideHome/inside/start.sh"
