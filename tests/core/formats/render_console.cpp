// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renderings.h"

#include "formats/task_dump.h"

namespace plumbline::tests {

static QByteArray frameText(const StackFrame &frame, quint32 below)
{
    QByteArray text
        = '+' + QByteArray::number(below) + (frame.reliable ? " " : " ? ") + frame.symbol;
    if (frame.size > 0)
        text += "+0x" + QByteArray::number(frame.offset, 16) + "/0x"
            + QByteArray::number(frame.size, 16);
    if (!frame.module.isEmpty())
        text += " [" + frame.module + ']';
    return frame.source.isEmpty() ? text : text + ' ' + frame.source;
}

static void showBlocker(Listing &out, const LockHolder &holder)
{
    out.field("lock", holder.lock).field("waits as", holder.waitsAs).field("owner", holder.comm);
    out.field("owner's pid", holder.pid).field("owns as", holder.ownsAs);
    out.field("blocker's line", holder.line);
}

// A dump says nothing at all where there is none: to the suite that is unreadable.
static QByteArray taskDump(QByteArrayView text)
{
    const TaskDumps dumps = readTaskDumps(text);
    Result<TaskDumps> result = failure(Phrase::verbatim(QStringLiteral("no dump")));
    if (!dumps.dumps.empty() || dumps.unparsedLines > 0)
        result = dumps;
    return rendering(result, [](Listing &out, const TaskDumps &all) {
        for (const TaskDump &dump : all.dumps) {
            out.heading(dumpKindName(dump.kind).toByteArray());
            out.field(" line", dump.line).field(" last line", dump.lastLine);
            out.field(" guest time", dump.guestTime).field(" wall time", dump.wallTime);
            const QList<DumpedTask> tasks(dump.tasks.begin(), dump.tasks.end());
            out.list(" task", tasks, [&all](Listing &task, const DumpedTask &t) {
                task.field("comm", t.comm).field("pid", t.pid).field("tgid", t.tgid);
                task.field("state", t.state)
                    .field("cpu", t.cpu)
                    .field("blocked s", t.blockedSeconds);
                task.field("workqueue", t.workqueue).field("line", t.line);
                task.field("last line", t.lastLine);
                if (t.blocker)
                    showBlocker(task, *t.blocker);
                for (const FramePlace &place : t.frames)
                    task.field("frame", frameText(all.frame(place), place.below));
            });
        }
        out.field("unparsed lines", all.unparsedLines).field("dropped", all.droppedMessages);
    });
}

std::vector<Format> consoleFormats()
{
    return {{"task_dump", taskDump}};
}

} // namespace plumbline::tests
