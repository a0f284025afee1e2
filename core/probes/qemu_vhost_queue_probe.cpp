// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": {"name": "vhost-user-fs", "num": 1024, "avail-phys": 127926272, …}}
// Read from QEMU's memory; the back-end hears nothing of it.
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject,
        QStringLiteral("%1.%2.%3")
            .arg(subject.pid)
            .arg(QString::fromUtf8(subject.device))
            .arg(subject.queue),
        "x-query-virtio-vhost-queue-status",
        "{\"path\":" + jsonString(subject.qomPath)
            + ",\"queue\":" + QByteArray::number(subject.queue) + "}");
}

const Probe<VhostQueueStatus> qemuVhostQueue{
    "qemu.vhost-queue", Stage::Monitor, ask, readQueryVhostQueueStatus};

} // namespace plumbline
