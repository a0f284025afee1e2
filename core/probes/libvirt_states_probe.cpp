// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     Domain: 'guest1'
//       state.state=1
//       state.reason=1
// --state alone with --nowait is answered from libvirt's memory; anything more may take a job.
static Question ask(const Subject &subject)
{
    return virshQuestion(subject, {}, "list", {"domstats", "--state", "--nowait"});
}

const Probe<QList<DomainStats>> libvirtStates{"libvirt.states", Stage::Libvirt, ask, readDomstats};

} // namespace plumbline
