// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/host_entry.h"

namespace plumbline {

/// Hand-made values for pictures and tests: an NFS hard mount that died under one disk while the
/// other, on NBD, goes on. All at one fixed moment, so that pictures are the same every time.
namespace sample {
WallTime now();
/// One disk, stalled at the mount.
Diagnosis stalledMount();
/// Two disks: vda stalled at the mount, vdb on NBD and healthy, QEMU's threads shared.
Diagnosis twoDisks();
Diagnosis healthyDisks();
/// Asked with too few rights, and once only.
Diagnosis unknownDisks();
/// The host has not answered for 41 s.
Diagnosis staleDisks();
/// A guest whose second disk completed requests that its driver never noticed.
Diagnosis lostInterrupt();
/// Two hosts; what is known of prod-worker-07 is `verdict`, and of the way to it `link`.
QList<HostEntry> hosts(State verdict = State::Stalled, HostEntry::Link link = HostEntry::Up);
} // namespace sample

} // namespace plumbline
