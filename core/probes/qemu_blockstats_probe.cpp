// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": [{"node-name": "libvirt-1-format", "stats": {"wr_operations": 607, …}}]}
// Answered from memory, unlike query-block and query-named-block-nodes, which stat the image.
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "query-blockstats");
}

const Probe<QList<BlockStats>> qemuBlockstats{
    "qemu.blockstats", Stage::Monitor, ask, readQueryBlockstats};

} // namespace plumbline
