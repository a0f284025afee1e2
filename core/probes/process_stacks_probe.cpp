// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     341	D	qemu-system-x86
//     	[<0>] nfs_getattr+0x1a7/0x3c0 [nfs]
// Of the main loop and of threads that sleep uninterruptibly, 16 at most. The kernel walks a stack
// without waiting for its thread, but only for those with CAP_SYS_ADMIN.
static constexpr char script[] = R"sh(n=0
for d in /proc/$1/task/[0-9]*; do t=${d##*/} s= c=
read -r s <"$d/stat" || continue; s=${s##*) }; s=${s%% *}
[ "$t" = "$1" ] || [ "$s" = D ] || continue
n=$((n + 1)); [ $n -le 16 ] || break
read -r c <"$d/comm"; printf '%s\t%s\t%s\n' "$t" "$s" "$c"
$AS_ROOT "$(command -v cat)" "$d/stack" | while read -r l; do printf '\t%s\n' "$l"; done
done 2>/dev/null)sh";

static Question ask(const Subject &subject)
{
    const QByteArray pid = QByteArray::number(subject.pid);
    Question question = hostQuestion(QString::fromLatin1(pid), {"sh", "-c", script, "sh", pid});
    // Under sudo, which may hang by itself.
    std::get<HostCommand>(question.ask).helper = "stacks";
    return question;
}

const Probe<KernelStacks> processStacks{"process.stacks", Stage::HostKernel, ask, readKernelStacks};

} // namespace plumbline
