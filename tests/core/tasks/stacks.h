// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/task_dump.h"

#include <QStringList>

namespace plumbline::tests {

/// A task as 6.12 prints it, with frames such as "io_schedule" or "? io_schedule".
inline QByteArray stackText(const char *comm, int pid, char state, const QStringList &frames)
{
    QByteArray text = "task:" + QByteArray(comm).leftJustified(15) + " state:" + state
        + " stack:0     pid:" + QByteArray::number(pid)
        + " tgid:1 ppid:1 flags:0x00004002\nCall Trace:\n <TASK>\n";
    for (const QString &frame : frames)
        text += "  " + frame.toLatin1() + "+0x10/0x20\n";
    return text + " </TASK>\n";
}

} // namespace plumbline::tests
