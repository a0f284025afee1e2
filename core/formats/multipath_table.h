// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// `dmsetup table` and `dmsetup status --noflush` of one multipath device:
//
//     0 16384 multipath 1 queue_if_no_path 0 1 1 round-robin 0 2 1 8:16 1 8:32 1
//     0 16384 multipath 2 2 0 0 1 1 E 0 2 0 8:16 F 1 8:32 A 0
//
// Kernel: drivers/md/dm-mpath.c, multipath_status: the table names the features in force, the
// status each path as active (A) or failed (F).

struct MultipathPath
{
    int major = 0;
    int minor = 0;
    bool active = false;
    friend bool operator==(const MultipathPath &, const MultipathPath &) = default;
};

struct MultipathTable
{
    bool queuesIfNoPath = false;
    QList<MultipathPath> paths;
    int tableLine = 0;
    int statusLine = 0;

    int activePaths() const;
    friend bool operator==(const MultipathTable &, const MultipathTable &) = default;
};

Result<MultipathTable> readMultipathTable(QByteArrayView text);

} // namespace plumbline
