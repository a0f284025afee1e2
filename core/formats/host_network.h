// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace plumbline {

// Interfaces of the host that a QEMU process uses, as a script of ours lists them
// (probes/host_network_probe.cpp): whose network namespace, the taps that QEMU holds open, what the
// kernel says of the links, and lines of /proc/PID/net/dev.
//
//     netns same
//     tap vnet0
//     link vnet0 up virbr0
//      vnet0:  210344    1102    0    0    0     0          0         0  371112    1844    0    3 …
//
// Kernel: net/core/net-procfs.c: 8 counters received, 8 sent.

struct HostInterface
{
    QByteArray name;
    QByteArray operstate; ///< up, down, unknown…; empty when not told
    QByteArray master; ///< its bridge or bond; empty for none
    quint64 receivedBytes = 0; ///< by the host: of a tap, what the guest sent
    quint64 receivedPackets = 0;
    quint64 sentBytes = 0; ///< by the host: to the guest
    quint64 sentPackets = 0;
    quint64 sentDropped = 0; ///< of those for the guest, what it did not take in time
    int line = 0; ///< of the counters; 0: the namespace has no such interface
    int linkLine = 0;

    friend bool operator==(const HostInterface &, const HostInterface &) = default;
};

struct HostNetwork
{
    std::optional<bool> ownNamespace; ///< not the one of whoever asked; nullopt when not told
    QList<QByteArray> taps; ///< held open by QEMU; empty also without the right to look
    QList<HostInterface> interfaces;

    /// Null when neither link nor counters were listed.
    const HostInterface *named(QByteArrayView name) const;
    friend bool operator==(const HostNetwork &, const HostNetwork &) = default;
};

Result<HostNetwork> readHostNetwork(QByteArrayView text);

} // namespace plumbline
