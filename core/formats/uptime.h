// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

namespace plumbline {

// /proc/uptime: seconds since boot, and idle seconds summed over all CPUs.
//
//     3988.13 6210.50
//
// Kernel: Documentation/filesystems/proc.rst, 1.5; both in steps of 10 ms.

struct Uptime
{
    double seconds = 0;
    double idleSeconds = 0;

    friend bool operator==(const Uptime &, const Uptime &) = default;
};

Result<Uptime> readUptime(QByteArrayView text);

} // namespace plumbline
