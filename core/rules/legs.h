// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule.h"

namespace plumbline {

/// Devices in the disk's path whose requests take the transport of that name.
QList<QByteArray> devicesOn(const DiskContext &context, const QByteArray &name);

/// Another leg for the requests of each of these devices, by name, if the disk's path has several
/// to the same storage (paths of multipath, controllers of an NVMe namespace). Empty when one of
/// them has none or holds requests itself: those do not go another way before theirs has given up.
QByteArray wayAround(const DiskContext &context, const QList<QByteArray> &devices);

} // namespace plumbline
