// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/task_table.h"
#include "model/layer.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

namespace plumbline {

/// A thread of QEMU's that a disk's requests depend on.
struct ServingThread
{
    /// Of an IOThread; empty for the main loop, whose thread is the process's first.
    QByteArray iothread;
    qint64 tid = 0;

    /// "QEMU's main loop", "IOThread iothread1"
    Phrase name() const;
};

/// The main loop and the disk's own IOThreads, as far as their threads are known: from QEMU, else
/// by the names that debug-threads=on (libvirt sets it) gives them.
QList<ServingThread> servingThreads(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// "waits in poll (idle is normal)", "is in D in nfs_getattr"
Phrase threadPhrase(const ThreadState &thread);

/// What each of them does, and where in the kernel those wait that may not be woken.
void addThreadDetails(
    Layer &layer, const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

} // namespace plumbline
