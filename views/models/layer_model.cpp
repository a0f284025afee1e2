// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/layer_model.h"

#include "views/models/number_text.h"
#include "views/models/path_text.h"
#include "views/models/visible_text.h"

#include <algorithm>

namespace plumbline {

LayerModel::LayerModel(QObject *parent) : QAbstractTableModel(parent) { }

static QStringList names(const QList<DiskDiagnosis> &disks)
{
    QStringList out;
    for (const DiskDiagnosis &disk : disks)
        out.append(disk.name);
    return out;
}

void LayerModel::setDiagnosis(const Diagnosis &diagnosis)
{
    const LayerGrid grid(diagnosis.disks);
    const bool same = grid == m_grid && names(diagnosis.disks) == names(m_disks);
    if (!same)
        beginResetModel();
    m_disks = diagnosis.disks;
    m_grid = grid;
    m_staleSince = diagnosis.staleSince;
    if (!same)
        endResetModel();
    else
        announceAll();
}

void LayerModel::setNow(WallTime now)
{
    if (now == m_now)
        return;
    m_now = now;
    announceAll();
}

void LayerModel::setInterval(double seconds)
{
    m_interval = seconds;
    announceAll();
}

void LayerModel::announceAll()
{
    if (rowCount() == 0 || columnCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

const Layer *LayerModel::layerAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != this)
        return nullptr;
    const int layer = m_grid.layerAt(index.row(), index.column());
    return layer < 0 ? nullptr : &m_disks.at(index.column()).layers.at(layer);
}

const DiskDiagnosis *LayerModel::diskAt(int column) const
{
    return column >= 0 && column < m_disks.size() ? &m_disks.at(column) : nullptr;
}

QModelIndex LayerModel::find(const QString &disk, const QString &identity, LayerKind kind) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (m_disks.at(column).name != disk)
            continue;
        for (int row = 0; row < rowCount(); ++row) {
            const Layer *layer = layerAt(index(row, column));
            if (layer && layer->kind == kind && layer->identity == identity)
                return index(row, column);
        }
    }
    return {};
}

bool LayerModel::isProblem(const QModelIndex &index, State state) const
{
    const Layer *layer = layerAt(index);
    return layer && layer->verdict.state == state && layer->verdict.modifier != Modifier::Waiting
        && m_grid.span(index.row(), index.column()).first == index.column();
}

QModelIndex LayerModel::worst() const
{
    const QModelIndex last
        = rowCount() && columnCount() ? index(rowCount() - 1, columnCount() - 1) : QModelIndex();
    const QModelIndex problem = nextProblem(last, false);
    return problem.isValid() || !last.isValid() ? problem : index(0, 0);
}

QModelIndex LayerModel::nextProblem(const QModelIndex &from, bool backwards) const
{
    const int cells = rowCount() * columnCount();
    const int start = from.isValid() ? from.column() * rowCount() + from.row() : -1;
    for (const State state : {State::Stalled, State::Unknown}) {
        for (int step = 1; step <= cells; ++step) {
            const int at = ((start + (backwards ? -step : step)) % cells + cells) % cells;
            const QModelIndex candidate = index(at % rowCount(), at / rowCount());
            if (isProblem(candidate, state))
                return candidate;
        }
    }
    return {};
}

int LayerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_grid.rows();
}

int LayerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_grid.columns();
}

bool LayerModel::isStale(const Layer &layer) const
{
    if (m_staleSince)
        return true;
    return layer.measured && secondsBetween(*layer.measured, m_now) > 2 * m_interval;
}

bool LayerModel::isStuckBelow(int row, int column) const
{
    const int own = m_grid.layerAt(row, column);
    return own >= 0 && own == m_disks.at(column).stuckBelow();
}

static QString detailsText(const Layer &layer)
{
    QStringList parts;
    for (const LayerDetail &detail : layer.details)
        parts.append(detail.label.text() + u' ' + visibleName(detail.value.text()));
    return parts.join(QStringLiteral(" · "));
}

