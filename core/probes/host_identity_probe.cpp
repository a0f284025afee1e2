// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     kernel=6.12.43+deb13-amd64
//     hostname=hv3
//     uid=0
// `read` and `echo` are the shell's own: only id and uname cost a process.
static Question ask(const Subject &)
{
    return hostQuestion({},
        {"sh", "-c",
            "read -r b </proc/sys/kernel/random/boot_id; read -r h </proc/sys/kernel/hostname; "
            "read -r k </proc/sys/kernel/osrelease; printf 'kernel=%s\\nhostname=%s\\nuid=%s\\n"
            "user=%s\\nboot_id=%s\\narch=%s\\n' \"$k\" \"$h\" \"$(id -u)\" \"$(id -un)\" \"$b\" "
            "\"$(uname -m)\""});
}

const Probe<HostIdentity> hostIdentity{"host.identity", Stage::HostKernel, ask, readHostIdentity};

} // namespace plumbline
