// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/task_dump_reader.h"

#include "formats/log_times.h"

#include <algorithm>

namespace plumbline {

static constexpr qsizetype longestLine = 64 * 1024;
// What a mail tears is no longer than a kernel's line, which ends at 1 KiB.
static constexpr qsizetype longestTorn = 1024;

static QByteArrayView trimmedFront(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    return text;
}

static bool startsWithAny(QByteArrayView text, std::initializer_list<QByteArrayView> words)
{
    return std::any_of(
        words.begin(), words.end(), [text](QByteArrayView w) { return text.startsWith(w); });
}

static bool isTraceHeading(QByteArrayView text)
{
    return startsWithAny(text, {"Call Trace:", "Call trace:", "Backtrace:"})
        && trimmedFront(text.sliced(text.indexOf(':') + 1)).isEmpty();
}

// What stands above stacks that are not those of a task that waits or runs now.
static bool announcesOtherStacks(QByteArrayView text)
{
    return startsWithAny(text,
        {"-> #", "Allocated by task", "Freed by task", "allocated by task", "freed by task",
            "Last potentially related work", "Second to last potentially", "Preemption disabled at",
            "Uninit was", "backtrace", "hardirqs last", "softirqs last"});
}

// Two of the kernel's lines on one.
static bool holdsPrintkStamp(QByteArrayView text)
{
    for (qsizetype at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
        if (isPrintkStamp(text.sliced(at)))
            return true;
    }
    return false;
}

// Lines that mention a function in a sentence.
static bool isSentence(QByteArrayView text)
{
    return text.contains(", at: ")
        || startsWithAny(text,
            {"RIP", "EIP", "NIP", "LR ", "lr ", "ra ", "PC is", "Code:", "#", "calling ",
                "initcall ", "BUG:", "WARNING:", "kernel BUG", "hardirqs last", "softirqs last",
                "Stopper:", "Workqueue:", "irq event", "INFO:", "rcu:"});
}

void TaskDumpReader::add(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView piece = end < 0 ? bytes : bytes.first(end);
        const qsizetype room = longestLine - m_partial.size();
        if (end < 0 || !m_partial.isEmpty())
            m_partial.append(piece.first(std::min(piece.size(), room)));
        if (end < 0)
            return;
        readLine(m_partial.isEmpty() ? piece.first(std::min(piece.size(), longestLine))
                                     : QByteArrayView(m_partial));
        m_partial.resize(0);
        bytes = bytes.sliced(end + 1);
    }
}

void TaskDumpReader::readLine(QByteArrayView line)
{
    ++m_line;
    const QByteArray clean = withoutControls(line);
    m_logLine = readLogLine(clean);
    m_isGarbled = false;
    const QByteArrayView text = m_logLine.text;
    m_builder.setLine(m_line, m_logLine);
    if (m_logLine.before.startsWith("** "))
        countDropped(m_logLine.before);
    if (m_beforeIsUnparsed && readWithLineBefore(text))
        return;
    if (m_builder.knownFrame(text) || readText(text))
        return;
    if (!m_beforeIsUnparsed && readWithLineBefore(text))
        return;
    judgeRest(text);
}

bool TaskDumpReader::readText(QByteArrayView text)
{
    if (text.isEmpty())
        return true;
    TaskIdentity task;
    const HeaderShape shape = readTaskHeader(text, task);
    m_isGarbled = shape == HeaderShape::Garbled;
    if (m_isGarbled)
        m_builder.stackEnd(); // what follows is not the stack of the task before
    if (shape == HeaderShape::Task) {
        m_builder.header(task);
        if (!task.pid)
            keep(text, false); // "… pid:", and the number on a mail's next line
        return true;
    }
    return readEvent(text) || readFrame(text);
}

bool TaskDumpReader::readFrame(QByteArrayView text)
{
    const FrameLine line = readFrameLine(text);
    switch (line.kind) {
    case FrameLine::Frame:
        // Without an offset it could be prose; within a stack a tool has put its source there.
        if (line.symbol.size == 0 && line.from.isEmpty() && !line.symbol.name.startsWith("0x")
            && !m_builder.isStackOpen())
            return false;
        if (!m_builder.frame(line, text) && !m_builder.isIgnoring())
            ++m_unparsed;
        return true;
    case FrameLine::StackEnd:
        m_builder.stackEnd();
        return true;
    case FrameLine::Marker:
        return true;
    case FrameLine::ModuleOnly:
        return !m_logLine.isStamped() && m_builder.moduleOfLastFrame(line.symbol.module);
    case FrameLine::Garbled:
    case FrameLine::Cut:
        m_isGarbled = m_isGarbled || m_builder.isWithinDump();
        break;
    case FrameLine::None:
        break;
    }
    return false;
}

