// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_logs.h"

#include "exit_status.h"
#include "file_pieces.h"
#include "formats/task_dump_reader.h"
#include "incident/diagnosis_text.h"
#include "incident/events_json.h"
#include "incident/events_text.h"
#include "incident/tasks_json.h"
#include "incident/tasks_text.h"

#include <cstdio>

namespace plumbline {

static int cannotRead(const Error &error)
{
    std::fprintf(stderr, "plumbline-cli: %s\n", printable(error.text()).toUtf8().constData());
    return exit_status::noInput;
}

static void print(QByteArrayView text)
{
    std::fwrite(text.data(), 1, size_t(text.size()), stdout);
}

int runEvents(const CliOptions &options)
{
    EventScan scan;
    const Result<void> read
        = readPieces(options.files.first(), [&scan](QByteArrayView piece) { scan.append(piece); });
    if (!read)
        return cannotRead(read.error());
    scan.finish();
    if (options.json)
        writeEventsJson(scan, print);
    else
        writeEventsText(scan, print);
    return std::fflush(stdout) == 0 ? 0 : exit_status::cannotWrite;
}

static void printComparison(
    const TaskDumps &before, const TaskDumps &after, bool json, const TasksView &view)
{
    if (json)
        writeTasksJson(before, after, view, print);
    else
        writeComparisonText(before, after, view, print);
}

int runTasks(const CliOptions &options)
{
    std::vector<TaskDumps> texts;
    for (const QString &file : options.files) {
        TaskDumpReader reader;
        const Result<void> read
            = readPieces(file, [&reader](QByteArrayView piece) { reader.add(piece); });
        if (!read)
            return cannotRead(read.error());
        texts.push_back(reader.finish());
    }
    const TasksView view{.blockedOnly = options.blocked};
    if (texts.size() == 2)
        printComparison(texts.front(), texts.back(), options.json, view);
    else if (options.json)
        writeTasksJson(texts.front(), view, print);
    else
        writeTasksText(texts.front(), view, print);
    return std::fflush(stdout) == 0 ? 0 : exit_status::cannotWrite;
}

} // namespace plumbline
