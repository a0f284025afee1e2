// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     r0 node-id:0 role:Primary suspended:no-data
// Netlink to the driver; root only.
static Question ask(const Subject &)
{
    Question question = hostQuestion({}, {"drbdsetup", "status", "--verbose", "--statistics"});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "drbdsetup";
    command.asRoot = true;
    return question;
}

const Probe<DrbdStatus> drbdStatus{"host.drbd-status", Stage::Experiment, ask, readDrbdStatus};

} // namespace plumbline
