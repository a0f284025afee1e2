// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/host_entry.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace plumbline {

/// Hosts and under them their domains, worst first. An update keeps, moves or removes rows one by
/// one, so that selection, expansion and scroll position stay with what they were on.
class HostTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        /// "ssh://root@kvm-07"; of a domain with its UUID, else its pid: names are not unique, and
        /// not all bytes of one can be written.
        TargetRole = Qt::UserRole + 1,
        IsHostRole,
        WordRole, ///< verdict word or run state of a domain, problem of a host
        HasVerdictRole,
        StateRole, ///< State as int; of a host: the worst of its domains
        ModifierRole,
        AgeRole, ///< of a host: "2 s" since its last answer
        LinkRole, ///< HostEntry::Link as int
        ProblemRole, ///< why a host is not reached or its list is incomplete
        StaleRole, ///< of a domain: its verdict is older than two intervals
    };

    explicit HostTreeModel(QObject *parent = nullptr);
    ~HostTreeModel() override;

    void setHosts(const QList<HostEntry> &hosts);
    void setNow(WallTime now);
    /// Seconds between two looks at the domain that is watched.
    void setInterval(double seconds);
    /// The row of a target, by UUID, pid or a name that only one has.
    QModelIndex find(const QString &target) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using Host = std::unique_ptr<HostEntry>;

    const HostEntry &hostOf(const QModelIndex &index) const;
    const DomainEntry *domainOf(const QModelIndex &index) const;
    void updateHost(int row, HostEntry entry);
    QVariant hostData(const HostEntry &host, int role) const;
    QVariant domainData(const HostEntry &host, const DomainEntry &domain, int role) const;

    bool isStale(const DomainEntry &domain) const;

    std::vector<Host> m_hosts;
    double m_interval = 5;
    WallTime m_now{};
};

} // namespace plumbline
