// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace plumbline {

/// Who a stack belongs to, as the line above it says. `name` lies within that line.
struct TaskIdentity
{
    QByteArrayView name; ///< up to 15 bytes that the process chose: blanks, colons, slashes
    char state = '?';
    std::optional<qint64> pid = std::nullopt;
    std::optional<qint64> tgid = std::nullopt;
    std::optional<int> cpu = std::nullopt;
};

enum class HeaderShape {
    None,
    Garbled, ///< begins like a header and goes on like something else
    Task, ///< one task of a dump; a pid that is missing may follow in the next line
};
/// The lines of sched_show_task, by shape:
///
///     kvm             D ffff88081d896a00     0  6747      1 0x00000000               up to 4.10
///     kworker/u4:2    D    0  1847      2 0x00000000                                 4.11 to 5.7
///     task:jbd2/sda1-8     state:D stack:    0 pid:  161 ppid:     2 flags:0x00004000
///     task:nwipe           state:D stack:0     pid:61181 tgid:61181 ppid:42337 … flags:0x00004000
HeaderShape readTaskHeader(QByteArrayView text, TaskIdentity &task);

/// "CPU: 1 UID: 0 PID: 7 Comm: swapper/1 Not tainted 6.12.107 …", and before 3.9
/// "Pid: 7, comm: kvm Tainted: G …": the task that a processor runs. None if it is no such line.
std::optional<TaskIdentity> readRunningTask(QByteArrayView text);

} // namespace plumbline
