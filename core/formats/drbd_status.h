// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// `drbdsetup status --verbose --statistics`: a resource at the margin, its volumes and peers
// indented, every fact as name:value.
//
//     r0 node-id:0 role:Primary suspended:no
//         write-ordering:flush
//       volume:0 minor:0 disk:UpToDate quorum:yes
//           size:1048508 read:1234 written:5678 upper-pending:0 lower-pending:0 blocked:no
//       peer node-id:1 connection:Connected role:Secondary congested:no
//         volume:0 replication:Established peer-disk:UpToDate
//
// DRBD 9, man drbdsetup-9.0.

struct DrbdVolume
{
    int minor = -1;
    QByteArray resource;
    QByteArray suspended; ///< of its resource: "no", or why: "user", "no-data", "fencing", "quorum"
    QByteArray disk;
    QByteArray blocked; ///< "no", "upper", "lower"
    qint64 upperPending = 0; ///< requests from above that are not answered
    qint64 lowerPending = 0; ///< requests to the disk below
    QList<QByteArray> connections; ///< states of its resource's peers
    int resourceLine = 0;
    int line = 0;
    int statisticsLine = 0;
    friend bool operator==(const DrbdVolume &, const DrbdVolume &) = default;
};

struct DrbdStatus
{
    QList<DrbdVolume> volumes;

    const DrbdVolume *withMinor(int minor) const;
    friend bool operator==(const DrbdStatus &, const DrbdStatus &) = default;
};

Result<DrbdStatus> readDrbdStatus(QByteArrayView text);

} // namespace plumbline
