// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     <domain type='qemu' id='1'>
//       <name>guest1</name>
// Answered from memory while all is well, but measured on libvirt 11.3: while another call waits
// for QEMU's monitor, dumpxml waits for that call's job. So it stands behind the same gate.
static Question ask(const Subject &subject)
{
    Question question
        = virshQuestion(subject, QString::fromUtf8(subject.uuid), "xml", {"dumpxml", subject.uuid});
    std::get<VirshCommand>(question.ask).onlyIfMonitorFree = subject.uuid;
    return question;
}

const Probe<DomainXml> libvirtDomainXml{"libvirt.domain-xml", Stage::Libvirt, ask, readDomainXml};

} // namespace plumbline
