// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/proc_stat.h"

#include "formats/line_reader.h"

namespace plumbline {

// Of the words behind the name, state the first.
static constexpr int startTimeWord = 20;

Result<ProcessStat> readProcStat(QByteArrayView text)
{
    const auto expected = PHRASE("formats", "a process's number, name and start");
    TextCursor cursor(text);
    const auto pid = cursor.number<qint64>();
    // A name may hold parentheses, and a line end on old kernels; what follows it never does.
    const qsizetype nameEnd = lastIndexOf(text, ')');
    if (!pid || *pid <= 0 || !cursor.skip(" (") || nameEnd < 0 || !text.endsWith('\n'))
        return unreadableAt(expected, 1, 1);
    TextCursor fields(text.sliced(nameEnd + 1));
    QByteArrayView word;
    for (int i = 0; i < startTimeWord; ++i)
        word = fields.word();
    const auto start = toNumber<quint64>(word);
    if (!start)
        return unreadableAt(expected, cursor.line(), nameEnd + 2);
    return ProcessStat{*pid, *start};
}

} // namespace plumbline
