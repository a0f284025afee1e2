// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/tasks_text.h"

#include "incident/diagnosis_text.h"
#include "tasks/dump_comparison.h"
#include "tasks/function_notes.h"
#include "tasks/stack_groups.h"
#include "tasks/wait_chains.h"

#include <QStringList>

#include <algorithm>

namespace plumbline {

// More names than this say nothing that their number does not.
static constexpr size_t mostNames = 8;

static QString nameOf(const QByteArray &comm, const std::optional<qint64> &pid)
{
    const QString name = comm.isEmpty() ? QStringLiteral("?") : printable(QString::fromUtf8(comm));
    return pid ? name + u'[' + QString::number(*pid) + u']' : name;
}

static QString nameOf(const DumpedTask &task)
{
    const QString name = nameOf(task.comm, task.pid);
    return task.cpu ? name + PHRASE("tasks", " on CPU %1").arg(*task.cpu).text() : name;
}

static QString namesOf(const TaskDump &dump, const std::vector<size_t> &tasks)
{
    QStringList names;
    for (const size_t task : tasks) {
        if (size_t(names.size()) < mostNames)
            names.append(nameOf(dump.tasks[task]));
    }
    QString list = names.join(QStringLiteral(", "));
    if (tasks.size() > mostNames)
        list += PHRASE("tasks", " and %1 more").arg(qint64(tasks.size() - mostNames)).text();
    return list;
}

static QString waitText(const WaitVerdict &verdict)
{
    if (!verdict.wait)
        return {};
    const QString wait = QString::fromUtf8(waitName(*verdict.wait));
    return verdict.isReliable ? wait : wait + PHRASE("tasks", ", by unreliable frames only").text();
}

static QString frameText(const StackFrame &frame)
{
    QString line = frame.reliable ? QString() : QStringLiteral("? ");
    line += printable(QString::fromUtf8(frame.symbol));
    if (frame.size > 0)
        line += QStringLiteral("+0x%1/0x%2").arg(frame.offset, 0, 16).arg(frame.size, 0, 16);
    if (!frame.module.isEmpty())
        line += QStringLiteral(" [") + QString::fromUtf8(frame.module) + u']';
    return frame.source.isEmpty() ? line : line + u' ' + QString::fromUtf8(frame.source);
}

static void writeGroup(
    const TaskDumps &dumps, const TaskDump &dump, const StackGroup &group, const TextSink &sink)
{
    const DumpedTask &first = dump.tasks[group.tasks.front()];
    QStringList lines;
    QString head
        = QStringLiteral("  %1 × %2").arg(group.tasks.size()).arg(QLatin1Char(group.state));
    if (const QString wait = waitText(group.wait); !wait.isEmpty())
        head += QStringLiteral("  ") + wait;
    lines.append(head);
    lines.append(QStringLiteral("    ") + namesOf(dump, group.tasks)
        + PHRASE("tasks", ", line %1").arg(first.line).text());
    for (qsizetype i = 0; i < first.frames.size(); ++i) {
        const StackFrame &frame = dumps.frame(first.frames[i]);
        const bool decides = group.wait.wait && i == group.wait.frame;
        QString line
            = QStringLiteral("    %1 ").arg(QLatin1Char(decides ? '>' : ' ')) + frameText(frame);
        if (const Phrase note = functionNote(frame.symbol); decides && !note.isEmpty())
            line += QStringLiteral("   ") + note.text();
        lines.append(line);
    }
    sink(lines.join(u'\n').toUtf8() + "\n");
}

static void writeChains(const TaskDumps &dumps, const WaitJudge &judge, const TextSink &sink)
{
    const std::vector<WaitChain> chains = waitChains(dumps, judge);
    if (!chains.empty())
        sink(PHRASE("tasks", "who likely waits for whom:").text().toUtf8() + "\n");
    for (const WaitChain &chain : chains) {
        QStringList steps;
        for (const ChainLink &link : chain.links) {
            const QString name = nameOf(link.comm, link.pid);
            if (link.reason == ChainLink::OwnsLock)
                steps.append(PHRASE("tasks", "%1 (owns the %2, line %3)")
                        .arg(name)
                        .arg(QString::fromUtf8(link.lock))
                        .arg(link.line)
                        .text());
            else if (link.reason == ChainLink::CommitsJournal)
                steps.append(PHRASE("tasks", "%1 (commits the journal, line %2)")
                        .arg(name)
                        .arg(link.line)
                        .text());
            else
                steps.append(name);
        }
        QString line = QStringLiteral("  ") + steps.join(QStringLiteral(" → "));
        if (chain.isCircle)
            line += PHRASE("tasks", ": a circle").text();
        sink(line.toUtf8() + "\n");
    }
}

static void writeLosses(const TaskDumps &dumps, const TextSink &sink)
{
    if (dumps.unparsedLines > 0) {
        const Phrase losses
            = PHRASE("tasks", "lines that look like parts of a dump and could not be read: %1");
        sink(losses.arg(dumps.unparsedLines).text().toUtf8() + "\n");
    }
    if (dumps.droppedMessages > 0) {
        const Phrase losses
            = PHRASE("tasks", "messages that the kernel itself says it dropped: %1");
        sink(losses.arg(dumps.droppedMessages).text().toUtf8() + "\n");
    }
}

void writeTasksText(const TaskDumps &dumps, const TasksView &view, const TextSink &sink)
{
    const WaitJudge judge(dumps);
    if (dumps.dumps.empty())
        sink(PHRASE("tasks", "No task dump was found.").text().toUtf8() + "\n");
    for (const TaskDump &dump : dumps.dumps) {
        QString head = QString::fromUtf8(dumpKindName(dump.kind));
        head += PHRASE("tasks", ", line %1").arg(dump.line).text();
        if (dump.guestTime)
            head += PHRASE("tasks", ", guest time %1 s").arg(*dump.guestTime, 6).text();
        if (!dump.wallTime.isEmpty())
            head += QStringLiteral(", ") + printable(QString::fromUtf8(dump.wallTime));
        head += PHRASE("tasks", ", tasks: %1").arg(qint64(dump.tasks.size())).text();
        sink(head.toUtf8() + "\n");
        for (const StackGroup &group : groupStacks(dumps, dump, judge)) {
            if (!view.blockedOnly || group.state == 'D')
                writeGroup(dumps, dump, group, sink);
        }
        sink("\n");
    }
    writeChains(dumps, judge, sink);
    writeLosses(dumps, sink);
}

static void writePairs(const Phrase &title, const std::vector<TaskPair> &pairs,
    const TasksView &view, const WaitJudge &judge, const TextSink &sink)
{
    QStringList lines;
    for (const TaskPair &pair : pairs) {
        const DumpedTask &task = pair.after ? *pair.after : *pair.before;
        if (view.blockedOnly && task.state != 'D')
            continue;
        QString line = QStringLiteral("  %1 ").arg(QLatin1Char(task.state)) + nameOf(task);
        if (const QString wait = waitText(judge.judge(task)); !wait.isEmpty())
            line += QStringLiteral("  ") + wait;
        lines.append(line);
    }
    if (!lines.isEmpty())
        sink((title.arg(lines.size()).text() + u'\n' + lines.join(u'\n')).toUtf8() + "\n\n");
}

void writeComparisonText(
    const TaskDumps &before, const TaskDumps &after, const TasksView &view, const TextSink &sink)
{
    const DumpComparison comparison = compareDumps(before, after);
    const WaitJudge judge(after);
    const WaitJudge judgeBefore(before);
    writePairs(PHRASE("tasks", "did not move (%1):"), comparison.unmoved, view, judge, sink);
    writePairs(PHRASE("tasks", "moved (%1):"), comparison.moved, view, judge, sink);
    writePairs(PHRASE("tasks", "only in the second (%1):"), comparison.fresh, view, judge, sink);
    writePairs(
        PHRASE("tasks", "only in the first (%1):"), comparison.gone, view, judgeBefore, sink);
    writeLosses(before, sink);
    writeLosses(after, sink);
}

} // namespace plumbline
