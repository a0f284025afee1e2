// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     5f0c2a53-9d0e-4d52-9d6e-1ab0c0ffee01 guest1
static Question ask(const Subject &subject)
{
    return virshQuestion(subject, {}, "list", {"list", "--all", "--uuid", "--name"});
}

const Probe<QList<ListedDomain>> libvirtDomains{
    "libvirt.domains", Stage::Libvirt, ask, readVirshList};

} // namespace plumbline
