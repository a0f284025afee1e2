// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     link	host	/var/lib/libvirt/images	/srv/images
//     remote	qemu	/srv/images	nfs4	0:38	/	/vm1.qcow2
// Name by name, because a link below /proc/PID/root would lead back into the host's tree. Before a
// name is touched the list of mounts says whether it is a mount point of a file system that may
// hang; only those that cannot are known by name, so that an unknown one stops the walk. A helper
// all the same: the disk below a local file system may be dead, and the list of mounts may wait.
static constexpr char script[] = R"sh(t=$(printf '\t') n='
'
walk() { # side root mountinfo path
q=/$4 p= h=0
S=$n$(awk '{ for (i = 7; i < NF && $i != "-"; i++); m[$5] = $(i + 1); d[$5] = $3 "\t" $4 }
END { for (p in m)
if (m[p] !~ /^(ext[234]|xfs|btrfs|zfs|f2fs|erofs|squashfs|iso9660|vfat|overlay|tmpfs|ramfs|rootfs)$/ &&
m[p] !~ /^(devtmpfs|devpts|proc|sysfs|cgroup2?|mqueue|hugetlbfs|securityfs|efivarfs|bpf|nsfs)$/ &&
m[p] !~ /^(debugfs|tracefs|selinuxfs|configfs|pstore|binfmt_misc)$/)
printf "%s\t%s\t%s\n", p, m[p], d[p] }' "$3" && echo .) || { printf 'blind\t%s\n' "$1"; return; }
while :; do
while :; do case $q in /*) q=${q#/};; *) break;; esac; done
if [ "$q" ]; then c=${q%%/*}; case $q in */*) q=/${q#*/};; *) q=;; esac; else c=; fi
case $c in .) continue;; ..) p=${p%/*}; continue;; '') x=$p;; *) x=$p/$c;; esac
for e in / "$x"; do
case $e in '') e=/;; *[\\\ ]*) e=$(printf '%s\n' "$e" | sed 's/\\/\\134/g;s/ /\\040/g');; esac
case $S in *"$n$e$t"*) l=${S#*"$n$e$t"}; [ "$e" != / ] || { q=$x$q; x=; }
printf 'remote\t%s\t%s\t%s\t%s\n' "$1" "${x:-/}" "${l%%"$n"*}" "$q"; return;; esac
done
[ "$c" ] || break
if [ -L "$2$x" ]; then
h=$((h + 1)); l=$(readlink -- "$2$x"; echo .); l=${l%"$n".}
case $l in '' | *[[:cntrl:]]*) printf 'odd\t%s\t%s\n' "$1" "$x"; return;; esac
printf 'link\t%s\t%s\t%s\n' "$1" "$x" "$l"
[ $h -lt 40 ] || { printf 'loop\t%s\t%s\n' "$1" "$x"; return; }
case $l in /*) p=;; esac
q=/$l$q
elif [ -e "$2$x" ]; then p=$x
elif [ -x "$2$p/" ]; then printf 'missing\t%s\t%s\n' "$1" "$x"; return
else printf 'closed\t%s\t%s\n' "$1" "$p/"; return
fi; done
printf 'file\t%s\t%s\t%s\n' "$1" "${p:-/}" "$(stat -c "%d:%i$t%t:%T$t%F" -- "$2${p:-/}")"
}
case $2 in *[[:cntrl:]]*) echo 'a name with control characters' >&2; exit 1;; esac
[ -e "/proc/$1" ] || { echo 'No such process' >&2; exit 1; }
w=closed
if b=$(readlink "/proc/$1/ns/mnt") && o=$(readlink "/proc/$1/root"); then
w=own; [ "$(readlink /proc/self/ns/mnt)$o" != "$b/" ] || w=same
fi
printf 'namespace\tqemu\t%s\n' $w
walk host '' /proc/self/mountinfo "$2"
[ $w != own ] || walk qemu "/proc/$1/root" "/proc/$1/mountinfo" "$2")sh";

static Question ask(const Subject &subject)
{
    const QByteArray pid = QByteArray::number(subject.pid);
    Question question = hostQuestion(
        QString::fromUtf8(pid + subject.path), {"sh", "-c", script, "sh", pid, subject.path});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "path";
    command.children = {"awk", "mawk", "gawk", "readlink", "stat"};
    return question;
}

const Probe<PathChain> filePathChain{"file.path-chain", Stage::Experiment, ask, readPathChain};

} // namespace plumbline
