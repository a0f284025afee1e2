// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": {"name": "virtio-blk", "num-vqs": 1, "vhost-started": false, "broken": false, …}}
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject,
        QString::number(subject.pid) + u'.' + QString::fromUtf8(subject.device),
        "x-query-virtio-status", "{\"path\":" + jsonString(subject.qomPath) + "}");
}

const Probe<VirtioStatus> qemuVirtioStatus{
    "qemu.virtio-status", Stage::Monitor, ask, readQueryVirtioStatus};

} // namespace plumbline
