// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/dump_builder.h"

namespace plumbline {

/// Finds the task dumps in a kernel log of any size and origin that comes in pieces. What it keeps
/// grows with the tasks that it finds, not with the log; of a line it sees the first 64 KiB.
class TaskDumpReader
{
public:
    void add(QByteArrayView bytes);
    /// Once, when all bytes have come.
    TaskDumps finish();

private:
    void readLine(QByteArrayView line);
    bool readText(QByteArrayView text);
    bool readFrame(QByteArrayView text);
    bool readEvent(QByteArrayView text);
    bool readWithLineBefore(QByteArrayView text);
    void judgeRest(QByteArrayView text);
    void keep(QByteArrayView text, bool isUnparsed);
    void countDropped(QByteArrayView text);

    DumpBuilder m_builder;
    QByteArray m_partial; // a line whose end has not come yet
    QByteArray m_before; // the line before, if a mail may have torn it off from this one
    qint64 m_beforeLine = 0;
    std::optional<double> m_beforeTime;
    bool m_beforeIsStamped = false;
    bool m_beforeIsUnparsed = false;
    LogLine m_logLine; // of the current line
    bool m_isGarbled = false;
    qint64 m_line = 0;
    qint64 m_unparsed = 0;
    qint64 m_dropped = 0;
};

} // namespace plumbline
