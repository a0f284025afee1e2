// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/virtqueue.h"
#include "path/queue_looks.h"
#include "probes/probe.h"

#include <QList>

namespace plumbline {

/// Heads of the chains that lie in a split ring and did not come back, oldest first. `avail` is the
/// whole avail ring in words of 2 bytes, `used` the whole used ring in words of 4.
///
/// A head comes back under its own number: it is out if it went in more often than it came back.
/// That is exact for a device that answers in order. Where requests overtake each other, those are
/// missed that went in more than a ring's length ago, and few others may be named instead.
QList<quint16> pendingHeads(const Ring &ring, const GuestWords &avail, const GuestWords &used);

/// What is still to be read to know what is stuck in a queue: first the rings and the descriptors,
/// then the tables they lead to, then the requests' headers. Empty when all is known.
QList<Planned> planPending(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts);

/// What is known of them now.
QList<PendingRequest> pendingRequests(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts);

} // namespace plumbline
