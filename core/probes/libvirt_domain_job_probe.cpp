// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     Job type:         Unbounded
//     Operation:        Outgoing migration
// Waits for the domain's lock while another call holds it (measured on libvirt 11.3: during a
// suspend, reset or snapshot that hangs), so it follows dumpxml behind the same gate. That it does
// not answer though the gate was open tells of a holder that is not waiting for the monitor.
static Question ask(const Subject &subject)
{
    Question question = virshQuestion(
        subject, QString::fromUtf8(subject.uuid), "xml", {"domjobinfo", subject.uuid});
    std::get<VirshCommand>(question.ask).onlyIfMonitorFree = subject.uuid;
    return question;
}

const Probe<DomainJob> libvirtDomainJob{"libvirt.domain-job", Stage::Libvirt, ask, readDomjobinfo};

} // namespace plumbline
