// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     paused (I/O error)
static Question ask(const Subject &subject)
{
    return virshQuestion(subject, QString::fromUtf8(subject.uuid), "libvirt",
        {"domstate", subject.uuid, "--reason"});
}

const Probe<DomainState> libvirtDomainState{
    "libvirt.domain-state", Stage::Libvirt, ask, readDomstate};

} // namespace plumbline
