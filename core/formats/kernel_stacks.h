// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// Plumbline's own listing of where threads wait in the kernel: tid, state and comm, and below each
// the lines of /proc/PID/task/TID/stack behind a tab. The file is for CAP_SYS_ADMIN alone; none of
// its lines without it.
//
//     341	D	qemu-system-x86
//     	[<0>] rpc_wait_bit_killable+0x11/0x60 [sunrpc]
//     	[<0>] nfs_getattr+0x1a7/0x3c0 [nfs]

struct KernelStack
{
    qint64 tid = 0;
    char state = '?';
    QByteArray comm;
    /// "nfs_getattr", innermost first; empty when the file may not be read or the thread ran.
    QList<QByteArray> functions;
    int line = 0;
    int lastLine = 0;

    friend bool operator==(const KernelStack &, const KernelStack &) = default;
};

struct KernelStacks
{
    QList<KernelStack> threads;

    const KernelStack *thread(qint64 tid) const;
    friend bool operator==(const KernelStacks &, const KernelStacks &) = default;
};

Result<KernelStacks> readKernelStacks(QByteArrayView text);

} // namespace plumbline
