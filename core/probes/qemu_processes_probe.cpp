// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     pid 470
//     uid 64055
//     state S
//     start 8122
//     cwd /var/lib/libvirt
//     args 3
//     /usr/bin/qemu-system-x86_64
//     …
//     end
// The link of its folder is the kernel's own text: reading it touches no file system.
// Found by /proc/PID/comm, which never blocks; only a QEMU's cmdline is read, under a limit of its
// own, since that read waits for a process that holds its own memory map. NUL and line end change
// places with line end and \1, so that every argument is one line.
static constexpr char script[]
    = R"sh(for c in $(grep -ls -e '^qemu-' -e '^kvm$' /proc/[0-9]*/comm); do
p=${c%/comm}; a=$(timeout --foreground 1 tr '\0\n' '\n\1' <"$p/cmdline" 2>/dev/null; echo x); a=${a%x}
[ -n "$a" ] || continue
read -r s <"$p/stat" 2>/dev/null || continue
s=${s##*) }; set -- $s
u=$(sed -n 's/^Uid:[[:space:]]*\([0-9]*\).*/\1/p' "$p/status" 2>/dev/null)
w=$(readlink "$p/cwd" 2>/dev/null | tr '\n' '\1'; echo x); w=${w%x}; w=${w%?}
printf 'pid %s\nuid %s\nstate %s\nstart %s\ncwd %s\nargs %s\n%send\n' "${p#/proc/}" "${u:-0}" "$1" "${20}" "$w" "$(printf %s "$a" | grep -c '')" "$a"
done)sh";

static Question ask(const Subject &)
{
    Question question = hostQuestion({}, {"sh", "-c", script});
    question.limit = milliseconds(3000);
    return question;
}

const Probe<ProcessList> qemuProcesses{
    "host.qemu-processes", Stage::HostKernel, ask, readProcessList};

} // namespace plumbline
