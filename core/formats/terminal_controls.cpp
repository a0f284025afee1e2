// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/log_line.h"

#include <cstring>

namespace plumbline {

static constexpr char escape = '\x1b';

static bool isControl(char c)
{
    return (uchar(c) < 0x20 && c != '\t') || c == 0x7f;
}

// Eight bytes at a time, as this looks at every byte of a log. May err on the side of yes.
static bool mayHoldControls(QByteArrayView line)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highBits = ones * 0x80;
    const char *at = line.data();
    qsizetype left = line.size();
    for (; left >= 8; left -= 8, at += 8) {
        quint64 bytes;
        std::memcpy(&bytes, at, 8);
        const quint64 deleted = bytes ^ (ones * 0x7f);
        if (((bytes - ones * 0x20) & ~bytes & highBits) || ((deleted - ones) & ~deleted & highBits))
            return true;
    }
    for (; left > 0; --left, ++at) {
        if (isControl(*at))
            return true;
    }
    return false;
}

// A string such as a window's title: up to BEL or ESC \, of which the ESC begins the next sequence.
static qsizetype endOfString(QByteArrayView line, qsizetype at)
{
    while (at < line.size() && line[at] != '\a' && line[at] != escape)
        ++at;
    return at < line.size() && line[at] == '\a' ? at + 1 : at;
}

/// The first byte behind the sequence that begins with ESC at `at` (ECMA-48).
static qsizetype endOfSequence(QByteArrayView line, qsizetype at)
{
    if (++at >= line.size())
        return at;
    const char kind = line[at];
    if (kind == '[') {
        ++at;
        while (at < line.size() && line[at] >= 0x20 && line[at] < 0x40)
            ++at;
        return at < line.size() && !isControl(line[at]) ? at + 1 : at;
    }
    if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_')
        return endOfString(line, at + 1);
    while (at < line.size() && line[at] >= 0x20 && line[at] < 0x30)
        ++at; // "(B" and the like choose a character set
    return at < line.size() && !isControl(line[at]) ? at + 1 : at;
}

static void eraseLast(QByteArray &text)
{
    while (!text.isEmpty() && (uchar(text.back()) & 0xc0) == 0x80)
        text.chop(1); // the rest of a character of several bytes
    text.chop(1);
}

QByteArray withoutControls(QByteArrayView line)
{
    while (line.endsWith('\r'))
        line.chop(1);
    if (!mayHoldControls(line))
        return QByteArray::fromRawData(line.data(), line.size());
    QByteArray text;
    text.reserve(line.size());
    bool isStruckOver = false;
    for (qsizetype at = 0; at < line.size();) {
        const char c = line[at];
        if (c == escape) {
            at = endOfSequence(line, at);
            continue;
        }
        ++at;
        if (c == '\r') {
            isStruckOver = true;
        } else if (c == '\b') {
            eraseLast(text);
        } else if (!isControl(c)) {
            if (isStruckOver)
                text.clear();
            isStruckOver = false;
            text += c;
        }
    }
    return text;
}

} // namespace plumbline
