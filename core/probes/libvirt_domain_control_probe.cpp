// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     occupied (10.042s)
// Tells what domstate cannot: libvirt waits for an answer of QEMU's monitor, and for how long.
static Question ask(const Subject &subject)
{
    return virshQuestion(
        subject, QString::fromUtf8(subject.uuid), "libvirt", {"domcontrol", subject.uuid});
}

const Probe<DomainControl> libvirtDomainControl{
    "libvirt.domain-control", Stage::Libvirt, ask, readDomcontrol};

} // namespace plumbline
