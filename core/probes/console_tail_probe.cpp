// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

#include "base/text_cursor.h"

#include <algorithm>

namespace plumbline {

//     48213 12
//     [   61.2] INFO: task dd:214 blocked for more than 20 seconds.
// 8 KiB hold a panic with its registers and stack, whose first line is what tells.
// Planned only for a log that does not lie on a network or FUSE mount; a helper all the same.
static constexpr char script[] = "s=$($AS_ROOT \"$(command -v stat)\" -c %s/%Y -- \"$1\") && echo "
                                 "\"${s%/*} $(($(date +%s) - ${s#*/}))\" && "
                                 "$AS_ROOT \"$(command -v tail)\" -c 8192 -- \"$1\"";

static Question ask(const Subject &subject)
{
    Question question
        = hostQuestion(QString::number(subject.pid), {"sh", "-c", script, "sh", subject.path});
    auto &command = std::get<HostCommand>(question.ask);
    command.helper = "console";
    command.children = {"stat", "date", "tail"};
    return question;
}

// What kernels say, by kernel/panic.c, kernel/hung_task.c and init/main.c. A panic reaches from its
// reason to "---[ end Kernel panic"; where the tail begins in the middle, its end tells as well.
static void takeLine(QByteArrayView line, int number, ConsoleTail &console)
{
    if (line.contains("Linux version ")) {
        console.panic = {};
        console.hungTask = {};
    } else if (line.contains("end Kernel panic")) {
        console.panic = {console.panic.first ? console.panic.first : number, number};
    } else if (line.contains("Kernel panic")) {
        console.panic = {number, number};
    } else if (line.contains("blocked for more than")) {
        console.hungTask = {number, number};
    }
}

Result<ConsoleTail> readConsoleTail(QByteArrayView text)
{
    TextCursor cursor(text);
    const auto size = cursor.number<qint64>();
    const auto age = cursor.number<qint64>();
    if (!size || *size < 0 || !age || !cursor.skip('\n'))
        return cursor.unreadable("size and age of the log");
    ConsoleTail console{*size, std::max<qint64>(0, *age), cursor.remaining().toByteArray(), {}, {}};
    for (int number = 2; !cursor.atEnd(); ++number)
        takeLine(cursor.takeLine(), number, console);
    return console;
}

const Probe<ConsoleTail> consoleTail{"console.tail", Stage::Experiment, ask, readConsoleTail};

} // namespace plumbline
