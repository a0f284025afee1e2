// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     vda              0.00      0.00     0.00   0.00    0.00     0.00    0.00 …    0.00   0.00
// For recorded incidents, to which people bring what they had: live, /proc/diskstats holds the same
// counters, costs no second and sees what is in flight.
static Question ask(const Subject &)
{
    return hostQuestion({}, {"iostat", "-d", "-x", "-y", "1", "1"});
}

const Probe<IostatReport> hostIostat{"host.iostat", Stage::HostKernel, ask, readIostat};

} // namespace plumbline
