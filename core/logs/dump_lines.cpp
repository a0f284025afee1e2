// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/dump_lines.h"

#include <algorithm>

namespace plumbline {

// How the lines begin that are not indented.
static constexpr QByteArrayView starts[] = { // stacks and their frames
    "Call Trace", "Call trace", "Backtrace", "[<", "<TASK>", "</TASK>", "<IRQ>", "</IRQ>", "<NMI>",
    "</NMI>", "<#DF>", "<EOI>", "Stack:", "Stack from", "Exception stack", "---[ ", "------------[",
    // tasks and what they run on
    "task:", "task.", "Workqueue:", "CPU:", "CPU ", "Pid:", "PID:", "Process ", "Task ", "Thread ",
    "comm:", "Hardware name:", "Modules linked in", "last sysfs file",
    "Tainted:", "Kernel Offset:", "Dumping ftrace", "NMI backtrace", "Sending NMI", "INFO: lockdep",
    "note: ", "\"echo 0 >", "Showing ", "INFO: task ", "1 lock", "2 locks", "3 locks", " #",
    // registers
    "RIP:", "RSP:", "RAX:", "RBP:", "RDX:", "R10:", "R13:", "FS: ", "CS: ", "CR2:", "DR0:", "DR3:",
    "PKRU:", "EIP:", "EAX:", "ESI:", "DS: ", "EFLAGS:", "ORIG_RAX:", "Code:", "PC is at",
    "LR is at",
    "pc :", "lr :", "sp :", "pstate:", "psr:", "Flags:", "Control:", "x0 :", "x1 :", "x2 :",
    // what the processor met
    "PGD ", "P4D ", "#PF:", "IP:", "Mem abort info", "Data abort info", "swapper pgtable",
    "pgd =", "SMP", "Oops", "Internal error", "invalid opcode", "general protection fault",
    // read-copy-update, its threads
    "rcu: ", "rcu_", "(detected by", "Register r"};

// "x29: ffff80001", "r10: 00000000", "x9 : 0": arm's registers
static bool isRegister(QByteArrayView text)
{
    if (text.size() < 5 || (text[0] != 'x' && text[0] != 'r') || text[1] < '0' || text[1] > '9')
        return false;
    const QByteArrayView rest = text.sliced(2, 3);
    return rest.contains(':');
}

// "kworker/0:1     D    0  1847      2 0x00000000": a task's header of old kernels.
static bool isOldTaskHeader(QByteArrayView text)
{
    if (text.size() < 30)
        return false;
    const QByteArrayView state = text.sliced(15, 3);
    const bool endsThere = state[2] == ' ' || (state[2] >= '0' && state[2] <= '9');
    return state[0] == ' ' && endsThere && QByteArrayView("RSDTtXZPI").contains(state[1])
        && text.contains(" 0x");
}

// "[c000001b9ab076d0] [c00000000001b5d0] __switch_to+0x280/0x470": a frame of powerpc.
static bool isAddressedFrame(QByteArrayView text)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() > 18 && text[0] == '[' && text[17] == ']'
        && std::ranges::all_of(text.sliced(1, 16), isHex);
}

bool isDumpLine(QByteArrayView text)
{
    if (text.isEmpty())
        return false;
    if (text[0] == ' ' || text[0] == '\t')
        return true;
    return std::ranges::any_of(
               starts, [text](QByteArrayView start) { return text.startsWith(start); })
        || isRegister(text) || isAddressedFrame(text) || isOldTaskHeader(text);
}

} // namespace plumbline
