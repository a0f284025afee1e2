// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": [{"type": "snapshot-save", "id": "snapsave0", "status": "concluded", …}]}
// What query-block-jobs leaves out: jobs that make images or save the machine's state.
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "query-jobs");
}

const Probe<QList<Job>> qemuJobs{"qemu.jobs", Stage::Monitor, ask, readQueryJobs};

} // namespace plumbline
