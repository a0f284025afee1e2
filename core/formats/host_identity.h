// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline {

// Plumbline's own block of what a host is, and who we are on it.
//
//     kernel=6.12.43+deb13-amd64
//     hostname=hv3
//     uid=1000
//     user=ops
//     boot_id=6f1c3c1e-62f0-4d4e-8f0f-0f4ce1a0b0a1
//     ticks_per_second=100
//     arch=x86_64
//
// From uname -srm, id, /proc/sys/kernel/random/boot_id and getconf CLK_TCK.

struct HostIdentity
{
    QByteArray kernel;
    QByteArray hostname;
    qint64 uid = -1;
    QByteArray user;
    QByteArray bootId; ///< changes with each boot: counters of two boots cannot be compared
    int ticksPerSecond = 100;
    QByteArray arch;

    friend bool operator==(const HostIdentity &, const HostIdentity &) = default;
};

/// Kernel, hostname, uid and boot_id are required; unknown keys are passed over.
Result<HostIdentity> readHostIdentity(QByteArrayView text);

} // namespace plumbline
