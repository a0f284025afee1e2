// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/librbd_requests.h"
#include "model/evidence.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

namespace plumbline {

/// What QEMU's own Ceph client did for the image of a disk between two looks.
struct ImageMovement
{
    /// Requests of QEMU's, at the second look.
    qint64 inFlight = 0;
    bool heldBefore = false; ///< in flight at the first look too
    /// Of QEMU's, those with which librbd needs no OSD included.
    qint64 completed = 0;
    qint64 answered = 0; ///< reads, writes and the like, by OSDs
    /// Requests for the image's data that no OSD answered in between, the oldest first.
    QList<LibrbdRequest> unanswered;
    double seconds = 0;
    WallTime time;
    EvidenceList evidence;

    /// How long the oldest waits, at least; 0 without one.
    double longestWait() const;
};

/// Silent, with the reason for people, where no admin socket tells of the image.
Known<ImageMovement> imageMovement(
    const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// The socket that tells of the disk's image; empty if none is known.
QByteArray adminSocketOf(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

} // namespace plumbline
