// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/proc_status.h"

#include "formats/line_reader.h"

namespace plumbline {

/// The kernel writes a line end as "\n" and a backslash as "\\" in names.
static QByteArray withoutEscapes(QByteArrayView name)
{
    QByteArray plain;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char next = i + 1 < name.size() ? name[i + 1] : '\0';
        if (name[i] == '\\' && (next == 'n' || next == '\\')) {
            plain += next == 'n' ? '\n' : '\\';
            ++i;
        } else {
            plain += name[i];
        }
    }
    return plain;
}

/// True unless the key is one we read and its value is not what it should be.
static bool readEntry(QByteArrayView key, TextCursor value, int line, ProcessStatus &status)
{
    const auto takeNumber = [&value](qint64 &into) {
        const auto number = toNumber<qint64>(value.word());
        if (number)
            into = *number;
        return number.has_value();
    };
    if (key == "Name") {
        value.skip('\t');
        status.name = withoutEscapes(value.remaining());
    } else if (key == "State") {
        status.stateText = value.remaining().trimmed().toByteArray();
        status.state = status.stateText.isEmpty() ? '?' : status.stateText.at(0);
        status.stateLine = line;
        return !status.stateText.isEmpty();
    } else if (key == "Pid") {
        return takeNumber(status.pid);
    } else if (key == "PPid") {
        return takeNumber(status.parentPid);
    } else if (key == "TracerPid") {
        status.tracerLine = line;
        return takeNumber(status.tracerPid);
    } else if (key == "Uid") {
        return takeNumber(status.uid) && takeNumber(status.effectiveUid);
    } else if (key == "Threads") {
        return takeNumber(status.threads);
    } else if (key == "VmRSS") {
        status.residentKib = toNumber<qint64>(value.word());
        return status.residentKib.has_value();
    }
    return true;
}

Result<ProcessStatus> readProcStatus(QByteArrayView text)
{
    ProcessStatus status;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        TextCursor line(lines.line());
        const auto key = line.until(':');
        if (!key || !readEntry(*key, TextCursor(line.remaining()), lines.number(), status))
            return lines.unreadable(PHRASE("formats", "a process's status"), line);
    }
    if (status.pid <= 0 || status.stateLine == 0)
        return unreadableAt(
            PHRASE("formats", "a process's number and state"), lines.number() + 1, 1);
    return status;
}

} // namespace plumbline
