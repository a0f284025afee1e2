// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": {"inuse": 1, "shadow-avail-idx": 602, "used-idx": 601, …}}
// Never planned for a vhost-user device: there this query sends VHOST_USER_GET_VRING_BASE, at which
// the back-end must stop the ring (docs/interop/vhost-user.rst); path/disk_plan keeps them apart.
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject,
        QStringLiteral("%1.%2.%3")
            .arg(subject.pid)
            .arg(QString::fromUtf8(subject.device))
            .arg(subject.queue),
        "x-query-virtio-queue-status",
        "{\"path\":" + jsonString(subject.qomPath)
            + ",\"queue\":" + QByteArray::number(subject.queue) + "}");
}

const Probe<VirtqueueStatus> qemuVirtqueue{
    "qemu.virtqueue", Stage::Monitor, ask, readQueryVirtioQueueStatus};

} // namespace plumbline
