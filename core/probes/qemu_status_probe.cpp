// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": {"status": "running", "running": true}}
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "query-status");
}

const Probe<VmStatus> qemuStatus{"qemu.status", Stage::Monitor, ask, readQueryStatus};

} // namespace plumbline
