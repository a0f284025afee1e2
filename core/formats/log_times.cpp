// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/log_times.h"

#include <algorithm>

namespace plumbline {

static qsizetype digitsAt(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

static qsizetype blanksAt(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == ' ')
        ++end;
    return end - at;
}

static bool isAt(QByteArrayView text, qsizetype at, char c)
{
    return at < text.size() && text[at] == c;
}

// "   12.345678" at `at`, which moves behind it.
static std::optional<double> secondsAt(QByteArrayView text, qsizetype &at)
{
    qsizetype next = at + blanksAt(text, at);
    const qsizetype whole = digitsAt(text, next);
    if (whole == 0 || whole > 12 || !isAt(text, next + whole, '.'))
        return std::nullopt;
    const qsizetype decimals = digitsAt(text, next + whole + 1);
    if (decimals == 0 || decimals > 9)
        return std::nullopt;
    // Summed up as integers: exact to the last decimal, and twice as fast as from_chars here.
    quint64 value = 0;
    double scale = 1;
    for (qsizetype i = 0; i < whole; ++i)
        value = value * 10 + quint64(text[next + i] - '0');
    next += whole + 1;
    for (qsizetype i = 0; i < decimals; ++i) {
        value = value * 10 + quint64(text[next + i] - '0');
        scale *= 10;
    }
    at = next + decimals;
    return double(value) / scale;
}

Stamp takeStamp(QByteArrayView &rest)
{
    qsizetype at = 0;
    while (at < rest.size() && (rest[at] == ' ' || rest[at] == '\t'))
        ++at;
    if (!isAt(rest, at, '['))
        return {};
    ++at;
    Stamp stamp{.found = true, .seconds = secondsAt(rest, at)};
    at += blanksAt(rest, at);
    const bool isDelta = isAt(rest, at, '+') && !stamp.seconds;
    if (isDelta || isAt(rest, at, '<')) {
        ++at;
        if (!secondsAt(rest, at) || (!isDelta && !isAt(rest, at, '>')))
            return {};
        at += isDelta ? 0 : 1;
    } else if (!stamp.seconds) {
        return {};
    }
    if (!isAt(rest, at, ']'))
        return {};
    rest = rest.sliced(at + 1);
    return stamp;
}

bool isPrintkStamp(QByteArrayView text)
{
    if (!isAt(text, 0, '['))
        return false;
    const qsizetype blanks = blanksAt(text, 1);
    const qsizetype whole = digitsAt(text, 1 + blanks);
    const qsizetype dot = 1 + blanks + whole;
    return whole > 0 && (blanks + whole == 5 || (blanks == 0 && whole > 5 && whole < 12))
        && isAt(text, dot, '.') && digitsAt(text, dot + 1) == 6 && isAt(text, dot + 7, ']');
}

// "02:07" or "02:07:05" or "02:07:05.123456": bytes.
static qsizetype timeOfDay(QByteArrayView text, qsizetype at, bool needsSeconds)
{
    if (digitsAt(text, at) != 2 || !isAt(text, at + 2, ':') || digitsAt(text, at + 3) != 2)
        return 0;
    if (!isAt(text, at + 5, ':') || digitsAt(text, at + 6) != 2)
        return needsSeconds ? 0 : 5;
    if (!isAt(text, at + 8, '.') && !isAt(text, at + 8, ','))
        return 8;
    const qsizetype decimals = digitsAt(text, at + 9);
    return decimals > 0 ? 9 + decimals : 8;
}

qsizetype bracketedClock(QByteArrayView text)
{
    const QByteArrayView near = text.first(std::min<qsizetype>(text.size(), 64));
    const qsizetype end = near.indexOf(']');
    for (qsizetype at = near.indexOf(':'); at >= 4 && at < end; at = near.indexOf(':', at + 1)) {
        // "[kworker/12:34]" is no clock.
        const bool isWord = near[at - 3] == ' ' || near[at - 3] == 'T';
        if (isWord && timeOfDay(near, at - 2, false) > 0)
            return end + 1;
    }
    return 0;
}

// "Z", "+0000", "+00:00": bytes.
static qsizetype zoneOffset(QByteArrayView text, qsizetype at)
{
    if (isAt(text, at, 'Z'))
        return 1;
    if (!isAt(text, at, '+') && !isAt(text, at, '-'))
        return 0;
    if (digitsAt(text, at + 1) == 4)
        return 5;
    const bool hasColon = digitsAt(text, at + 1) == 2 && isAt(text, at + 3, ':');
    return hasColon && digitsAt(text, at + 4) == 2 ? 6 : 0;
}

// "2026-11-22T02:07:05+00:00" or with a blank for the T: bytes.
static qsizetype isoTime(QByteArrayView text, qsizetype at)
{
    if (digitsAt(text, at) != 4 || !isAt(text, at + 4, '-') || digitsAt(text, at + 5) != 2
        || !isAt(text, at + 7, '-') || digitsAt(text, at + 8) != 2
        || (!isAt(text, at + 10, 'T') && !isAt(text, at + 10, ' ')))
        return 0;
    const qsizetype time = timeOfDay(text, at + 11, true);
    return time == 0 ? 0 : 11 + time + zoneOffset(text, at + 11 + time);
}

// "Nov 22 02:07:05" of syslog and "Sun 2026-11-22 02:07:05 UTC" of journald.
static Clock namedClock(QByteArrayView text)
{
    const QByteArrayView near = text.first(std::min<qsizetype>(text.size(), 80));
    const qsizetype name = near.indexOf(' ');
    if (name < 2 || name > 12)
        return {};
    const qsizetype day = name + blanksAt(near, name);
    if (const qsizetype iso = isoTime(near, day)) {
        const qsizetype zone = near.indexOf(' ', day + iso + 1);
        return {.size = zone < 0 ? day + iso : zone, .namesSender = true};
    }
    const qsizetype digits = digitsAt(near, day);
    if (digits < 1 || digits > 2 || !isAt(near, day + digits, ' '))
        return {};
    const qsizetype time = timeOfDay(near, day + digits + 1, true);
    return time > 0 ? Clock{.size = day + digits + 1 + time, .namesSender = true} : Clock{};
}

Clock leadingClock(QByteArrayView text)
{
    if (text.isEmpty() || text.front() == ' ')
        return {};
    if (!isDigit(text.front()))
        return namedClock(text);
    if (const qsizetype iso = isoTime(text, 0))
        return {.size = iso};
    const qsizetype whole = digitsAt(text, 0);
    if (whole < 9 || whole > 11 || !isAt(text, whole, '.'))
        return {};
    const qsizetype decimals = digitsAt(text, whole + 1);
    return decimals == 6 ? Clock{.size = whole + 7, .needsSender = true} : Clock{};
}

} // namespace plumbline
