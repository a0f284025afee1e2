// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": [{"type": "stream", "device": "pull-vda-libvirt-2-format", "offset": 65536, …}]}
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "query-block-jobs");
}

const Probe<QList<BlockJob>> qemuBlockJobs{
    "qemu.block-jobs", Stage::Monitor, ask, readQueryBlockJobs};

} // namespace plumbline
