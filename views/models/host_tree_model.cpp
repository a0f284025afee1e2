// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/host_tree_model.h"

#include "model/target.h"
#include "views/models/number_text.h"
#include "views/models/run_state.h"
#include "views/models/visible_text.h"

#include <algorithm>

namespace plumbline {

/// Smaller is worse: what stands first.
static int rank(const DomainEntry &domain)
{
    if (!domain.verdict)
        return domain.runState == u"running" ? 4 : 5;
    switch (*domain.verdict) {
    case State::Stalled:
        return 0;
    case State::Unknown:
        return 1;
    case State::Healthy:
        return domain.modifier == Modifier::None || domain.modifier == Modifier::Idle ? 3 : 2;
    }
    return 5;
}

static int rank(const HostEntry &host)
{
    int worst = host.problem.isEmpty() ? 5 : 1;
    for (const DomainEntry &domain : host.domains)
        worst = std::min(worst, rank(domain));
    return worst;
}

// As the last part of a target: a UUID that several have says as little as a name.
static QString keyOf(const HostEntry &host, const DomainEntry &domain)
{
    const auto same = std::ranges::count(host.domains, domain.uuid, &DomainEntry::uuid);
    if (!domain.uuid.isEmpty() && (same == 1 || domain.pid == 0))
        return domain.uuid;
    return domain.pid > 0 ? QString::number(domain.pid) : domain.name;
}

static const DomainEntry *worstDomain(const HostEntry &host)
{
    const auto found = std::ranges::min_element(
        host.domains, {}, [](const DomainEntry &domain) { return rank(domain); });
    return found == host.domains.cend() ? nullptr : &*found;
}

HostTreeModel::HostTreeModel(QObject *parent) : QAbstractItemModel(parent) { }
HostTreeModel::~HostTreeModel() = default;

void HostTreeModel::setHosts(const QList<HostEntry> &hosts)
{
    QList<HostEntry> wanted = hosts;
    std::ranges::stable_sort(wanted, {}, [](const HostEntry &host) { return rank(host); });
    for (int row = int(m_hosts.size()) - 1; row >= 0; --row) {
        const QString &target = m_hosts[size_t(row)]->target;
        if (std::ranges::none_of(
                wanted, [&](const HostEntry &host) { return host.target == target; })) {
            beginRemoveRows({}, row, row);
            m_hosts.erase(m_hosts.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < wanted.size(); ++row) {
        const auto from = m_hosts.begin() + row;
        const auto found = std::find_if(from, m_hosts.end(),
            [&](const Host &host) { return host->target == wanted.at(row).target; });
        if (found == m_hosts.end()) {
            beginInsertRows({}, row, row);
            m_hosts.insert(from, std::make_unique<HostEntry>())->get()->target
                = wanted.at(row).target;
            endInsertRows();
        } else if (found != from) {
            const int old = int(found - m_hosts.begin());
            beginMoveRows({}, old, old, {}, row);
            std::rotate(from, found, found + 1);
            endMoveRows();
        }
        updateHost(row, wanted.at(row));
    }
}

void HostTreeModel::updateHost(int row, HostEntry entry)
{
    HostEntry &host = *m_hosts.at(size_t(row));
    const QModelIndex parent = index(row, 0);
    std::ranges::stable_sort(
        entry.domains, {}, [](const DomainEntry &domain) { return rank(domain); });
    const QList<DomainEntry> wanted = entry.domains;
    QStringList keys;
    for (const DomainEntry &domain : wanted)
        keys.append(keyOf(entry, domain));
    QStringList shown;
    for (const DomainEntry &domain : std::as_const(host.domains))
        shown.append(keyOf(host, domain));
    std::swap(entry.domains, host.domains);
    host = std::move(entry);
    Q_EMIT dataChanged(parent, parent);

    QList<DomainEntry> &domains = host.domains;
    for (int i = int(domains.size()) - 1; i >= 0; --i) {
        if (!keys.contains(shown.at(i)) || shown.indexOf(shown.at(i)) < i) {
            beginRemoveRows(parent, i, i);
            domains.removeAt(i);
            shown.removeAt(i);
            endRemoveRows();
        }
    }
    for (int i = 0; i < wanted.size(); ++i) {
        const auto old = int(shown.indexOf(keys.at(i), i));
        if (old < 0) {
            beginInsertRows(parent, i, i);
            domains.insert(i, wanted.at(i));
            shown.insert(i, keys.at(i));
            endInsertRows();
        } else if (old != i) {
            beginMoveRows(parent, old, old, parent, i);
            domains.move(old, i);
            shown.move(old, i);
            endMoveRows();
        }
        if (domains.at(i) != wanted.at(i)) {
            domains[i] = wanted.at(i);
            Q_EMIT dataChanged(index(i, 0, parent), index(i, 0, parent));
        }
    }
    Q_EMIT dataChanged(parent, parent);
}

void HostTreeModel::setNow(WallTime now)
{
    m_now = now;
    if (m_hosts.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {AgeRole});
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex host = index(row, 0);
        if (const int count = rowCount(host))
            Q_EMIT dataChanged(index(0, 0, host), index(count - 1, 0, host), {StaleRole});
    }
}

void HostTreeModel::setInterval(double seconds)
{
    m_interval = seconds;
    setNow(m_now);
}

bool HostTreeModel::isStale(const DomainEntry &domain) const
{
    return domain.judged && secondsBetween(*domain.judged, m_now) > 2 * m_interval;
}

QModelIndex HostTreeModel::find(const QString &target) const
{
    const Result<Target> wanted = Target::parse(target);
    if (!wanted)
        return {};
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex host = index(row, 0);
        const HostEntry &entry = *m_hosts.at(size_t(row));
        // A recording's domain has no address of its own.
        if (entry.target == target)
            return wanted->scheme == Target::Recorded && rowCount(host) == 1 ? index(0, 0, host)
                                                                             : host;
        if (entry.target != wanted->withoutDomain().toString())
            continue;
        QModelIndexList named;
        for (int i = 0; i < rowCount(host); ++i) {
            const DomainEntry &domain = entry.domains.at(i);
            if (domain.uuid == wanted->domain || keyOf(entry, domain) == wanted->domain)
                return index(i, 0, host);
            if (domain.name == wanted->domain)
                named.append(index(i, 0, host));
        }
        return named.size() == 1 ? named.first() : QModelIndex();
    }
    return {};
}

const HostEntry &HostTreeModel::hostOf(const QModelIndex &index) const
{
    if (index.internalPointer())
        return *static_cast<const HostEntry *>(index.internalPointer());
    return *m_hosts.at(size_t(index.row()));
}

const DomainEntry *HostTreeModel::domainOf(const QModelIndex &index) const
{
    return index.internalPointer() ? &hostOf(index).domains.at(index.row()) : nullptr;
}

QModelIndex HostTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, m_hosts.at(size_t(parent.row())).get())
                            : createIndex(row, column);
}

