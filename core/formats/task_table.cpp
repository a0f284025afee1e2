// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/task_table.h"

#include "formats/line_reader.h"

namespace plumbline {

const ThreadState *TaskTable::thread(qint64 tid) const
{
    for (const ThreadState &thread : threads) {
        if (thread.tid == tid)
            return &thread;
    }
    return nullptr;
}

/// Cuts the last tab-separated field off; nullopt when there is no tab.
static std::optional<QByteArrayView> takeLastField(QByteArrayView &line)
{
    const qsizetype tab = lastIndexOf(line, '\t');
    if (tab < 0)
        return std::nullopt;
    const QByteArrayView field = line.sliced(tab + 1);
    line = line.first(tab);
    return field;
}

static Result<ThreadState> readThread(const LineReader &lines)
{
    // From both ends: only the name in the middle is the process's own choice.
    QByteArrayView rest = lines.line();
    const auto syscall = takeLastField(rest);
    const auto wchan = takeLastField(rest);
    const auto state = takeLastField(rest);
    TextCursor front(rest);
    const auto tid = front.number<qint64>();
    if (!syscall || !wchan || !state || state->size() > 1 || !tid || !front.skip('\t'))
        return lines.unreadable(PHRASE("formats", "a thread's number, name and state"));
    ThreadState thread{.tid = *tid,
        .comm = front.remaining().toByteArray(),
        .state = state->isEmpty() ? '?' : state->front(),
        .wchan = wchan->toByteArray(),
        .syscall = syscall->trimmed().toByteArray(),
        .line = lines.number()};
    if (thread.wchan == "0")
        thread.wchan.clear();
    return thread;
}

Result<TaskTable> readTaskTable(QByteArrayView text)
{
    TaskTable table;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        auto thread = readThread(lines);
        if (!thread)
            return std::unexpected(thread.error());
        table.threads.append(std::move(*thread));
    }
    if (table.threads.isEmpty())
        return unreadableAt(PHRASE("formats", "at least one thread"), 1, 1);
    return table;
}

} // namespace plumbline
