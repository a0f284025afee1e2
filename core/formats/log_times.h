// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_cursor.h"

namespace plumbline {

// The times that stand at the start of log lines; part of readLogLine.

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
inline bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

struct Stamp
{
    bool found = false;
    std::optional<double> seconds; ///< none where dmesg wrote the difference to the line before
};
/// Takes "[  123.456789]", "[  +0.000007]", "[   12.345678 <    0.000007>]" or "[<    0.000007>]",
/// blanks before it included. What prints fewer decimals is accepted.
Stamp takeStamp(QByteArrayView &rest);
/// Whether `text` begins as printk writes the time, "[%5lu.%06lu]", and nothing else does.
bool isPrintkStamp(QByteArrayView text);

/// The bytes of "[Sun Nov 22 02:07:05 2026]" or "[Nov22 02:07]" in front; 0 without one.
qsizetype bracketedClock(QByteArrayView text);

struct Clock
{
    qsizetype size = 0; ///< bytes; 0: there is none
    bool namesSender = false; ///< a form behind which host and tag always follow
    bool needsSender = false; ///< a form that could be something else without them
};
/// In front: "Nov 22 02:07:05", "Sun 2026-11-22 02:07:05 UTC", "2026-11-22T02:07:05,123456+00:00",
/// "2026-11-22 02:07:05", "1795313225.123456". Names of months may be in any language.
Clock leadingClock(QByteArrayView text);

} // namespace plumbline
