// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tasks/waits.h"

namespace plumbline {

/// One step of who waits for whom. Both the kernel and we can only say "likely": a lock's owner may
/// have changed since it was asked.
struct ChainLink
{
    enum Reason {
        Start, ///< nobody is known to wait for this task
        OwnsLock, ///< hung_task named it as the owner of the lock that the one before waits for
        CommitsJournal, ///< the one blocked journal thread of the dump; the one before waits for a
                        ///< commit
    };
    Reason reason = Start;
    QByteArray comm;
    std::optional<qint64> pid;
    const DumpedTask *task = nullptr; ///< null when its stack is not there
    QByteArray lock; ///< "mutex", "semaphore", "rw-semaphore" for OwnsLock
    qint64 line = 0; ///< that names it; of its own header for Start and CommitsJournal

    friend bool operator==(const ChainLink &, const ChainLink &) = default;
};

struct WaitChain
{
    std::vector<ChainLink> links; ///< two at least; each waits for the next
    bool isCircle = false; ///< the last waits for one of the others: a deadlock

    friend bool operator==(const WaitChain &, const WaitChain &) = default;
};

/// The chains of all dumps of a text, longest first. Chains that are the end of another are left
/// out.
std::vector<WaitChain> waitChains(const TaskDumps &dumps, const WaitJudge &judge);

} // namespace plumbline
