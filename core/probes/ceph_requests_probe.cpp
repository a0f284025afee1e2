// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     REQUESTS 1 homeless 0
//     14	osd2	2.a9dcbd6d	2.29	…	rbd_data.10142ae8944a.0000000000000000
//     0x400014	1	write
// Root only, and behind the client's lock: a helper. The subject's path is "FSID.clientID".
static Question ask(const Subject &subject)
{
    Question question = hostQuestion(QString::fromUtf8(subject.path),
        {"cat", "--", "/sys/kernel/debug/ceph/" + subject.path + "/osdc"});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "ceph-osdc";
    command.asRoot = true;
    return question;
}

const Probe<CephRequests> cephRequests{
    "host.ceph-requests", Stage::Experiment, ask, readCephRequests};

} // namespace plumbline
