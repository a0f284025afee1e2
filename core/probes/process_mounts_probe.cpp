// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     37 27 0:30 / /var/lib/virt/images rw,relatime - nfs4 10.9.9.1:/ rw,vers=4.2,hard
// Of QEMU's own process: its mount namespace may differ from the host's. A helper: the kernel holds
// the list of mounts (namespace_sem) while it waits for a dead server in mount or umount, and a
// reader cannot be killed then. That lock is one for all namespaces, so one kind for all processes.
static Question ask(const Subject &subject)
{
    const QByteArray pid = QByteArray::number(subject.pid);
    Question question
        = hostQuestion(QString::fromLatin1(pid), {"cat", "/proc/" + pid + "/mountinfo"});
    std::get<HostCommand>(question.ask).helper = "mountinfo";
    return question;
}

const Probe<MountTable> processMounts{"process.mounts", Stage::HostKernel, ask, readMountinfo};

} // namespace plumbline
