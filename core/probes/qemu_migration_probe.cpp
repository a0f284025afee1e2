// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": {"status": "active", "ram": {"remaining": 4096, …}}}
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "query-migrate");
}

const Probe<Migration> qemuMigration{"qemu.migration", Stage::Monitor, ask, readQueryMigrate};

} // namespace plumbline
