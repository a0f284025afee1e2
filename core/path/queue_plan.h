// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/virtio_devices.h"
#include "probes/fact_store.h"
#include "probes/probe.h"

#include <QList>

namespace plumbline {

/// Questions about all virtqueues of a domain: what the device says of them, and what lies in guest
/// RAM. What is known decides what may be asked: a started vhost-user device stops at a query of
/// its queue (VHOST_USER_GET_VRING_BASE), so no device's queue is queried while it may be one; and
/// a QEMU whose version is not known may end at x-query-virtio-status.
QList<Planned> planQueues(const DomainPlan &plan, const FactStore &facts, int round);

/// The driver has not set the queue up, or nothing ever went through it. A disk's never counts as
/// such.
bool isUntouched(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts);

/// What is still to be read of the requests that are stuck in a disk's queues; empty when nothing
/// is stuck or all is known. It takes up to three steps, each of which follows from the last.
QList<Planned> planStuck(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// May x-query-virtio-queue-status be sent to this device?
bool mayQueryQueues(const VirtioPlan &device, const VirtioStatus *status);

} // namespace plumbline
