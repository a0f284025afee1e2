// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"
#include "probes/probe.h"

#include <QList>

namespace plumbline {

/// Disks of other domains on the host whose requests take a stalled layer of ours. They are asked
/// about what tells whether their own requests pass: the host's kernel and their monitors, nothing
/// that may hang on the layer; through libvirt only as long as it answers for them, and their
/// queues only once it has described them (a disk may be another process's by now).
class Neighbours
{
public:
    /// Who shares this layer, by what is known of the host. Facts about mounts are the own
    /// domain's: its view of them stands for the others'.
    void find(const Layer &stuck, const DomainPlan &own, const QList<DomainPlan> &running,
        const FactStore &facts);
    /// Those of another layer as well.
    void add(const Neighbours &more) { m_disks += more.m_disks; }
    /// Nobody shares anything any more.
    void forget() { m_disks.clear(); }

    /// Nothing to ask: nobody shares the layer.
    bool isEmpty() const { return m_disks.isEmpty(); }
    /// Questions about at most `mostAsked` domains, without those that `planned` asks already.
    QList<Planned> plan(const FactStore &facts, const QList<Planned> &planned) const;
    /// Each with its own state; unknown until it was looked at twice.
    QList<SharingDisk> judge(const FactStore &facts) const;

    static constexpr int mostAsked = 20;

private:
    struct Shared
    {
        DomainPlan plan;
        QByteArray disk; ///< id of its device; empty for one without
        qsizetype index = 0; ///< among the disks, which tells those without an id
    };
    QList<Shared> m_disks;
};

} // namespace plumbline
