// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     State:  T (stopped)
//     TracerPid:      0
static Question ask(const Subject &subject)
{
    const QByteArray pid = QByteArray::number(subject.pid);
    return hostQuestion(QString::fromLatin1(pid), {"cat", "/proc/" + pid + "/status"});
}

const Probe<ProcessStatus> processStatus{"process.status", Stage::HostKernel, ask, readProcStatus};

} // namespace plumbline
