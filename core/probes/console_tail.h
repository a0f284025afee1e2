// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline {

/// Lines of an answer, 1-based; none while `first` is 0.
struct ConsoleLines
{
    int first = 0;
    int last = 0;
    friend bool operator==(const ConsoleLines &, const ConsoleLines &) = default;
};

/// The end of a serial log on the host, with its size and when it last grew.
struct ConsoleTail
{
    qint64 size = 0; ///< bytes
    qint64 secondsAgo = 0; ///< since the last byte was written, by the host's clock
    QByteArray tail; ///< raw, control codes and all
    /// Of the kernel that booted last: what came before its boot is over.
    ConsoleLines panic;
    ConsoleLines hungTask; ///< its last "blocked for more than" line
    friend bool operator==(const ConsoleTail &, const ConsoleTail &) = default;
};

/// "SIZE SECONDS_AGO" on the first line, then the bytes.
Result<ConsoleTail> readConsoleTail(QByteArrayView text);

} // namespace plumbline
