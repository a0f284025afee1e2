// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/domain_plan.h"

#include <QList>

namespace plumbline {

/// The device whose queues carry the disk's requests.
VirtioPlan virtioOf(const DiskPlan &disk);

/// Those of the disks and of the command line. A device that only x-query-virtio names is never
/// asked: its name does not tell what serves it, and x-query-virtio-status calls a method of the
/// device that some vhost-user devices do not have (vhost-user-base.c), which is the end of QEMU.
QList<VirtioPlan> virtioDevices(const DomainPlan &plan);

/// What a queue carries.
enum class QueueRole {
    Requests, ///< the driver asks, the device answers: blk, scsi, fs, transmitted packets
    Input, ///< empty buffers lie ready for what may come: received packets, events
    Control, ///< rarely used
};

/// By the device's kind and the queue's number (virtio 1.2, 5.1.2, 5.2.2, 5.3.2, 5.6.2, 5.11.2).
QueueRole queueRole(const QByteArray &deviceName, int queue, int queues);

} // namespace plumbline
