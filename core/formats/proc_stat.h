// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

namespace plumbline {

// /proc/PID/stat: one line of numbers behind the name in parentheses, which may hold anything.
//
//     341 (qemu-system-x86) S 1 341 341 0 -1 4194560 … 20 0 8 0 8122 …
//
// Kernel: Documentation/filesystems/proc.rst, table 1-4; fs/proc/array.c, do_task_stat.

struct ProcessStat
{
    qint64 pid = 0;
    quint64 startTicks = 0; ///< since boot; with the pid it names a process for good

    friend bool operator==(const ProcessStat &, const ProcessStat &) = default;
};

Result<ProcessStat> readProcStat(QByteArrayView text);

} // namespace plumbline
