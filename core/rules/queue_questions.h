// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/virtqueue.h"
#include "path/queue_looks.h"

#include <QList>

namespace plumbline {

/// The three questions about one virtqueue: seen? completed? noticed? "No" takes two looks at least
/// `stallSeconds` apart between which nothing moved, and a queue whose driver waits for answers.
Virtqueue askQueue(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts);

/// Requests that the device's own count does not show: not yet seen by it, or completed and not yet
/// noticed by the driver. Counted only where that is proven.
struct LostRequests
{
    qint64 unseen = 0;
    qint64 unnoticed = 0;
    EvidenceList evidence;
};
LostRequests lostRequests(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// Of all queues that the domain's drivers have set up and used.
QList<Virtqueue> askQueues(const DomainPlan &plan, const FactStore &facts);

} // namespace plumbline
