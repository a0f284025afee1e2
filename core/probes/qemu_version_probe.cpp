// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": {"qemu": {"micro": 2, "minor": 1, "major": 11}, "package": "Debian 1:11.1.2…"}}
static Question ask(const Subject &subject)
{
    return monitorQuestion(subject, QString::number(subject.pid), "query-version");
}

const Probe<QemuVersion> qemuVersion{"qemu.version", Stage::Monitor, ask, readQueryVersion};

} // namespace plumbline
