// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"

namespace plumbline {

const QList<const ProbeBase *> &probeCatalogue()
{
    static const QList<const ProbeBase *> all{&hostIdentity, &qemuProcesses, &libvirtDomains,
        &libvirtStates, &libvirtDomainXml, &libvirtDomainState, &libvirtDomainControl,
        &guestAgentPing, &qemuStatus, &qemuBlockstats, &qemuVirtioDevices, &qemuVirtioStatus,
        &qemuVirtqueue, &qemuVhostQueue, &qemuMemory, &processStatus, &processStart,
        &processThreads, &processMounts, &processNfsStats, &hostDisks, &hostBlockStack,
        &hostUnixSockets, &hostTcpSockets, &consoleTail, &deviceNode, &hostMultipath, &cephRequests,
        &drbdStatus, &mountAnswers};
    return all;
}

} // namespace plumbline
