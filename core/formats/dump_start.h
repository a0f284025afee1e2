// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace plumbline {

/// Why the kernel printed stacks.
enum class DumpKind {
    ShowState, ///< SysRq t
    ShowBlocked, ///< SysRq w
    ShowRegisters, ///< SysRq p
    CpuBacktrace, ///< SysRq l, and what else asks all processors by NMI
    HungTask,
    SoftLockup,
    HardLockup,
    RcuStall,
    Oops,
    Bug,
    Warning,
    Panic,
    OomKill,
    AllocationFailure,
    CallTrace, ///< a stack of the running task without a reason that is known here
    Tasks, ///< headers of tasks without the line that would say why
};
/// The word for it in JSON: "show-state".
QByteArrayView dumpKindName(DumpKind kind);

/// A line that begins a dump. Views lie within that line.
struct DumpStart
{
    DumpKind kind = DumpKind::CallTrace;
    QByteArrayView name; ///< of the task that the line is about; empty if it names none
    std::optional<qint64> pid = std::nullopt;
    std::optional<int> cpu = std::nullopt;
    std::optional<qint64> seconds = std::nullopt; ///< for which it was blocked or stuck
    bool isAsked = false; ///< by SysRq: a dump even if nothing follows
};
std::optional<DumpStart> readDumpStart(QByteArrayView text);

/// One processor's part: "NMI backtrace for cpu 1", "CPU1:" of SysRq l where there is no NMI.
struct CpuPart
{
    int cpu = 0;
    QByteArrayView idleAt; ///< "default_idle+0x9/0x20" of a processor that was skipped as idle
};
std::optional<CpuPart> readCpuPart(QByteArrayView text);

/// hung_task's line about the lock: "INFO: task a:1 is blocked on a mutex likely owned by task
/// b:2."
struct LockLine
{
    qint64 waiter = 0; ///< pid of the task that waits
    QByteArrayView lock; ///< "mutex", "semaphore", "rw-semaphore"
    QByteArrayView waitsAs; ///< "reader" or "writer" of an rw-semaphore
    QByteArrayView name; ///< the owner; empty where it was not found
    std::optional<qint64> pid = std::nullopt;
    QByteArrayView ownsAs; ///< "reader" or "writer" of an rw-semaphore
};
std::optional<LockLine> readLockLine(QByteArrayView text);

} // namespace plumbline
