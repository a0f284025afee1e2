// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace plumbline {

// /proc/PID/status
//
//     Name:   qemu-system-x86
//     State:  T (stopped)
//     Tgid:   341
//     TracerPid:      0
//     Uid:    64055   64055   64055   64055
//     Threads:        8
//
// Kernel: Documentation/filesystems/proc.rst, table 1-2; fs/proc/array.c.

struct ProcessStatus
{
    QByteArray name; ///< the first 15 bytes of the program's name, escapes undone
    char state = '?'; ///< R S D T t Z X I P: fs/proc/array.c, task_state_array
    QByteArray stateText; ///< "T (stopped)"
    qint64 pid = 0;
    qint64 parentPid = 0;
    qint64 tracerPid = 0; ///< 0: nobody traces it
    qint64 uid = -1; ///< real
    qint64 effectiveUid = -1;
    qint64 threads = 0;
    std::optional<qint64> residentKib; ///< VmRSS, which kernel threads and zombies lack
    int stateLine = 0;
    int tracerLine = 0;

    friend bool operator==(const ProcessStatus &, const ProcessStatus &) = default;
};

Result<ProcessStatus> readProcStatus(QByteArrayView text);

} // namespace plumbline
