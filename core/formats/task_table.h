// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// Plumbline's own listing of a process's threads, tab-separated: tid, comm, state, wchan and the
// syscall file as they stand in /proc/PID/task/TID/.
//
//     470	qemu-system-x86	S	poll_schedule_timeout.constprop.0	271 0x561ebcd37580
//     0x4b … 473	IO iothread1	S	poll_schedule_timeout.constprop.0	271
//     0x7f62d8000bb0 0x4 … 498	CPU 0/KVM	R	0	running 471	worker	D	0
//     (without the right to read wchan and syscall)
//
// Kernel: Documentation/filesystems/proc.rst; the syscall file holds "running", "-1 SP PC" for a
// thread blocked outside a system call, or a number, six arguments, SP and PC (fs/proc/base.c).

struct ThreadState
{
    qint64 tid = 0;
    QByteArray comm;
    char state = '?'; ///< '?' when the thread was gone before its state was read
    QByteArray wchan; ///< kernel function it sleeps in; empty when not known
    QByteArray syscall; ///< the line as it is; empty when not known
    int line = 0;

    friend bool operator==(const ThreadState &, const ThreadState &) = default;
};

struct TaskTable
{
    QList<ThreadState> threads;

    const ThreadState *thread(qint64 tid) const;
    friend bool operator==(const TaskTable &, const TaskTable &) = default;
};

Result<TaskTable> readTaskTable(QByteArrayView text);

} // namespace plumbline
