// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     device 10.9.9.1:/ mounted on /var/lib/virt/images with fstype nfs4 statvers=1.1
//             xprt:   tcp 0 0 6 0 0 1525 1522 0 1550 0 6 6 21
// The file is the owner's and root's alone. A helper like the list of mounts, and as it.
static Question ask(const Subject &subject)
{
    const QByteArray pid = QByteArray::number(subject.pid);
    Question question
        = hostQuestion(QString::fromLatin1(pid), {"cat", "/proc/" + pid + "/mountstats"});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "mountstats";
    command.asRoot = true;
    return question;
}

const Probe<MountStatsTable> processNfsStats{
    "process.nfs-stats", Stage::HostKernel, ask, readMountstats};

} // namespace plumbline
