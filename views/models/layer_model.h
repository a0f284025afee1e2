// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"
#include "views/models/layer_grid.h"

#include <QAbstractTableModel>

namespace plumbline {

/// The layers of a domain's disks as a table: rows are stations from the guest down, columns are
/// disks. A new diagnosis with the same layers changes values in place; anything else is a reset.
class LayerModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole + 1, ///< LayerKind as int
        KindTextRole, ///< "host mount"
        NameRole, ///< made visible, one line
        IdentityRole,
        WordRole, ///< "stalled", "waiting" …
        StateRole, ///< State as int
        ModifierRole, ///< Modifier as int
        ReasonRole, ///< sentence
        DetailsRole, ///< "format qcow2 · cache none"
        InFlightRole, ///< text, a dash when not counted
        CountsRole, ///< bool: this layer counts anything
        InFlightTextRole, ///< "5 in flight"; empty when not counted
        CompletedRole, ///< text with unit
        BytesRole, ///< text with unit
        SinceRole, ///< "4 min 12 s" or empty
        AgeRole, ///< "2 s" or empty
        AgeTextRole, ///< "2 s ago" or empty
        SinceTextRole, ///< "for 4 min 12 s" or empty
        StaleRole, ///< bool
        CulpritRole, ///< bool: this layer is the stalled one
        StuckBelowRole, ///< bool: requests pass this cell's lower edge and do not come back
        StuckTextRole, ///< what the boundary's band says, on the cell above it
        StuckSinceRole, ///< "for 4 min 12 s", on the same cell
        BlastRadiusRole, ///< of a column: "also affected: db-12/vda" or empty
        FirstColumnRole, ///< of the neighbouring disks that share this layer
        LastColumnRole,
        PresentRole, ///< bool: this disk has a layer in this row
    };

    explicit LayerModel(QObject *parent = nullptr);

    void setDiagnosis(const Diagnosis &diagnosis);
    void setNow(WallTime now);
    /// Seconds between rounds; a layer whose facts are older than two of them is stale.
    void setInterval(double seconds);

    /// Null when this disk has nothing in this row.
    const Layer *layerAt(const QModelIndex &index) const;
    const DiskDiagnosis *diskAt(int column) const;
    /// Where a layer of the given disk stands; invalid when it is not there.
    QModelIndex find(const QString &disk, const QString &identity, LayerKind kind) const;
    /// The cell that explains the worst disk best: the culprit, else what is unknown.
    QModelIndex worst() const;
    /// The next cell after `from`, in reading order and around the end, that is stalled or unknown;
    /// stalled cells are visited first when there are any.
    QModelIndex nextProblem(const QModelIndex &from, bool backwards) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    bool isStale(const Layer &layer) const;
    bool isStuckBelow(int row, int column) const;
    QString accessibleText(const QModelIndex &index) const;
    QVariant layerData(const Layer &layer, int role) const;
    QVariant cellData(const QModelIndex &index, int role) const;
    bool isProblem(const QModelIndex &index, State state) const;
    void announceAll();

    QList<DiskDiagnosis> m_disks;
    LayerGrid m_grid;
    std::optional<WallTime> m_staleSince;
    WallTime m_now{};
    double m_interval = 5;
};

} // namespace plumbline
