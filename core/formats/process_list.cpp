// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/process_list.h"

#include "formats/line_reader.h"

namespace plumbline {

/// The text behind "key " on this line.
static std::optional<QByteArrayView> valueHere(const LineReader &lines, QByteArrayView key)
{
    if (lines.isCut() || !lines.line().startsWith(key))
        return std::nullopt;
    return lines.line().sliced(key.size()).trimmed();
}

/// The same on the next one.
static std::optional<QByteArrayView> takeValue(LineReader &lines, QByteArrayView key)
{
    return lines.next() ? valueHere(lines, key) : std::nullopt;
}

static Result<ListedProcess> readProcess(LineReader &lines)
{
    TextCursor first(lines.line());
    const auto pid = first.skip("pid ") ? toNumber<qint64>(first.word()) : std::nullopt;
    if (!pid || *pid <= 0 || lines.isCut())
        return lines.unreadable(PHRASE("formats", "a process's number"));
    ListedProcess process;
    process.pid = *pid;
    process.line = lines.number();

    // Each may be empty: the process can end between two reads.
    const auto uid = takeValue(lines, "uid");
    const auto state = uid ? takeValue(lines, "state") : std::nullopt;
    const auto start = state ? takeValue(lines, "start") : std::nullopt;
    // Where recordings of old begin with the arguments, others say where their paths begin.
    const auto folder = start ? takeValue(lines, "cwd") : std::nullopt;
    const auto count = folder ? takeValue(lines, "args")
        : start               ? valueHere(lines, "args")
                              : std::nullopt;
    const auto arguments = count ? toNumber<qsizetype>(*count) : std::nullopt;
    if (!arguments || *arguments < 0)
        return lines.unreadable(PHRASE("formats", "uid, state, start and number of arguments"));
    process.uid = toNumber<qint64>(*uid).value_or(-1);
    process.state = state->isEmpty() ? '?' : state->front();
    process.startTicks = toNumber<quint64>(*start).value_or(0);
    if (folder && folder->startsWith('/'))
        process.folder = folder->toByteArray().replace('\1', '\n');

    const auto append
        = [&] { process.arguments.append(lines.line().toByteArray().replace('\1', '\n')); };
    for (qsizetype i = 0; i < *arguments; ++i) {
        if (!lines.next() || lines.isCut())
            return lines.unreadable(PHRASE("formats", "%1 arguments").arg(qint64(*arguments)));
        append();
    }
    // A process that rewrote its own arguments may leave the last one without its end.
    if (lines.next() && !lines.isCut() && lines.line() != "end") {
        if (!lines.line().isEmpty())
            append();
        lines.next();
    }
    if (lines.line() != "end" || lines.isCut())
        return lines.unreadable(PHRASE("formats", "the end of a process"));
    return process;
}

Result<ProcessList> readProcessList(QByteArrayView text)
{
    ProcessList list;
    LineReader lines(text);
    while (lines.next()) {
        // An unended last argument that reads "end" leaves the real end behind.
        if (lines.line().isEmpty() || lines.line() == "end")
            continue;
        auto process = readProcess(lines);
        if (!process)
            return std::unexpected(process.error());
        list.processes.append(std::move(*process));
    }
    return list;
}

} // namespace plumbline
