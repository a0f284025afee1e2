// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": [{"name": "virtio-blk", "path":
//     "/machine/peripheral/virtio-disk0/virtio-backend"}]}
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "x-query-virtio");
}

const Probe<QList<VirtioDevice>> qemuVirtioDevices{
    "qemu.virtio-devices", Stage::Monitor, ask, readQueryVirtio};

} // namespace plumbline
