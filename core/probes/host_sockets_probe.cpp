// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

// Whose sockets they are only root is told of all processes.
static Question asRoot(Question question)
{
    auto &command = std::get<HostCommand>(question.ask);
    command.asRoot = true;
    // sudo itself may hang, where it asks a directory server: nothing else waits for it.
    command.helper = "ss";
    return question;
}

//     u_str ESTAB 3128 0 /run/nbd.sock 98869 * 98868 users:(("nbdkit",pid=78,fd=6))
// Netlink, no file system: safe in every stall. -a would add listeners, which hold no requests.
static Question askUnix(const Subject &)
{
    return asRoot(hostQuestion({}, {"ss", "-xnpe"}));
}

//     ESTAB 0 0 10.0.0.1:40312 10.0.0.2:10809 users:(("qemu-system-x86",pid=470,fd=15)) timer:…
static Question askTcp(const Subject &)
{
    return asRoot(hostQuestion({}, {"ss", "-tnpieo"}));
}

const Probe<SocketTable> hostUnixSockets{
    "host.unix-sockets", Stage::HostKernel, askUnix, readSocketTable};
const Probe<SocketTable> hostTcpSockets{
    "host.tcp-sockets", Stage::HostKernel, askTcp, readSocketTable};

} // namespace plumbline
