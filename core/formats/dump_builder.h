// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/log_line.h"
#include "formats/task_dump.h"
#include "formats/task_header.h"

namespace plumbline {

/// Puts what single lines say together to dumps. It knows for each writer (the callers that
/// CONFIG_PRINTK_CALLER names, else one for all) which task is open, so that two processors that
/// print at the same time are told apart where the kernel lets us.
class DumpBuilder
{
public:
    /// All that follows is about this line.
    void setLine(qint64 number, const LogLine &line);
    /// All that follows is about the line before, which a mail had torn from this one.
    void setWholeLine(qint64 number, std::optional<double> guestTime, bool isStamped);

    void start(const DumpStart &start);
    void header(const TaskIdentity &task);
    void runningTask(const TaskIdentity &task);
    void cpuPart(const CpuPart &part);
    void traceHeading();
    void workqueue(QByteArrayView text);
    void lock(const LockLine &lock);
    /// False when the frame belongs to no task, or to more frames than a stack can have.
    bool frame(const FrameLine &frame, QByteArrayView text);
    /// The same for a line whose bytes have been a frame before; false if they have not.
    bool knownFrame(QByteArrayView text);
    bool registers(const FrameLine &frame);
    /// The module that a mail's line end tore off the last frame.
    bool moduleOfLastFrame(QByteArrayView module);
    void stackEnd();
    void lostLines();
    /// A line that has nothing to do with dumps; after many of them a dump is over.
    void otherLine();
    /// Stacks of somebody's past, such as where KASAN's object was allocated, follow.
    void ignoreStacks();

    /// Whether a frame in this line would belong to a task. One without a time stamp, in a stack
    /// that has them, is the rest of some line that another writer has torn.
    bool isStackOpen() const
    {
        return m_writer->task >= 0 && (m_isStamped || !m_writer->isStamped);
    }
    bool isWithinDump() const { return m_writer->dump >= 0; }
    bool isIgnoring() const { return m_writer->isIgnoring; }

    TaskDumps finish();

private:
    struct Writer
    {
        QByteArray caller;
        int dump = -1; ///< the newest, as long as it may go on
        int listing = -1; ///< the newest whose tasks have headers
        int taskDump = -1; ///< where the open task is
        int task = -1;
        std::optional<DumpStart> pending; ///< of a dump that no stack has followed yet
        QByteArray pendingName;
        qint64 pendingLine = 0;
        std::optional<double> pendingTime;
        bool hasStack = false; ///< the open task's call trace has begun
        bool hasOnlyRegisters = false; ///< its one frame came from them
        bool isIgnoring = false;
        bool isStamped = false; ///< the open task's first line: so must its others be
        int otherLines = 0;
        QByteArray armCaller; ///< the symbol from which the last arm32 frame was called
    };

    DumpedTask *openTask();
    int newDump(DumpKind kind, qint64 line);
    int dumpFor(DumpKind otherwise);
    DumpedTask &newTask(int dump);
    bool append(const StackFrame &frame, QByteArrayView line);
    bool append(quint32 frame);

    TaskDumps m_dumps;
    FrameTable m_frames;
    std::vector<Writer> m_writers{1};
    Writer *m_writer = m_writers.data();
    qint64 m_line = 0;
    bool m_isStamped = false;
    std::optional<double> m_guestTime;
    QByteArrayView m_wallTime; // of the current line
    size_t m_taskCount = 0;
};

} // namespace plumbline
