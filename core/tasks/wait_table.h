// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>

namespace plumbline {

/// What a sleeping task waits for.
enum class Wait {
    BlockDevice,
    Journal, ///< another task's commit of a file system's journal
    Nfs, ///< an answer of an NFS server, or of another RPC
    Fuse, ///< an answer of a FUSE daemon or of virtio-fs, whose client is the same code
    Lock,
    MemoryReclaim,
    Network,
    Userspace, ///< what another program or a person does
    Idle, ///< a kernel thread or a processor without work
    Other, ///< something that the table knows and that is none of these
};
/// The word for it in JSON: "block-device".
QByteArrayView waitName(Wait wait);

/// One function of the kernel, and what its being on a stack says.
struct WaitRow
{
    enum Strength {
        Passes, ///< the scheduler and general waiting: look at who called it
        Decides,
        Hints, ///< holds unless a function further out decides
        DecidesInnermost, ///< only if nothing but the scheduler was called from it
    };
    QByteArrayView pattern; ///< a whole name, or its start with '*' behind
    Strength strength = Passes;
    Wait wait = Wait::Other;
};

std::span<const WaitRow> waitTable();

/// The first row for a symbol; suffixes of compilers (".constprop.0") do not matter. Null: none.
const WaitRow *waitRow(QByteArrayView symbol);

} // namespace plumbline
