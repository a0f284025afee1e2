// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline {

/// The end of a serial log on the host, with its size and when it last grew.
struct ConsoleTail
{
    qint64 size = 0; ///< bytes
    qint64 secondsAgo = 0; ///< since the last byte was written, by the host's clock
    QByteArray tail; ///< raw, control codes and all
    friend bool operator==(const ConsoleTail &, const ConsoleTail &) = default;
};

/// "size SECONDS_AGO" on the first line, then the bytes.
Result<ConsoleTail> readConsoleTail(QByteArrayView text);

} // namespace plumbline
