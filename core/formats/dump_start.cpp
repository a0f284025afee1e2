// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/dump_start.h"

#include "base/text_cursor.h"
#include "formats/line_reader.h"

#include <cstring>

namespace plumbline {

QByteArrayView dumpKindName(DumpKind kind)
{
    static constexpr QByteArrayView names[] = {"show-state", "show-blocked", "show-registers",
        "cpu-backtrace", "hung-task", "soft-lockup", "hard-lockup", "rcu-stall", "oops", "bug",
        "warning", "panic", "oom-kill", "allocation-failure", "call-trace", "tasks"};
    return names[size_t(kind)];
}

struct StartWords
{
    QByteArrayView words;
    DumpKind kind;
};

// SysRq's own words, behind "SysRq : ", "sysrq: " or both (drivers/tty/sysrq.c).
static constexpr StartWords sysrqWords[] = {
    {"Show State", DumpKind::ShowState},
    {"Show Blocked State", DumpKind::ShowBlocked},
    {"Show Regs", DumpKind::ShowRegisters},
    {"Show backtrace of all active CPUs", DumpKind::CpuBacktrace},
};

// In the order in which they are looked for: the special before the general.
static constexpr StartWords startWords[] = {
    {"BUG: soft lockup", DumpKind::SoftLockup},
    {"BUG: unable to handle", DumpKind::Oops},
    {"BUG: kernel NULL pointer", DumpKind::Oops},
    {"BUG: ", DumpKind::Bug},
    {"kernel BUG at ", DumpKind::Bug},
    {"Watchdog detected hard LOCKUP", DumpKind::HardLockup},
    {"Kernel panic - not syncing", DumpKind::Panic},
    {"WARNING: CPU: ", DumpKind::Warning},
    {"WARNING: at ", DumpKind::Warning},
    {"WARNING: possible ", DumpKind::Warning},
    {"WARNING: inconsistent ", DumpKind::Warning},
    {"WARNING: suspicious ", DumpKind::Warning},
    {"Unable to handle kernel", DumpKind::Oops},
    {"Internal error: ", DumpKind::Oops},
    {"Oops: ", DumpKind::Oops},
    {"Oops [#", DumpKind::Oops},
    {"general protection fault", DumpKind::Oops},
    {"invalid opcode: ", DumpKind::Oops},
    {"divide error: ", DumpKind::Oops},
    {"double fault: ", DumpKind::Oops},
    {"stack segment: ", DumpKind::Oops},
    {"Sending NMI from CPU ", DumpKind::CpuBacktrace},
    {"sending NMI to all CPUs", DumpKind::CpuBacktrace},
};

static bool skip(QByteArrayView &rest, QByteArrayView token)
{
    if (!rest.startsWith(token))
        return false;
    rest = rest.sliced(token.size());
    return true;
}

template <size_t size>
static std::optional<DumpKind> kindIn(const StartWords (&table)[size], QByteArrayView text)
{
    if (text.isEmpty())
        return std::nullopt;
    for (const StartWords &row : table) {
        if (row.words.front() == text.front() && text.startsWith(row.words))
            return row.kind;
    }
    return std::nullopt;
}

// "NAME:PID"; the name may hold colons itself.
static bool splitNameAndPid(QByteArrayView text, QByteArrayView &name, std::optional<qint64> &pid)
{
    const qsizetype colon = lastIndexOf(text, ':');
    if (colon < 0)
        return false;
    pid = toNumber<qint64>(text.sliced(colon + 1));
    name = text.first(colon);
    return pid.has_value();
}

// "INFO: task kworker/u4:2:1847 blocked for more than 120 seconds."; 6.18 adds "in I/O wait".
static std::optional<DumpStart> readHungTask(QByteArrayView text)
{
    static constexpr QByteArrayView start = "INFO: task ";
    DumpStart hung{.kind = DumpKind::HungTask, .name = {}};
    const qsizetype words = text.indexOf(" blocked ");
    const qsizetype more = text.indexOf(" for more than ");
    if (words < start.size() || more < words
        || !splitNameAndPid(text.sliced(start.size(), words - start.size()), hung.name, hung.pid))
        return std::nullopt;
    hung.seconds = TextCursor(text.sliced(more + 15)).number<qint64>();
    return hung.seconds ? std::optional(hung) : std::nullopt;
}

// "BUG: soft lockup - CPU#1 stuck for 22s! [dd:1234]", "… hard LOCKUP on cpu 1".
static DumpStart readLockup(QByteArrayView text, DumpKind kind)
{
    DumpStart lockup{.kind = kind, .name = {}};
    const QByteArrayView key = kind == DumpKind::SoftLockup ? "CPU#" : "LOCKUP on cpu ";
    if (const qsizetype cpu = text.indexOf(key); cpu >= 0)
        lockup.cpu = TextCursor(text.sliced(cpu + key.size())).number<int>();
    if (const qsizetype stuck = text.indexOf(" stuck for "); stuck >= 0)
        lockup.seconds = TextCursor(text.sliced(stuck + 11)).number<qint64>();
    const qsizetype bracket = text.indexOf("s! [");
    if (bracket >= 0 && text.endsWith(']'))
        splitNameAndPid(text.sliced(bracket + 4).chopped(1), lockup.name, lockup.pid);
    return lockup;
}

// "WARNING: fs/ext4/inode.c:123 at ext4_foo+0x1/0x2, CPU#1: dd/7" since 6.19; programs print
// "WARNING: " before anything.
static bool isNewWarning(QByteArrayView text)
{
    const qsizetype at = text.startsWith("WARNING: ") ? text.indexOf(" at ") : -1;
    return at > 0 && text.first(at).contains('.') && text.first(at).lastIndexOf(':') > 8;
}

// Several times as quick as QByteArrayView's, and every line of a log comes here.
static bool holds(QByteArrayView text, QByteArrayView words)
{
    return ::memmem(text.data(), size_t(text.size()), words.data(), size_t(words.size()));
}

// What does not begin with words of its own: "dd invoked oom-killer: …", "dd: page allocation …".
static std::optional<DumpStart> readNamedStart(QByteArrayView text)
{
    if (isNewWarning(text))
        return DumpStart{.kind = DumpKind::Warning, .name = {}};
    if (holds(text, " invoked oom-killer"))
        return DumpStart{.kind = DumpKind::OomKill, .name = {}};
    // "failure", or "stalls for" up to 4.20
    if (holds(text, ": page allocation "))
        return DumpStart{.kind = DumpKind::AllocationFailure, .name = {}};
    return std::nullopt;
}

std::optional<DumpStart> readDumpStart(QByteArrayView text)
{
    QByteArrayView rest = text;
    const bool isSysrq = skip(rest, "sysrq: ");
    if (skip(rest, "SysRq : ") || isSysrq) {
        const auto kind = kindIn(sysrqWords, rest);
        return kind ? std::optional(DumpStart{.kind = *kind, .name = {}, .isAsked = true})
                    : std::nullopt;
    }
    if (skip(rest, "NMI watchdog: ") || skip(rest, "watchdog: ") || skip(rest, "rcu: ")) { }
    if (rest.startsWith("INFO: task "))
        return readHungTask(rest);
    // "rcu_sched self-detected stall on CPU", "rcu_preempt detected stalls on CPUs/tasks".
    if (rest.startsWith("INFO: rcu") && rest.contains("detected ") && rest.contains(" stall"))
        return DumpStart{.kind = DumpKind::RcuStall, .name = {}};
    const auto kind = kindIn(startWords, rest);
    if (!kind)
        return readNamedStart(rest);
    if (*kind == DumpKind::SoftLockup || *kind == DumpKind::HardLockup)
        return readLockup(rest, *kind);
    return DumpStart{.kind = *kind, .name = {}};
}

std::optional<CpuPart> readCpuPart(QByteArrayView text)
{
    QByteArrayView rest = text;
    const bool isNmi = skip(rest, "NMI backtrace for cpu ");
    if (!isNmi) {
        skip(rest, "sysrq: ");
        if (!skip(rest, "CPU"))
            return std::nullopt;
    }
    TextCursor cursor(rest);
    if (cursor.peek() == ' ')
        return std::nullopt;
    const auto cpu = cursor.number<int>();
    if (!cpu || (!isNmi && (!cursor.skip(':') || !cursor.atEnd())))
        return std::nullopt;
    CpuPart part{.cpu = *cpu, .idleAt = {}};
    if (cursor.skip(" skipped: idling at ")) {
        cursor.skip("pc "); // 4.x prints the bare address behind it
        part.idleAt = cursor.remaining();
    }
    return part;
}

// "<reader>": the word.
static QByteArrayView takeRole(QByteArrayView text)
{
    for (const QByteArrayView role : {"reader", "writer"}) {
        if (text.size() >= role.size() + 2 && text.front() == '<'
            && text.sliced(1).startsWith(role))
            return text.sliced(1, role.size());
    }
    return {};
}

std::optional<LockLine> readLockLine(QByteArrayView text)
{
    static constexpr QByteArrayView locks[] = {"mutex", "semaphore", "rw-semaphore"};
    if (!text.startsWith("INFO: task "))
        return std::nullopt;
    const qsizetype blocked = text.indexOf(" blocked on a", 11);
    if (blocked < 0)
        return std::nullopt;
    LockLine line;
    QByteArrayView waiter = text.first(blocked).sliced(11);
    if (const qsizetype role = waiter.indexOf(" <"); role >= 0) {
        line.waitsAs = takeRole(waiter.sliced(role + 1));
        waiter = waiter.first(role);
    } else if (waiter.endsWith(" is")) {
        waiter.chop(3);
    }
    QByteArrayView waiterName;
    std::optional<qint64> waiterPid;
    if (!splitNameAndPid(waiter, waiterName, waiterPid))
        return std::nullopt;
    line.waiter = *waiterPid;
    QByteArrayView rest = text.sliced(blocked + 13); // behind "a" or "an"
    skip(rest, "n");
    for (const QByteArrayView lock : locks) {
        if (rest.startsWith(' ') && rest.sliced(1).startsWith(lock))
            line.lock = rest.sliced(1, lock.size());
    }
    if (line.lock.isEmpty())
        return std::nullopt;
    static constexpr QByteArrayView by = " by task ";
    const qsizetype owner = rest.indexOf(by);
    if (owner < 0)
        return line; // "…, but the owner is not found."
    QByteArrayView whom = rest.sliced(owner + by.size());
    if (const qsizetype role = whom.indexOf(" <"); role >= 0) {
        line.ownsAs = takeRole(whom.sliced(role + 1));
        whom = whom.first(role);
    }
    if (whom.endsWith('.'))
        whom.chop(1);
    if (!splitNameAndPid(whom, line.name, line.pid))
        line.name = {};
    return line;
}

} // namespace plumbline
