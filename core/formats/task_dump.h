// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/dump_start.h"
#include "formats/frame_table.h"

#include <QList>

namespace plumbline {

// Stacks that a kernel printed: SysRq t, w and l, hung_task, lockups, RCU stalls, oopses. Lines are
// counted from 1.

/// A frame of one task's stack.
struct FramePlace
{
    quint32 frame = 0; ///< index into TaskDumps::frames
    quint32 below = 0; ///< lines below the task's first

    friend bool operator==(const FramePlace &, const FramePlace &) = default;
};

/// What hung_task tells of the lock that a task waits for (CONFIG_DETECT_HUNG_TASK_BLOCKER).
struct LockHolder
{
    QByteArray lock; ///< "mutex", "semaphore", "rw-semaphore"
    QByteArray waitsAs; ///< "reader" or "writer" of an rw-semaphore, else empty
    QByteArray comm; ///< of the likely owner; empty where the kernel found none
    std::optional<qint64> pid = std::nullopt;
    QByteArray ownsAs;
    qint64 line = 0;

    friend bool operator==(const LockHolder &, const LockHolder &) = default;
};

struct DumpedTask
{
    std::optional<qint64> pid = std::nullopt;
    std::optional<qint64> tgid = std::nullopt; ///< since 6.9
    QByteArray comm; ///< may hold any byte but a line end
    char state = '?'; ///< as ps prints it; R for what a processor was running
    std::optional<int> cpu = std::nullopt; ///< that ran it
    std::optional<qint64> blockedSeconds = std::nullopt;
    QByteArray workqueue; ///< "writeback wb_workfn (flush-8:0)"
    std::optional<LockHolder> blocker = std::nullopt;
    qint64 line = 0; ///< of its header
    qint64 lastLine = 0;
    QList<FramePlace> frames; ///< innermost first

    friend bool operator==(const DumpedTask &, const DumpedTask &) = default;
};

struct TaskDump
{
    DumpKind kind = DumpKind::Tasks;
    qint64 line = 0; ///< that says why
    qint64 lastLine = 0;
    std::optional<double> guestTime = std::nullopt; ///< of that line, s since boot
    QByteArray wallTime; ///< as written there; may be empty
    std::vector<DumpedTask> tasks;

    friend bool operator==(const TaskDump &, const TaskDump &) = default;
};

struct TaskDumps
{
    std::vector<TaskDump> dumps;
    std::vector<StackFrame> frames; ///< each different one once
    qint64 lines = 0;
    /// Lines with the marks of a dump that could not be read or belong to no task: torn, mixed with
    /// another writer's, or their beginning was lost.
    qint64 unparsedLines = 0;
    /// "** 12 printk messages dropped **": what the kernel itself says it lost.
    qint64 droppedMessages = 0;

    const StackFrame &frame(const FramePlace &place) const { return frames[place.frame]; }
    friend bool operator==(const TaskDumps &, const TaskDumps &) = default;
};

/// All dumps of a whole text; TaskDumpReader takes it in pieces.
TaskDumps readTaskDumps(QByteArrayView text);

} // namespace plumbline
