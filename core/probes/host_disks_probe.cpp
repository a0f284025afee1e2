// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//      254       0 vda 107049 15887 11624502 120386 373983 …
static Question ask(const Subject &)
{
    return hostQuestion({}, {"cat", "/proc/diskstats"});
}

const Probe<DiskTable> hostDisks{"host.disks", Stage::HostKernel, ask, readDiskstats};

} // namespace plumbline
