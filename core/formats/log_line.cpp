// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/log_line.h"

#include "formats/log_times.h"

#include <algorithm>

namespace plumbline {

static bool skip(QByteArrayView &rest, char c)
{
    if (rest.isEmpty() || rest.front() != c)
        return false;
    rest = rest.sliced(1);
    return true;
}

static void skipQuotation(QByteArrayView &rest)
{
    while (skip(rest, '>'))
        skip(rest, ' ');
}

// "<6>" of a raw syslog datagram.
static void skipPriority(QByteArrayView &rest)
{
    qsizetype at = 1;
    while (at < rest.size() && at < 4 && isDigit(rest[at]))
        ++at;
    if (at > 1 && at < rest.size() && rest.front() == '<' && rest[at] == '>')
        rest = rest.sliced(at + 1);
}

// "kern  :warn  : " of dmesg --decode.
static void skipDecoded(QByteArrayView &rest)
{
    qsizetype at = 0;
    for (int column = 0; column < 2; ++column) {
        const qsizetype begin = at;
        while (at < rest.size() && (isLower(rest[at]) || isDigit(rest[at])))
            ++at;
        if (at == begin)
            return;
        while (at < rest.size() && rest[at] == ' ')
            ++at;
        if (at - begin < 6 || at >= rest.size() || rest[at] != ':')
            return;
        ++at;
    }
    if (at < rest.size() && rest[at] == ' ')
        rest = rest.sliced(at + 1);
}

// "[    T1]" or "[   C12]" behind a time stamp; some tools put a blank before it.
static void takeCaller(QByteArrayView &rest, LogLine &line)
{
    qsizetype at = rest.startsWith(' ') ? 1 : 0;
    if (at >= rest.size() || rest[at] != '[')
        return;
    ++at;
    while (at < rest.size() && rest[at] == ' ')
        ++at;
    const qsizetype begin = at;
    if (at >= rest.size() || (rest[at] != 'T' && rest[at] != 'C'))
        return;
    ++at;
    while (at < rest.size() && isDigit(rest[at]))
        ++at;
    if (at - begin < 2 || at >= rest.size() || rest[at] != ']')
        return;
    line.caller = rest.sliced(begin, at - begin);
    rest = rest.sliced(at + 1);
}

// "6,339,5140900,-,caller=T12;text" of /dev/kmsg and of netconsole's extended form.
static bool takeRecord(QByteArrayView &rest, LogLine &line)
{
    if (rest.isEmpty() || !isDigit(rest.front()))
        return false;
    const qsizetype end = rest.first(std::min<qsizetype>(rest.size(), 200)).indexOf(';');
    if (end < 0)
        return false;
    QByteArrayView fields[4];
    QByteArrayView left = rest.first(end);
    for (QByteArrayView &field : fields) {
        const qsizetype comma = left.indexOf(',');
        field = comma < 0 ? left : left.first(comma);
        left = comma < 0 ? QByteArrayView() : left.sliced(comma + 1);
    }
    const auto microseconds = toNumber<quint64>(fields[2]);
    if (!toNumber<quint32>(fields[0]) || !toNumber<quint64>(fields[1]) || !microseconds
        || fields[3].size() != 1)
        return false;
    line.guestTime = double(*microseconds) / 1e6;
    if (const qsizetype caller = left.indexOf("caller="); caller >= 0)
        line.caller = left.sliced(caller + 7);
    rest = rest.sliced(end + 1);
    return true;
}

// " HOST TAG: " behind a wall clock. `anyTag`: the clock is of a form that always has both.
static void takeSender(QByteArrayView &rest, LogLine &line, bool anyTag)
{
    QByteArrayView left = rest;
    for (int word = 0; word < 4; ++word) {
        skip(left, ' ');
        const QByteArrayView near = left.first(std::min<qsizetype>(left.size(), 128));
        const qsizetype blank = near.indexOf(' ');
        const qsizetype end = blank < 0 ? near.size() : blank;
        if (end == 0)
            return;
        if (near[end - 1] == ':') {
            const QByteArrayView tag = near.first(end - 1);
            const bool isSender = tag == "kernel" || tag.endsWith(']') || (anyTag && word == 1);
            if (!isSender)
                return;
            line.sender = tag;
            rest = left.sliced(end);
            return;
        }
        left = left.sliced(end);
    }
}

// Behind a kernel's time stamp only journald's short-monotonic names a sender: "[   1.5] host
// kernel: ".
static void takeMonotonicSender(QByteArrayView &rest, LogLine &line)
{
    const qsizetype end = rest.size() < 2 || rest[1] == ' ' ? -1 : rest.indexOf(' ', 1);
    if (end > 0 && rest.sliced(end).startsWith(" kernel:")) {
        line.sender = rest.sliced(end + 1, 6);
        rest = rest.sliced(end + 8);
    }
}

static void takeWallClock(QByteArrayView &rest, LogLine &line)
{
    if (rest.isEmpty())
        return;
    if (rest.front() == '[') {
        const qsizetype size = bracketedClock(rest);
        line.wallTime = rest.sliced(size > 0 ? 1 : 0, std::max<qsizetype>(size - 2, 0));
        rest = rest.sliced(size);
        return;
    }
    const Clock clock = leadingClock(rest);
    if (clock.size == 0)
        return;
    const QByteArrayView written = rest.first(clock.size);
    QByteArrayView behind = rest.sliced(clock.size);
    takeSender(behind, line, clock.namesSender);
    if (clock.needsSender && line.sender.isEmpty())
        return;
    line.wallTime = written;
    rest = behind;
}

// A prompt that waits for input, and then the kernel speaks: "~ # [   55.602750] sysrq: Show
// State".
static void takeBefore(QByteArrayView &rest, LogLine &line)
{
    for (qsizetype at = rest.indexOf('['); at >= 0; at = rest.indexOf('[', at + 1)) {
        const QByteArrayView stamp = rest.sliced(at);
        if (!isPrintkStamp(stamp))
            continue;
        line.before = rest.first(at);
        rest = stamp;
        line.guestTime = takeStamp(rest).seconds;
        takeCaller(rest, line);
        return;
    }
}

LogLine readLogLine(QByteArrayView whole)
{
    while (whole.endsWith('\r') || whole.endsWith('\n'))
        whole.chop(1);
    LogLine line;
    QByteArrayView rest = whole;
    if (rest.startsWith('>'))
        skipQuotation(rest);
    if (rest.startsWith('<'))
        skipPriority(rest);
    Stamp stamp = takeStamp(rest);
    if (!stamp.found && !takeRecord(rest, line)) {
        skipDecoded(rest);
        stamp = takeStamp(rest);
        if (!stamp.found) {
            takeWallClock(rest, line);
            if (!line.wallTime.isEmpty())
                stamp = takeStamp(rest);
        }
    }
    if (stamp.found) {
        line.guestTime = stamp.seconds;
        takeCaller(rest, line);
        takeMonotonicSender(rest, line);
    } else if (!line.wallTime.isEmpty()) {
        takeCaller(rest, line);
    }
    const bool isCarried = stamp.found || line.guestTime || !line.wallTime.isEmpty();
    if (!stamp.found && !line.guestTime)
        takeBefore(rest, line);
    // One blank belongs to the carrier, the others are the kernel's own indentation.
    if (isCarried || !line.before.isEmpty())
        skip(rest, ' ');
    line.text = rest;
    return line;
}

} // namespace plumbline
