// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/dump_builder.h"

#include <algorithm>

namespace plumbline {

// Between the line that says why and its stack stand registers, modules and the list of CPUs of an
// RCU stall. What comes later than this belongs to something else.
static constexpr int mostOtherLines = 200;
// Kernel stacks have 16 KiB; a frame takes 16 bytes at least.
static constexpr qsizetype mostFramesOfTask = 1024;
// PID_MAX_LIMIT of 64-bit kernels.
static constexpr size_t mostTasks = 4 * 1024 * 1024;
static constexpr size_t mostWriters = 64;

static bool hasHeaders(DumpKind kind)
{
    return kind == DumpKind::ShowState || kind == DumpKind::ShowBlocked
        || kind == DumpKind::HungTask || kind == DumpKind::RcuStall || kind == DumpKind::Tasks;
}

static bool asksAllProcessors(DumpKind kind)
{
    return kind == DumpKind::CpuBacktrace || kind == DumpKind::HungTask
        || kind == DumpKind::SoftLockup || kind == DumpKind::HardLockup
        || kind == DumpKind::RcuStall || kind == DumpKind::Panic;
}

void DumpBuilder::setLine(qint64 number, const LogLine &line)
{
    m_line = number;
    m_guestTime = line.guestTime;
    m_wallTime = line.wallTime;
    m_isStamped = line.isStamped();
    if (m_writer->caller == line.caller)
        return;
    const auto writer = std::find_if(m_writers.begin(), m_writers.end(),
        [&line](const Writer &w) { return w.caller == line.caller; });
    if (writer != m_writers.end()) {
        m_writer = &*writer;
        return;
    }
    // A new caller goes on with the newest dump: each processor prints its part by itself.
    Writer fresh;
    fresh.caller = line.caller.toByteArray();
    fresh.dump = m_writer->dump;
    fresh.listing = m_writer->listing;
    if (m_writers.size() >= mostWriters)
        m_writers.erase(m_writers.begin());
    m_writers.push_back(std::move(fresh));
    m_writer = &m_writers.back();
}

void DumpBuilder::setWholeLine(qint64 number, std::optional<double> guestTime, bool isStamped)
{
    m_line = number;
    m_guestTime = guestTime;
    m_isStamped = isStamped;
}

DumpedTask *DumpBuilder::openTask()
{
    return m_writer->task >= 0
        ? &m_dumps.dumps[size_t(m_writer->taskDump)].tasks[size_t(m_writer->task)]
        : nullptr;
}

int DumpBuilder::newDump(DumpKind kind, qint64 line)
{
    TaskDump dump;
    dump.kind = kind;
    dump.line = dump.lastLine = line;
    dump.guestTime = m_guestTime;
    dump.wallTime = m_wallTime.toByteArray();
    m_dumps.dumps.push_back(std::move(dump));
    m_writer->dump = int(m_dumps.dumps.size()) - 1;
    if (hasHeaders(kind))
        m_writer->listing = m_writer->dump;
    return m_writer->dump;
}

// The dump that a line has announced, else a new one.
int DumpBuilder::dumpFor(DumpKind otherwise)
{
    if (!m_writer->pending)
        return newDump(otherwise, m_line);
    const int dump = newDump(m_writer->pending->kind, m_writer->pendingLine);
    m_dumps.dumps.back().guestTime = m_writer->pendingTime;
    return dump;
}

DumpedTask &DumpBuilder::newTask(int dump)
{
    std::vector<DumpedTask> &tasks = m_dumps.dumps[size_t(dump)].tasks;
    // A header that a mail has torn is read a second time, with what follows it.
    if (tasks.empty() || tasks.back().line != m_line || !tasks.back().frames.isEmpty()) {
        tasks.emplace_back();
        ++m_taskCount;
    }
    DumpedTask &task = tasks.back();
    task.line = task.lastLine = m_line;
    task.state = 'R';
    m_dumps.dumps[size_t(dump)].lastLine = m_line;
    if (const auto &pending = m_writer->pending) {
        task.comm = m_writer->pendingName;
        task.pid = pending->pid;
        task.cpu = pending->cpu;
        task.blockedSeconds = pending->seconds;
        m_writer->pending.reset();
    }
    m_writer->taskDump = dump;
    m_writer->task = int(tasks.size()) - 1;
    m_writer->hasStack = false;
    m_writer->isIgnoring = false;
    m_writer->isStamped = m_isStamped;
    m_writer->otherLines = 0;
    m_writer->hasOnlyRegisters = false;
    m_writer->armCaller.clear();
    return task;
}

void DumpBuilder::start(const DumpStart &start)
{
    m_writer->otherLines = 0;
    const bool isSecondWord = start.kind == DumpKind::Oops || start.kind == DumpKind::Panic
        || start.kind == DumpKind::CpuBacktrace;
    if (start.isAsked) {
        stackEnd();
        newDump(start.kind, m_line);
        m_writer->pending.reset();
        return;
    }
    if (isSecondWord && m_writer->pending)
        return; // "BUG: kernel NULL pointer dereference", then "Oops: 0002 [#1]"
    if (start.kind == DumpKind::CpuBacktrace && isWithinDump()
        && asksAllProcessors(m_dumps.dumps[size_t(m_writer->dump)].kind))
        return;
    m_writer->pending = start;
    m_writer->pendingName = start.name.toByteArray();
    m_writer->pendingLine = m_line;
    m_writer->pendingTime = m_guestTime;
    if (start.kind == DumpKind::HungTask && m_taskCount < mostTasks) {
        DumpedTask &task = newTask(dumpFor(start.kind));
        task.state = 'D';
    }
}

void DumpBuilder::header(const TaskIdentity &identity)
{
    const DumpedTask *open = openTask();
    const bool isAnnounced = open && !m_writer->hasStack && open->frames.isEmpty()
        && open->blockedSeconds
        && (identity.pid ? open->pid == identity.pid : open->comm == identity.name);
    if (!isAnnounced) {
        int dump = m_writer->dump;
        if (m_writer->pending && hasHeaders(m_writer->pending->kind))
            dump = dumpFor(DumpKind::Tasks);
        else if (dump < 0 || !hasHeaders(m_dumps.dumps[size_t(dump)].kind))
            dump = m_writer->listing;
        if (m_taskCount < mostTasks)
            newTask(dump < 0 ? newDump(DumpKind::Tasks, m_line) : dump);
    }
    DumpedTask &task = *openTask();
    task.comm = identity.name.toByteArray();
    task.state = identity.state;
    if (identity.pid)
        task.pid = identity.pid;
    task.tgid = identity.tgid;
    task.cpu = identity.cpu;
    task.line = task.lastLine = m_line;
    m_dumps.dumps[size_t(m_writer->taskDump)].lastLine = m_line;
    m_writer->otherLines = 0;
}

void DumpBuilder::runningTask(const TaskIdentity &identity)
{
    DumpedTask *task = openTask();
    const bool isSame = task && !m_writer->hasStack && task->frames.isEmpty()
        && (!task->pid || task->pid == identity.pid);
    if (!isSame) {
        if (m_taskCount >= mostTasks)
            return;
        const bool goesOn = !m_writer->pending && isWithinDump()
            && (m_dumps.dumps[size_t(m_writer->dump)].kind == DumpKind::CpuBacktrace
                || m_dumps.dumps[size_t(m_writer->dump)].kind == DumpKind::ShowRegisters);
        task = &newTask(goesOn ? m_writer->dump : dumpFor(DumpKind::CallTrace));
    }
    task->comm = identity.name.toByteArray();
    task->pid = identity.pid;
    if (identity.cpu)
        task->cpu = identity.cpu;
    task->lastLine = m_line;
    m_writer->otherLines = 0;
}

void DumpBuilder::cpuPart(const CpuPart &part)
{
    if (m_taskCount >= mostTasks)
        return;
    const bool goesOn = !m_writer->pending && isWithinDump()
        && asksAllProcessors(m_dumps.dumps[size_t(m_writer->dump)].kind);
    DumpedTask &task = newTask(goesOn ? m_writer->dump : dumpFor(DumpKind::CpuBacktrace));
    task.cpu = part.cpu;
    if (part.idleAt.isEmpty())
        return;
    if (const FrameLine idle = readFrameLine(part.idleAt); idle.kind == FrameLine::Frame)
        frame(idle, {});
    stackEnd();
}

void DumpBuilder::traceHeading()
{
    m_writer->isIgnoring = false;
    const bool isOpen = m_writer->task >= 0 && !m_writer->hasStack;
    if (!isOpen && !m_writer->pending && isWithinDump() && m_taskCount < mostTasks
        && hasHeaders(m_dumps.dumps[size_t(m_writer->dump)].kind))
        newTask(m_writer->dump).state = '?'; // its header was lost
    else if (!isOpen && m_taskCount < mostTasks)
        newTask(dumpFor(DumpKind::CallTrace));
    m_writer->hasStack = true;
    m_writer->otherLines = 0;
}

void DumpBuilder::workqueue(QByteArrayView text)
{
    if (DumpedTask *task = openTask())
        task->workqueue = text.trimmed().toByteArray();
}

void DumpBuilder::lock(const LockLine &lock)
{
    if (!isWithinDump())
        return;
    for (DumpedTask &task : m_dumps.dumps[size_t(m_writer->dump)].tasks) {
        if (task.pid != lock.waiter)
            continue;
        task.blocker = LockHolder{.lock = lock.lock.toByteArray(),
            .waitsAs = lock.waitsAs.toByteArray(),
            .comm = lock.name.toByteArray(),
            .pid = lock.pid,
            .ownsAs = lock.ownsAs.toByteArray(),
            .line = m_line};
    }
    // The owner's stack follows, with a header of its own.
    stackEnd();
}

bool DumpBuilder::append(quint32 frame)
{
    DumpedTask *task = openTask();
    if (!task || frame == FrameTable::none || task->frames.size() >= mostFramesOfTask)
        return false;
    // The call trace of arm64 begins with the program counter that the registers told already.
    const bool isTold = m_writer->hasOnlyRegisters && task->frames.last().frame == frame;
    if (!isTold)
        task->frames.append({.frame = frame, .below = quint32(m_line - task->line)});
    m_writer->hasOnlyRegisters = false;
    task->lastLine = m_line;
    m_dumps.dumps[size_t(m_writer->taskDump)].lastLine = m_line;
    m_writer->otherLines = 0;
    return true;
}

static StackFrame frameOf(const SymbolText &symbol, const FrameLine &line)
{
    return {.symbol = symbol.name.toByteArray(),
        .offset = symbol.offset,
        .size = symbol.size,
        .module = symbol.module.toByteArray(),
        .source = line.source.toByteArray(),
        .reliable = line.isReliable};
}

bool DumpBuilder::frame(const FrameLine &line, QByteArrayView text)
{
    if (!isStackOpen())
        return false;
    m_writer->hasStack = true;
    if (line.from.isEmpty())
        return append(m_frames.add(frameOf(line.symbol, line), text));
    // The callee was the caller of the line above, where its offset stood.
    const bool isContinued = line.symbol.name == m_writer->armCaller;
    m_writer->armCaller = line.from.name.toByteArray();
    if (!isContinued && !append(m_frames.add(frameOf(line.symbol, line), {})))
        return false;
    return append(m_frames.add(frameOf(line.from, line), {}));
}

bool DumpBuilder::knownFrame(QByteArrayView text)
{
    if (!isStackOpen())
        return false;
    const quint32 known = m_frames.known(text);
    if (known == FrameTable::none || !append(known))
        return false;
    m_writer->hasStack = true;
    return true;
}

bool DumpBuilder::registers(const FrameLine &line)
{
    // Before the call trace they say where it begins; hasStack stays as it is.
    const bool isAppended = append(m_frames.add(frameOf(line.symbol, line), {}));
    m_writer->hasOnlyRegisters = isAppended && openTask()->frames.size() == 1;
    return isAppended;
}

bool DumpBuilder::moduleOfLastFrame(QByteArrayView module)
{
    DumpedTask *task = openTask();
    if (!task || task->frames.isEmpty() || task->line + task->frames.last().below != m_line - 1)
        return false;
    StackFrame whole = m_frames.at(task->frames.last().frame);
    if (!whole.module.isEmpty())
        return false;
    whole.module = module.toByteArray();
    const quint32 frame = m_frames.add(whole, {});
    if (frame != FrameTable::none)
        task->frames.last().frame = frame;
    return true;
}

void DumpBuilder::stackEnd()
{
    m_writer->task = -1;
    m_writer->hasStack = false;
}

void DumpBuilder::lostLines()
{
    // What follows may be the stack of a task whose header was lost.
    stackEnd();
    m_writer->pending.reset();
}

void DumpBuilder::otherLine()
{
    if (++m_writer->otherLines < mostOtherLines)
        return;
    stackEnd();
    m_writer->dump = m_writer->listing = -1;
    m_writer->pending.reset();
}

void DumpBuilder::ignoreStacks()
{
    stackEnd();
    m_writer->isIgnoring = true;
}

TaskDumps DumpBuilder::finish()
{
    std::stable_sort(m_dumps.dumps.begin(), m_dumps.dumps.end(),
        [](const TaskDump &one, const TaskDump &other) { return one.line < other.line; });
    m_dumps.frames = m_frames.take();
    return std::move(m_dumps);
}

} // namespace plumbline
