// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/task_header.h"

#include "base/text_cursor.h"

#include <algorithm>

namespace plumbline {

// task_state_to_char of all kernels; K, W and M come with RT and Android.
static bool isState(char c)
{
    return QByteArrayView("RSDTtXZPIWKxNMB").contains(c);
}

static QByteArrayView withoutBlanksBehind(QByteArrayView text)
{
    while (text.endsWith(' '))
        text.chop(1);
    return text;
}

// Stores what a key says; false if it is not what such a key can say.
static bool store(QByteArrayView key, QByteArrayView value, TaskIdentity &task)
{
    if (key == "flags:" || key == "task_flags:")
        return value.startsWith("0x");
    const auto number = toNumber<qint64>(value);
    if (!number)
        return false;
    if (key == "pid:")
        task.pid = number;
    else if (key == "tgid:")
        task.tgid = number;
    return true;
}

// What follows "state:D": keys with numbers, and for one that runs " running task on cpu   1".
static HeaderShape readKeys(QByteArrayView text, TaskIdentity &task)
{
    TextCursor cursor(text);
    for (QByteArrayView word = cursor.word(); !word.isEmpty(); word = cursor.word()) {
        if (word == "running" || word == "task" || word == "on")
            continue;
        if (word == "cpu") {
            task.cpu = cursor.number<int>();
            if (!task.cpu)
                return HeaderShape::Garbled;
            continue;
        }
        const qsizetype colon = word.indexOf(':');
        if (colon < 0)
            return HeaderShape::Garbled;
        const QByteArrayView key = word.first(colon + 1);
        const QByteArrayView value
            = colon + 1 < word.size() ? word.sliced(colon + 1) : cursor.word();
        if (value.isEmpty())
            break; // a mail's line ends here
        if (!store(key, value, task))
            return HeaderShape::Garbled;
    }
    return HeaderShape::Task;
}

static HeaderShape readNewHeader(QByteArrayView text, TaskIdentity &task)
{
    // "task:%-15.15s state:%c"; who squeezed the blanks left the first " state:".
    static constexpr QByteArrayView key = " state:";
    constexpr qsizetype usual = 5 + 15;
    const bool isUsual = text.size() > usual && text.sliced(usual).startsWith(key);
    const qsizetype at = isUsual ? usual : text.indexOf(key);
    if (at < 0)
        return HeaderShape::None;
    const QByteArrayView rest = text.sliced(at + key.size());
    if (rest.isEmpty() || !isState(rest.front()) || (rest.size() > 1 && rest[1] != ' '))
        return HeaderShape::Garbled;
    task = {.name = withoutBlanksBehind(text.sliced(5, at - 5)), .state = rest.front()};
    return readKeys(rest.sliced(1), task);
}

// Words from the right: only the name on the left is the process's own choice.
static QByteArrayView takeLastWord(QByteArrayView &text)
{
    text = withoutBlanksBehind(text);
    const qsizetype blank = text.isEmpty() ? -1 : text.lastIndexOf(' ');
    const QByteArrayView word = text.sliced(blank + 1);
    text = text.first(blank + 1);
    return word;
}

static bool isHexWord(QByteArrayView word, qsizetype size)
{
    return word.size() == size && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

static HeaderShape readOldHeader(QByteArrayView text, TaskIdentity &task)
{
    QByteArrayView rest = text;
    const QByteArrayView flags = takeLastWord(rest);
    if (!flags.startsWith("0x")
        || (!isHexWord(flags.sliced(2), 8) && !isHexWord(flags.sliced(2), 16)))
        return HeaderShape::None;
    const auto parent = toNumber<qint64>(takeLastWord(rest));
    const auto pid = toNumber<qint64>(takeLastWord(rest));
    const auto freeStack = toNumber<qint64>(takeLastWord(rest));
    if (!parent || !pid || *pid < 0 || !freeStack)
        return HeaderShape::None;
    QByteArrayView state = takeLastWord(rest);
    if (isHexWord(state, 16) || isHexWord(state, 8)) {
        state = takeLastWord(rest); // the program counter stood between
    } else if (state == "task" || state == "running") {
        if (state == "task" && takeLastWord(rest) != "running")
            return HeaderShape::None;
        state = takeLastWord(rest);
    }
    if (state.size() != 1 || !isState(state.front()))
        return HeaderShape::None;
    task = {.name = withoutBlanksBehind(rest), .state = state.front(), .pid = pid};
    return HeaderShape::Task;
}

HeaderShape readTaskHeader(QByteArrayView text, TaskIdentity &task)
{
    if (text.startsWith("task:"))
        return readNewHeader(text, task);
    // Ten bytes of flags at the end, or eighteen: everything else is dismissed at a glance.
    const qsizetype size = text.size();
    const bool mayBeOld = size > 20
        && (text.sliced(size - 11).startsWith(" 0x") || text.sliced(size - 19).startsWith(" 0x"));
    return mayBeOld ? readOldHeader(text, task) : HeaderShape::None;
}

// The name ends where the kernel says whether it is tainted; a name has 15 bytes at most.
static QByteArrayView nameBefore(QByteArrayView text)
{
    const QByteArrayView near = text.first(std::min<qsizetype>(text.size(), 40));
    qsizetype end = near.size();
    for (const QByteArrayView word : {" Kdump: loaded", " Not tainted", " Tainted: "}) {
        if (const qsizetype at = near.indexOf(word); at >= 0)
            end = std::min(end, at);
    }
    return withoutBlanksBehind(near.first(std::min<qsizetype>(end, 20)));
}

static std::optional<qint64> numberBehind(QByteArrayView text, QByteArrayView key)
{
    const qsizetype at = text.indexOf(key);
    return at < 0 ? std::nullopt : TextCursor(text.sliced(at + key.size())).number<qint64>();
}

std::optional<TaskIdentity> readRunningTask(QByteArrayView text)
{
    const bool isNew = text.startsWith("CPU: ");
    if (!isNew && !text.startsWith("Pid: "))
        return std::nullopt;
    const QByteArrayView key = isNew ? " Comm: " : ", comm: ";
    const qsizetype name = text.indexOf(key);
    if (name < 0)
        return std::nullopt;
    const QByteArrayView before = text.first(name);
    TaskIdentity task{.name = nameBefore(text.sliced(name + key.size())), .state = 'R'};
    task.pid = numberBehind(before, isNew ? " PID: " : "Pid: ");
    if (const auto cpu = numberBehind(before, "CPU: "))
        task.cpu = int(*cpu);
    return task.pid ? std::optional(task) : std::nullopt;
}

} // namespace plumbline
