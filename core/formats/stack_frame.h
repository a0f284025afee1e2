// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/symbol_text.h"

#include <QByteArray>

namespace plumbline {

/// One line of a kernel's call trace, as the kernels since 2.6.32 print it on x86, arm64, arm32,
/// powerpc, s390 and RISC-V, as such lines come or as decode_stacktrace.sh and syzbot complete
/// them:
///
///      [<ffffffff8163a2e9>] ? schedule+0x29/0x70 [mod]      ? schedule+0x29/0x70 [mod 0123abcd…]
///      __switch_to+0xe0/0x110 (T)                            schedule+0x29/0x70
///      kernel/sched/core.c:5376
///     [<c0012345>] (schedule) from [<c0056789>] (io_schedule+0x10/0x18)
struct FrameLine
{
    enum Kind {
        None,
        Garbled, ///< has a frame's marks, but nothing that could be read without a guess
        Cut, ///< breaks off inside of a frame: a mail's next line may complete it
        Frame,
        Marker, ///< "<TASK>", "<IRQ>", "</IRQ>": no frame
        StackEnd, ///< "</TASK>"
        ModuleOnly, ///< "[ext4]", which a mail's line end has torn off
    };
    Kind kind = None;
    SymbolText symbol;
    bool isReliable = true; ///< false for "? symbol": a return address that lay on the stack
    QByteArrayView source; ///< "kernel/sched/core.c:5376"; empty where nobody added it
    SymbolText from; ///< arm32: the caller, which stands on the same line
};

FrameLine readFrameLine(QByteArrayView text);

/// The frame in a line of registers: "RIP: 0010:schedule+0x5/0x10", "pc : …", "PC is at …". None
/// for addresses in user space and for what is no such line.
FrameLine readInstructionPointer(QByteArrayView text);

} // namespace plumbline
