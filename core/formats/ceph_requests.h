// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// /sys/kernel/debug/ceph/FSID.clientID/osdc: requests of a kernel Ceph client that no OSD has
// answered.
//
//     REQUESTS 1 homeless 0
//     14	osd2	2.a9dcbd6d	2.29	[2,1]/2	[2,1]/2	e11	rbd_data.1014…	0x400014
//     1	write LINGER REQUESTS BACKOFFS
//
// Kernel: net/ceph/debugfs.c, osdc_show. Before 4.7 there are rows alone. "osd-1" is none: the
// object has no OSD that could serve it.

struct CephRequest
{
    quint64 tid = 0; ///< counts up: the same number later is the same request
    int osd = -1;
    QByteArray object;
    QByteArray operation;
    int line = 0;
    friend bool operator==(const CephRequest &, const CephRequest &) = default;
};

struct CephRequests
{
    QList<CephRequest> requests;

    const CephRequest *numbered(quint64 tid) const;
    friend bool operator==(const CephRequests &, const CephRequests &) = default;
};

Result<CephRequests> readCephRequests(QByteArrayView text);

} // namespace plumbline
