// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "model/host_entry.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"
#include "transport/asker.h"

namespace plumbline {

/// What runs on a host: every QEMU found in /proc, joined with libvirt's list.
struct HostSurvey
{
    QList<DomainPlan> running;
    /// For the list on the left: running and shut-off domains.
    QList<DomainEntry> entries;
    QByteArray hostname;
    qint64 uid = -1;
    /// Set when the host gave no usable answer at all.
    std::optional<SilentFact> silent;
    /// libvirt's silence, if it had one: finding, not failure.
    std::optional<SilentFact> libvirtSilent;
    /// When libvirt gave the list that `entries` come from: earlier than now while it is silent.
    std::optional<WallTime> libvirtListed;

    /// By UUID, pid, QMP socket path or name. Several may have one name.
    QList<const DomainPlan *> find(const QByteArray &domain) const;
};

/// "qemu:///system"
extern const QByteArray systemLibvirt;

/// Asks the host once. Observations go to `facts`; while libvirt is silent its last list there
/// still counts. A libvirt that hung lately is better left alone: each question that it does not
/// answer holds one of its few worker threads.
Task<HostSurvey> surveyHost(
    Asker *asker, FactStore *facts, Deadline deadline, bool withLibvirt = true);

} // namespace plumbline
