// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// Plumbline's own listing of processes with their arguments, made from /proc/PID/{status,stat,
// cmdline}. `tr '\0\n' '\n\1'` makes each argument one line; a line end inside one becomes \x01.
//
//     pid 470
//     uid 64055
//     state S
//     start 8122
//     cwd /var/lib/libvirt
//     args 3
//     /usr/bin/qemu-system-x86_64
//     -name
//     guest=guest1,debug-threads=on
//     end
//
// The folder (a link of /proc) is left out in older recordings and empty without the right to read
// it. The count says how many lines are arguments, so that an argument that reads "end" or "pid 1"
// is nothing but an argument.

struct ListedProcess
{
    qint64 pid = 0;
    qint64 uid = -1;
    char state = '?';
    quint64 startTicks = 0; ///< since boot; with the pid it names a process for good
    QByteArray folder; ///< where its relative paths begin; empty when not known
    QList<QByteArray> arguments; ///< empty for kernel threads and zombies
    int line = 0; ///< of the pid line

    friend bool operator==(const ListedProcess &, const ListedProcess &) = default;
};

struct ProcessList
{
    QList<ListedProcess> processes;

    friend bool operator==(const ProcessList &, const ProcessList &) = default;
};

/// A listing cut off in the middle is an error: what is missing cannot be told from what is not
/// there.
Result<ProcessList> readProcessList(QByteArrayView text);

} // namespace plumbline
