// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMap>

#include <optional>

namespace plumbline {

// What virsh prints. libvirt: tools/virsh-domain-monitor.c; its messages come from
// src/conf/virdomainjob.c and src/qemu/qemu_domain.c. Always run with LC_ALL=C: the words are
// translated.

/// Why virsh could not answer, from its standard error.
///
///     error: Timed out during operation: cannot acquire state change lock (held by
///     monitor=remoteDispatchDomainBlockStats) error: Guest agent is not responding: QEMU guest
///     agent is not connected error: failed to connect to the hypervisor
struct VirshError
{
    enum class Kind {
        JobTimeout, ///< another call holds the domain's job
        NoConnection, ///< libvirtd or its socket is not there
        NotAllowed,
        NoDomain,
        NotRunning,
        AgentNotConnected,
        AgentNotResponding,
        AgentFrozen, ///< it refuses most commands until the file systems are thawed
        AgentRefused, ///< it answered with an error: the command is disabled, or not there
        MonitorGone, ///< QEMU closed its monitor or died
        Unsupported, ///< this virsh, libvirtd or driver cannot do it
        Other,
    };

    Kind kind = Kind::Other;
    QByteArray holder; ///< JobTimeout: "remoteDispatchDomainBlockStats"; empty when not told
    QByteArray agentHolder; ///< JobTimeout: the call that holds the agent's job
    bool queueFull = false; ///< JobTimeout: not waited, as too many wait already (max_queued)
    QByteArray text; ///< all lines, without "error: "
    int line = 0;

    friend bool operator==(const VirshError &, const VirshError &) = default;
};

/// The error in virsh's output; nullopt when no line begins with "error:".
std::optional<VirshError> virshErrorIn(QByteArrayView text);

/// `virsh list --all --uuid --name`
///
///     5f0c2a53-9d0e-4d52-9d6e-1ab0c0ffee01 guest1
struct ListedDomain
{
    QByteArray uuid;
    QByteArray name; ///< may hold blanks
    int line = 0;

    friend bool operator==(const ListedDomain &, const ListedDomain &) = default;
};
Result<QList<ListedDomain>> readVirshList(QByteArrayView text);

/// `virsh domstate --reason`
///
///     paused (I/O error)
struct DomainState
{
    QByteArray state; ///< running, idle, paused, in shutdown, shut off, crashed, pmsuspended
    QByteArray reason; ///< booted, user, I/O error…
    int line = 0;

    friend bool operator==(const DomainState &, const DomainState &) = default;
};
Result<DomainState> readDomstate(QByteArrayView text);

/// `virsh domcontrol`: is libvirt's channel to QEMU's monitor free?
///
///     occupied (10.042s)
struct DomainControl
{
    QByteArray state; ///< ok, background job, occupied, error
    QByteArray reason; ///< of an error
    std::optional<double> seconds; ///< in that state
    int line = 0;

    friend bool operator==(const DomainControl &, const DomainControl &) = default;
};
Result<DomainControl> readDomcontrol(QByteArrayView text);

/// `virsh domjobinfo`: what libvirt itself does with the domain, a migration or a dump.
///
///     Job type:         Unbounded
///     Operation:        Outgoing migration
///     Time elapsed:     12345        ms
struct DomainJob
{
    QByteArray type; ///< None, Bounded, Unbounded, Completed, Failed, Cancelled
    QByteArray operation; ///< "Outgoing migration"; older libvirts do not tell
    std::optional<double> seconds; ///< since it began
    QByteArray processed; ///< "1.250 GiB"
    QByteArray total;
    int line = 0;

    bool isRunning() const { return type == "Bounded" || type == "Unbounded"; }
    friend bool operator==(const DomainJob &, const DomainJob &) = default;
};
Result<DomainJob> readDomjobinfo(QByteArrayView text);

/// `virsh domstats`, one per domain. Values as printed.
///
///     Domain: 'guest1'
///       state.state=1
///       state.reason=1
struct DomainStats
{
    QByteArray domain;
    QMap<QByteArray, QByteArray> values;
    QMap<QByteArray, int> lines;
    int line = 0;

    std::optional<qint64> number(const QByteArray &key) const;
    friend bool operator==(const DomainStats &, const DomainStats &) = default;
};
Result<QList<DomainStats>> readDomstats(QByteArrayView text);

} // namespace plumbline
