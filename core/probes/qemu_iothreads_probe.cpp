// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": [{"id": "iothread1", "thread-id": 473, …}]}
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "query-iothreads");
}

const Probe<QList<IoThread>> qemuIothreads{
    "qemu.iothreads", Stage::Monitor, ask, readQueryIothreads};

} // namespace plumbline