QString LayerModel::accessibleText(const QModelIndex &index) const
{
    const Layer *layer = layerAt(index);
    if (!layer)
        return tr("%1: nothing here").arg(visibleName(m_disks.at(index.column()).name));
    QStringList parts{layerKindPhrase(layer->kind).text() + u' ' + visibleName(layer->name)
        + QStringLiteral(": ") + verdictWord(layer->verdict).text()};
    if (layer->inFlight)
        parts.append(tr("%n request(s) in flight", nullptr, int(*layer->inFlight)));
    if (layer->verdict.since)
        parts.append(tr("for %1").arg(spanText(*layer->verdict.since, m_now)));
    if (!layer->verdict.reason.isEmpty())
        parts.append(layer->verdict.reason.text());
    if (isStale(*layer))
        parts.append(tr("stale"));
    if (isStuckBelow(index.row(), index.column()))
        parts.append(tr("requests are stuck below this layer"));
    return parts.join(QStringLiteral(", "));
}

QVariant LayerModel::layerData(const Layer &layer, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case KindTextRole:
        return layerKindPhrase(layer.kind).text();
    case KindRole:
        return int(layer.kind);
    case NameRole:
        return visibleName(layer.name);
    case IdentityRole:
        return layer.identity;
    case WordRole:
        return verdictWord(layer.verdict).text();
    case StateRole:
        return int(layer.verdict.state);
    case ModifierRole:
        return int(layer.verdict.modifier);
    case ReasonRole:
        return visibleName(layer.verdict.reason.text(), 600);
    case DetailsRole:
        return detailsText(layer);
    case InFlightRole:
        return countText(layer.inFlight);
    case CountsRole:
        return layer.inFlight || layer.completedPerSecond || layer.bytesPerSecond;
    case InFlightTextRole:
        return layer.inFlight ? tr("%1 in flight").arg(countText(layer.inFlight)) : QString();
    case CompletedRole:
        return rateText(layer.completedPerSecond);
    case BytesRole:
        return bytesRateText(layer.bytesPerSecond);
    case SinceRole:
        return layer.verdict.since ? spanText(*layer.verdict.since, m_now) : QString();
    case AgeRole:
        return layer.measured ? spanText(*layer.measured, m_now) : QString();
    case SinceTextRole:
        return layer.verdict.since ? tr("for %1").arg(spanText(*layer.verdict.since, m_now))
                                   : QString();
    case AgeTextRole:
        return layer.measured ? ageText(*layer.measured, m_now) : QString();
    case StaleRole:
        return isStale(layer);
    case CulpritRole:
        return layer.verdict.state == State::Stalled;
    default:
        return {};
    }
}

QVariant LayerModel::cellData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case StuckBelowRole:
        return isStuckBelow(index.row(), index.column());
    case StuckTextRole:
        return isStuckBelow(index.row(), index.column()) ? tr("STUCK HERE") : QString();
    case StuckSinceRole: {
        const std::optional<WallTime> since = m_disks.at(index.column()).summary.since;
        return since ? tr("for %1").arg(spanText(*since, m_now)) : QString();
    }
    case FirstColumnRole:
        return m_grid.span(index.row(), index.column()).first;
    case LastColumnRole:
        return m_grid.span(index.row(), index.column()).second;
    case PresentRole:
        return layerAt(index) != nullptr;
    default:
        return {};
    }
}

QVariant LayerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QVariant cell = cellData(index, role);
    if (cell.isValid())
        return cell;
    const Layer *layer = layerAt(index);
    return layer ? layerData(*layer, role) : QVariant();
}

QVariant LayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const DiskDiagnosis *disk = orientation == Qt::Horizontal ? diskAt(section) : nullptr;
    if (!disk)
        return {};
    Verdict verdict;
    verdict.state = disk->summary.verdict;
    verdict.modifier = disk->summary.modifier;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return visibleName(disk->name);
    case WordRole:
        return verdictWord(verdict).text();
    case StateRole:
        return int(verdict.state);
    case ModifierRole:
        return int(verdict.modifier);
    case SinceRole:
        return disk->summary.since ? spanText(*disk->summary.since, m_now) : QString();
    case StaleRole:
        return m_staleSince.has_value();
    case BlastRadiusRole: {
        QStringList others;
        for (const SharingDisk &other : disk->blastRadius)
            others.append(sharingText(other, 60));
        return others.isEmpty() ? QString()
                                : tr("also affected: %1").arg(others.join(QStringLiteral(", ")));
    }
    default:
        return {};
    }
}

Qt::ItemFlags LayerModel::flags(const QModelIndex &index) const
{
    return layerAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace plumbline