bool TaskDumpReader::readEvent(QByteArrayView text)
{
    if (text.front() == ' ')
        return false;
    if (const auto task = readRunningTask(text)) {
        m_builder.runningTask(*task);
    } else if (const auto part = readCpuPart(text)) {
        m_builder.cpuPart(*part);
    } else if (isTraceHeading(text)) {
        m_builder.traceHeading();
    } else if (text.startsWith("Workqueue: ")) {
        m_builder.workqueue(text.sliced(11));
    } else if (const auto start = readDumpStart(text)) {
        m_builder.start(*start);
    } else if (const auto lock = readLockLine(text)) {
        m_builder.lock(*lock);
    } else if (const FrameLine pointer = readInstructionPointer(text);
        pointer.kind == FrameLine::Frame && m_builder.isStackOpen()) {
        m_builder.registers(pointer);
    } else {
        return false;
    }
    return true;
}

// A mail tears long lines at a blank or, where there is none, anywhere.
bool TaskDumpReader::readWithLineBefore(QByteArrayView text)
{
    if (m_logLine.isStamped() || m_beforeLine != m_line - 1 || m_before.isEmpty() || text.isEmpty()
        || text.size() > longestTorn)
        return false;
    const bool wasUnparsed = m_beforeIsUnparsed;
    const bool isGarbled = m_isGarbled;
    const QByteArray before = m_before;
    const QByteArrayView behind = trimmedFront(text);
    m_builder.setWholeLine(m_beforeLine, m_beforeTime, m_beforeIsStamped);
    const bool isWhole = readText(QByteArray(before + ' ').append(behind))
        || (wasUnparsed && readText(QByteArray(before).append(behind)));
    m_builder.setLine(m_line, m_logLine);
    if (isWhole && wasUnparsed)
        --m_unparsed;
    if (isWhole)
        m_beforeIsUnparsed = false;
    m_isGarbled = isGarbled;
    return isWhole;
}

// What is no part of a dump, and what should have been one.
void TaskDumpReader::judgeRest(QByteArrayView text)
{
    const QByteArrayView words = trimmedFront(text);
    if (words.startsWith("** "))
        countDropped(words);
    else if (announcesOtherStacks(words))
        m_builder.ignoreStacks();
    else if (words.startsWith("---[ end trace"))
        m_builder.stackEnd();
    const bool isMixed = m_builder.isWithinDump() && holdsPrintkStamp(words);
    const bool isUnparsed = isMixed || (m_isGarbled && !isSentence(words));
    if (isUnparsed)
        ++m_unparsed;
    keep(text, isUnparsed);
    m_builder.otherLine();
}

void TaskDumpReader::keep(QByteArrayView text, bool isUnparsed)
{
    m_before.resize(0);
    m_before.append(text.first(std::min(text.size(), longestTorn)));
    m_beforeLine = m_line;
    m_beforeTime = m_logLine.guestTime;
    m_beforeIsStamped = m_logLine.isStamped();
    m_beforeIsUnparsed = isUnparsed;
}

// "** 12 printk messages dropped **"; some kernels go on with the next message on the same line.
void TaskDumpReader::countDropped(QByteArrayView text)
{
    TextCursor cursor(text.sliced(3));
    const auto count = cursor.number<quint32>();
    if (!count || !cursor.skip(" printk messages dropped"))
        return;
    m_dropped += *count;
    m_builder.lostLines();
}

TaskDumps TaskDumpReader::finish()
{
    if (!m_partial.isEmpty())
        readLine(m_partial);
    TaskDumps dumps = m_builder.finish();
    dumps.lines = m_line;
    dumps.unparsedLines = m_unparsed;
    dumps.droppedMessages = m_dropped;
    return dumps;
}

TaskDumps readTaskDumps(QByteArrayView text)
{
    TaskDumpReader reader;
    reader.add(text);
    return reader.finish();
}

} // namespace plumbline
