// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>

namespace plumbline {

/// Words of guest memory at a guest-physical address.
struct GuestWords
{
    quint64 address = 0;
    QList<quint64> words;

    /// 0 when there are not so many.
    quint64 word(qsizetype index) const { return words.value(index); }
    friend bool operator==(const GuestWords &, const GuestWords &) = default;
};

/// The reply to human-monitor-command with the HMP command xp in hexadecimal:
///
///     {"return": "0000000007a3c000: 0x0001 0x025a\r\n"}
///
/// At most 16,384 words. QEMU: memory_dump() of monitor/hmp-cmds.c, which writes "Cannot access
/// memory" where there is none.
Result<GuestWords> readGuestWords(QByteArrayView reply);

} // namespace plumbline
