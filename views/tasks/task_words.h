// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/task_dump.h"
#include "tasks/wait_chains.h"
#include "tasks/wait_table.h"

#include <QString>

namespace plumbline {

/// "block device", in the application's language.
QString waitText(Wait wait);
/// "Show Blocked State", as the kernel and its users call it.
QString dumpKindText(DumpKind kind);
/// "jbd2/vda1-8[161]", harmless.
QString taskName(const QByteArray &comm, const std::optional<qint64> &pid);
/// "io_schedule+0x46/0x80 [module]", with "? " in front where it is not reliable.
QString frameText(const StackFrame &frame);
/// "a[1] → b[2] (owns the mutex)".
QString chainText(const WaitChain &chain);

} // namespace plumbline
