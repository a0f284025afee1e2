// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     netns same
//     tap vnet0
//     link vnet0 up virbr0
//      vnet0:  210344    1102 …
// The interfaces named in the arguments, and the taps that the process holds open, which the kernel
// names in the descriptors' fdinfo (drivers/net/tun.c) for those who may look; while none is known,
// the first of all, so that the first look already counts. Counters come from the process's own
// network namespace; what sysfs says of a link is of ours, and is left out where that is known to
// be another. All of it is the kernel's memory.
static constexpr char script[] = R"sh(p=/proc/$1; shift; set -f
[ -r "$p/net/dev" ] || exec cat "$p/net/dev"
n=unknown; if [ -e "$p/ns/net" ]; then
  n=other; [ ! "$p/ns/net" -ef /proc/self/ns/net ] || n=same; fi
echo "netns $n"
t=$(set +f; sed -n 's/^iff:[[:space:]]*//p' "$p"/fdinfo/* 2>/dev/null)
[ -z "$t" ] || printf 'tap %s\n' $t
i=$(printf '%s\n' "$@" $t | sort -u | head -n 64)
[ -n "$i" ] || { sed -n 3,66p "$p/net/dev"; exit; }
[ $n = other ] || for d in $i; do
  s=/sys/class/net/$d; [ -e "$s/operstate" ] || continue
  o=; read -r o <"$s/operstate"; m=$(readlink "$s/master"); m=${m##*/}
  echo "link $d ${o:--} ${m:--}"; done
printf '%s:\n' $i | grep -F -f - "$p/net/dev" || :
)sh";

static Question ask(const Subject &subject)
{
    QList<QByteArray> words{"sh", "-c", script, "sh", QByteArray::number(subject.pid)};
    for (const QByteArray &name : subject.part.split(' ')) {
        if (!name.isEmpty())
            words.append(name);
    }
    return hostQuestion(QString::number(subject.pid), words);
}

const Probe<HostNetwork> hostNetwork{"host.network", Stage::HostKernel, ask, readHostNetwork};

} // namespace plumbline
