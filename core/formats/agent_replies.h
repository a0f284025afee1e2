// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace plumbline {

// What the guest agent answers from its own memory and /proc/stat, touching no disk. QEMU:
// qga/qapi-schema.json.

/// guest-info
///
///     {"return":{"version":"10.0.13","supported_commands":[{"enabled":true,"name":"guest-ping",…
struct AgentInfo
{
    QByteArray version;
    int commands = 0;
    QList<QByteArray> disabled; ///< by its configuration, or while file systems are frozen

    friend bool operator==(const AgentInfo &, const AgentInfo &) = default;
};
Result<AgentInfo> readAgentInfo(QByteArrayView reply);

/// guest-fsfreeze-status: has the agent frozen the guest's file systems? It knows nothing of what
/// others froze.
///
///     {"return":"frozen"}
Result<bool> readAgentFreeze(QByteArrayView reply);

/// guest-get-cpustats (since QEMU 7.1): the seconds that the guest's first processor has counted
/// since its kernel started.
///
///     {"return":[{"cpu":0,"type":"linux","user":340,"system":5200,"idle":46700,"iowait":70,…
Result<double> readAgentUptime(QByteArrayView reply);

/// guest-get-diskstats (since QEMU 7.1): what the guest's own kernel counts of a disk, from its
/// /proc/diskstats.
///
///     {"return":[{"name":"vda","major":254,"minor":0,"stats":{"read-ios":310,…,"ios-pgr":2,…
struct AgentDisk
{
    QByteArray name; ///< the guest's own name
    quint64 completed = 0; ///< reads, writes, discards and flushes
    quint64 inFlight = 0; ///< "ios-pgr"

    friend bool operator==(const AgentDisk &, const AgentDisk &) = default;
};
Result<QList<AgentDisk>> readAgentDisks(QByteArrayView reply);

} // namespace plumbline
