// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace plumbline {

// /proc/diskstats: one line per block device and partition.
//
//      254       0 vda 107049 15887 11624502 120386 373983 51495 23085460 96041 0 30832 221820
//      17437 37 2203064 1482 93957 3911
//        7       0 loop0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
//
// Kernel: Documentation/admin-guide/iostats.rst: 11 counters, 15 since 4.18 (discards), 17 since
// 5.5 (flushes). Later kernels may append more; those are passed over.

struct DiskCounters
{
    int major = 0;
    int minor = 0;
    QByteArray name;
    quint64 reads = 0; ///< completed
    quint64 readMerges = 0;
    quint64 readSectors = 0; ///< of 512 bytes
    quint64 readMs = 0;
    quint64 writes = 0; ///< completed
    quint64 writeMerges = 0;
    quint64 writeSectors = 0;
    quint64 writeMs = 0;
    quint64 inFlight = 0; ///< now; the only one that may fall
    quint64 ioMs = 0; ///< time with anything in flight
    quint64 weightedMs = 0;
    std::optional<quint64> discards;
    std::optional<quint64> discardSectors;
    std::optional<quint64> flushes;
    int line = 0;

    /// Requests of every kind that have completed.
    quint64 completed() const
    {
        return reads + writes + discards.value_or(0) + flushes.value_or(0);
    }
    friend bool operator==(const DiskCounters &, const DiskCounters &) = default;
};

struct DiskTable
{
    QList<DiskCounters> disks;

    /// By name, or by device number; null when there is none.
    const DiskCounters *named(QByteArrayView name) const;
    const DiskCounters *numbered(int major, int minor) const;
    friend bool operator==(const DiskTable &, const DiskTable &) = default;
};

Result<DiskTable> readDiskstats(QByteArrayView text);

} // namespace plumbline
