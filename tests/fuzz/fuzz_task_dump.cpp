// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in pieces is what comes at once, and all line numbers are those of the text.
#include "formats/task_dump_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace plumbline;

static void require(bool condition)
{
    if (!condition)
        std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    const TaskDumps whole = readTaskDumps(text);
    TaskDumpReader pieces;
    for (qsizetype at = 0; at < text.size(); at += 7)
        pieces.add(text.sliced(at, std::min<qsizetype>(7, text.size() - at)));
    require(pieces.finish() == whole);
    require(whole.unparsedLines >= 0 && whole.unparsedLines <= whole.lines);
    for (const TaskDump &dump : whole.dumps) {
        require(dump.line >= 1 && dump.lastLine >= dump.line && dump.lastLine <= whole.lines);
        for (const DumpedTask &task : dump.tasks) {
            require(task.line >= dump.line && task.lastLine >= task.line);
            for (const FramePlace &place : task.frames)
                require(
                    place.frame < whole.frames.size() && task.line + place.below <= task.lastLine);
        }
    }
    return 0;
}