QModelIndex HostTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || !index.internalPointer())
        return {};
    const auto found = std::ranges::find(m_hosts, static_cast<HostEntry *>(index.internalPointer()),
        [](const Host &host) { return host.get(); });
    return found == m_hosts.end() ? QModelIndex() : createIndex(int(found - m_hosts.begin()), 0);
}

int HostTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_hosts.size());
    return parent.internalPointer() || parent.column() > 0 ? 0 : int(hostOf(parent).domains.size());
}

int HostTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant HostTreeModel::hostData(const HostEntry &host, int role) const
{
    const DomainEntry *worst = worstDomain(host);
    switch (role) {
    case Qt::DisplayRole:
        return visibleName(host.name);
    case Qt::ToolTipRole:
        return asToolTip(hostData(host, ProblemRole).toString());
    case ProblemRole:
        return visibleName(host.problem.text(), 600);
    case TargetRole:
        return host.target;
    case WordRole:
        return host.link == HostEntry::Down      ? tr("not reached")
            : host.link == HostEntry::Connecting ? tr("connecting")
                                                 : QString();
    case HasVerdictRole:
        return worst && worst->verdict.has_value();
    case StateRole:
        return int(worst && worst->verdict ? *worst->verdict : State::Unknown);
    case ModifierRole:
        return int(worst ? worst->modifier : Modifier::None);
    case AgeRole:
        return host.lastAnswer ? spanText(*host.lastAnswer, m_now) : QString();
    case LinkRole:
        return int(host.link);
    case Qt::AccessibleTextRole: {
        QStringList parts{tr("host %1").arg(visibleName(host.name))};
        if (host.link != HostEntry::Up)
            parts.append(hostData(host, WordRole).toString());
        if (!host.problem.isEmpty())
            parts.append(host.problem.text());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QVariant HostTreeModel::domainData(const HostEntry &host, const DomainEntry &domain, int role) const
{
    Verdict verdict;
    verdict.state = domain.verdict.value_or(State::Unknown);
    verdict.modifier = domain.modifier;
    switch (role) {
    case Qt::DisplayRole:
        return visibleName(domain.name);
    case Qt::ToolTipRole:
        return asToolTip(isStale(domain)
                ? tr("%1, as it was %2")
                      .arg(visibleName(domain.name), ageText(*domain.judged, m_now))
                : visibleName(domain.name));
    case TargetRole: {
        Result<Target> target = Target::parse(host.target);
        if (!target || target->scheme == Target::Recorded)
            return host.target;
        target->domain = keyOf(host, domain);
        return target->toString();
    }
    case WordRole:
        return domain.verdict ? verdictWord(verdict).text() : runStateText(domain.runState);
    case HasVerdictRole:
        return domain.verdict.has_value();
    case StateRole:
        return int(verdict.state);
    case ModifierRole:
        return int(verdict.modifier);
    case LinkRole:
        return int(host.link);
    case StaleRole:
        return isStale(domain);
    case Qt::AccessibleTextRole: {
        const QString word = domainData(host, domain, WordRole).toString();
        if (isStale(domain)) {
            return tr("domain %1: %2, as it was %3")
                .arg(visibleName(domain.name), word, ageText(*domain.judged, m_now));
        }
        return tr("domain %1: %2").arg(visibleName(domain.name), word);
    }
    default:
        return {};
    }
}

QVariant HostTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IsHostRole)
        return index.internalPointer() == nullptr;
    if (const DomainEntry *domain = domainOf(index))
        return domainData(hostOf(index), *domain, role);
    return hostData(hostOf(index), role);
}

} // namespace plumbline
