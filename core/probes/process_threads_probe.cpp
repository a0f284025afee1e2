// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     1441	worker	D	nfs_file_direct_write	296 0xe 0x7fa534002550 …
// The shell's own `read` does it without a process per thread.
static constexpr char script[] = R"sh(for d in /proc/$1/task/[0-9]*; do
read -r c <"$d/comm" || continue; s=; w=; y=; read -r s <"$d/stat"; s=${s##*) }
read -r w <"$d/wchan"; read -r y <"$d/syscall"
printf '%s\t%s\t%s\t%s\t%s\n' "${d##*/}" "$c" "${s%% *}" "$w" "$y"; done 2>/dev/null)sh";

static Question ask(const Subject &subject)
{
    const QByteArray pid = QByteArray::number(subject.pid);
    return hostQuestion(QString::fromLatin1(pid), {"sh", "-c", script, "sh", pid});
}

const Probe<TaskTable> processThreads{"process.threads", Stage::HostKernel, ask, readTaskTable};

} // namespace plumbline
