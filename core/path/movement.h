// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence.h"
#include "path/queue_looks.h"
#include "probes/fact_store.h"

#include <optional>

namespace plumbline {

/// What went into a disk's virtqueues and what came out, between two looks.
struct QueueMovement
{
    qint64 inFlight = 0; ///< seen by the device and not completed, at the second look
    qint64 submitted = 0; ///< newly seen
    qint64 completed = 0; ///< newly completed
    /// Of the requests in flight, those on queues that completed nothing in between though they
    /// held requests at both looks.
    qint64 stuck = 0;
    /// Of the requests in flight, those on queues whose index stands where it stood and may have
    /// gone round: other queues completed so much that nobody can tell.
    qint64 doubtful = 0;
    int queues = 0;
    double seconds = 0;
    WallTime time;
    EvidenceList evidence;

    bool isFlowing() const { return completed > 0 && stuck == 0 && doubtful == 0; }
};

/// Over all queues of the disk. Silent if any queue is.
Known<QueueMovement> queueMovement(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// Requests in flight when the queues last answered, and when that was.
struct LastInFlight
{
    qint64 inFlight = 0;
    WallTime time;
    EvidenceList evidence;
};
std::optional<LastInFlight> lastInFlight(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// What QEMU's block layer completed for the disk between two looks.
struct BlockMovement
{
    qint64 completed = 0;
    qint64 failed = 0;
    qint64 bytes = 0;
    /// From a request's start to its end, on average over those that ended; nullopt when none did.
    std::optional<double> averageSeconds;
    /// Since the last request ended; nullopt before the first one.
    std::optional<double> idleSeconds;
    double seconds = 0;
    WallTime time;
    EvidenceList evidence;
};
Known<BlockMovement> blockMovement(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// A disk whose other requests take so long on average that one more may well have been in its
/// queue for that time: slow, not stuck.
bool mayBeSlow(const BlockMovement &block, double seconds);

/// The node in query-blockstats that serves the disk; null if none does.
const BlockStats *blockStatsOf(const DiskPlan &disk, const QList<BlockStats> &stats);

/// Points at one line, or at the whole when the line is 0.
template <typename F> Evidence cite(const Observed<F> &fact, int line = 0)
{
    return {fact.observation, line, line};
}

} // namespace plumbline
