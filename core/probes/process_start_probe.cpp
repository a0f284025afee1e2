// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     341 (qemu-system-x86) S 1 341 341 0 -1 4194560 … 20 0 8 0 8122 …
// Numbers of processes are used again: only with its start is a process the one that was found.
static Question ask(const Subject &subject)
{
    const QByteArray pid = QByteArray::number(subject.pid);
    return hostQuestion(QString::fromLatin1(pid), {"cat", "/proc/" + pid + "/stat"});
}

const Probe<ProcessStat> processStart{"process.start", Stage::HostKernel, ask, readProcStat};

} // namespace plumbline
