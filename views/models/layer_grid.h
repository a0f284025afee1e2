// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QList>

namespace plumbline {

/// Where each layer of several disks stands when the disks are drawn side by side: one row per
/// station, one column per disk. A thing that several disks share stands in one row, so that it can
/// be drawn once.
class LayerGrid
{
public:
    LayerGrid() = default;
    explicit LayerGrid(const QList<DiskDiagnosis> &disks);

    int rows() const { return int(m_rows.size()); }
    int columns() const { return m_columns; }
    /// Index into DiskDiagnosis::layers; -1 where this disk has nothing in this row.
    int layerAt(int row, int column) const { return m_rows.at(row).at(column); }
    /// First and last of the neighbouring columns that show the same thing as this cell.
    std::pair<int, int> span(int row, int column) const;

    friend bool operator==(const LayerGrid &, const LayerGrid &) = default;

private:
    using Row = QList<int>;
    void placeKind(LayerKind kind, int lap, const QList<DiskDiagnosis> &disks);
    qsizetype rowWith(const QString &identity, qsizetype from) const;
    QList<Row> m_rows;
    /// Identity per cell; empty where there is none.
    QList<QStringList> m_identities;
    int m_columns = 0;
};

} // namespace plumbline
