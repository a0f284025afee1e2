// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast a large Show State dump is read and grouped.
//
//     plumbline-bench-tasks make FILE TASKS   a dump: the stacks of a real one over and over, other
//     pids plumbline-bench-tasks read FILE         "tasks read-seconds grouped-seconds peak-KiB
//     unparsed"
#include "formats/task_dump_reader.h"
#include "tasks/stack_groups.h"

#include <QFile>
#include <QList>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>

namespace plumbline {

using Stopwatch = std::chrono::steady_clock;

static double since(Stopwatch::time_point begun)
{
    return std::chrono::duration<double>(Stopwatch::now() - begun).count();
}

/// The blocks of one real SysRq t, without time stamps: header, stack and registers of each task.
static QList<QList<QByteArray>> realTasks()
{
    QFile file(QStringLiteral(FIXTURES_DIR "/task_dumps/sysrq_w_and_t_6.1.txt"));
    QList<QList<QByteArray>> tasks;
    if (!file.open(QIODevice::ReadOnly))
        return tasks;
    bool isState = false;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArray text = line.mid(line.indexOf("] ") + 2);
        isState = isState || text == "sysrq: Show State";
        if (text.startsWith("Sched Debug"))
            break;
        if (isState && text.startsWith("task:"))
            tasks.append(QList<QByteArray>());
        if (!tasks.isEmpty())
            tasks.last().append(text);
    }
    return tasks;
}

static bool make(const char *name, qint64 count)
{
    const QList<QList<QByteArray>> tasks = realTasks();
    QFile file(QString::fromLocal8Bit(name));
    if (tasks.isEmpty() || !file.open(QIODevice::WriteOnly))
        return false;
    qint64 microseconds = 26'792'170;
    const auto write = [&file, &microseconds](const QByteArray &text) {
        char stamp[40];
        microseconds += 37;
        const int size = std::snprintf(stamp, sizeof stamp, "[%5lld.%06lld] ",
            static_cast<long long>(microseconds / 1'000'000),
            static_cast<long long>(microseconds % 1'000'000));
        file.write(stamp, size);
        file.write(text + '\n');
    };
    write("sysrq: Show State");
    for (qint64 i = 0; i < count; ++i) {
        const QList<QByteArray> &task = tasks[i % tasks.size()];
        const QByteArray pid = QByteArray::number(i + 1).leftJustified(6);
        write(task.first().left(task.first().indexOf("pid:") + 4) + pid
            + task.first().mid(task.first().indexOf(" ppid:")));
        for (qsizetype line = 1; line < task.size(); ++line)
            write(task[line]);
    }
    return file.flush();
}

static bool read(const char *name)
{
    QFile file(QString::fromLocal8Bit(name));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto begun = Stopwatch::now();
    TaskDumpReader reader;
    QByteArray piece(256 * 1024, '\0');
    for (qint64 got = file.read(piece.data(), piece.size()); got > 0;
        got = file.read(piece.data(), piece.size()))
        reader.add(QByteArrayView(piece).first(got));
    const TaskDumps dumps = reader.finish();
    const double parsed = since(begun);
    const WaitJudge judge(dumps);
    size_t tasks = 0;
    for (const TaskDump &dump : dumps.dumps) {
        tasks += dump.tasks.size();
        if (groupStacks(dumps, dump, judge).empty())
            return false;
    }
    struct rusage used = {};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("%zu %.3f %.3f %ld %lld\n", tasks, parsed, since(begun), used.ru_maxrss,
        static_cast<long long>(dumps.unparsedLines));
    return true;
}

} // namespace plumbline

int main(int argc, char **argv)
{
    const QByteArrayView what(argc > 2 ? argv[1] : "");
    bool done = false;
    if (what == "make" && argc > 3)
        done = plumbline::make(argv[2], std::atoll(argv[3]));
    else if (what == "read")
        done = plumbline::read(argv[2]);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
