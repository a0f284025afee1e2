// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/layer_grid.h"

#include <algorithm>

namespace plumbline {

// Kinds follow each other downwards in a path; below a loop device it begins anew with the mount
// that its file lies on, and then so do the rows.
static int lapOf(const QList<Layer> &layers, int index)
{
    int lap = 0;
    for (int i = 1; i <= index; ++i)
        lap += layers.at(i).kind < layers.at(i - 1).kind ? 1 : 0;
    return lap;
}

LayerGrid::LayerGrid(const QList<DiskDiagnosis> &disks) : m_columns(int(disks.size()))
{
    int laps = 1;
    for (const DiskDiagnosis &disk : disks)
        laps = std::max(laps, lapOf(disk.layers, int(disk.layers.size()) - 1) + 1);
    for (int lap = 0; lap < laps; ++lap) {
        for (int kind = 0; kind <= int(LayerKind::Backend); ++kind)
            placeKind(LayerKind(kind), lap, disks);
    }
}

qsizetype LayerGrid::rowWith(const QString &identity, qsizetype from) const
{
    for (qsizetype row = from; !identity.isEmpty() && row < m_rows.size(); ++row) {
        if (m_identities.at(row).contains(identity))
            return row;
    }
    return -1;
}

// Layers of one kind fill rows from `start` on. Two that are the same thing meet in one row; one
// that stands alone takes the next row where its own column is free, or a new one if that row is
// where a layer below it has to go.
void LayerGrid::placeKind(LayerKind kind, int lap, const QList<DiskDiagnosis> &disks)
{
    const qsizetype start = m_rows.size();
    for (int column = 0; column < m_columns; ++column) {
        const QList<Layer> &layers = disks.at(column).layers;
        QList<int> own;
        for (int i = 0; i < layers.size(); ++i) {
            if (layers.at(i).kind == kind && lapOf(layers, i) == lap)
                own.append(i);
        }
        qsizetype next = start;
        for (qsizetype k = 0; k < own.size(); ++k) {
            const Layer &layer = layers.at(own.at(k));
            qsizetype row = rowWith(layer.identity, next);
            if (row < 0) {
                row = next;
                const bool isTaken = std::any_of(own.begin() + k + 1, own.end(),
                    [&](int later) { return rowWith(layers.at(later).identity, next) == next; });
                if (isTaken || row >= m_rows.size()) {
                    m_rows.insert(row, Row(m_columns, -1));
                    m_identities.insert(row, QStringList(m_columns));
                }
            }
            m_rows[row][column] = own.at(k);
            m_identities[row][column] = layer.identity;
            next = row + 1;
        }
    }
}

std::pair<int, int> LayerGrid::span(int row, int column) const
{
    const QStringList &identities = m_identities.at(row);
    const QString &own = identities.at(column);
    int first = column;
    int last = column;
    if (own.isEmpty())
        return {first, last};
    while (first > 0 && identities.at(first - 1) == own)
        --first;
    while (last + 1 < m_columns && identities.at(last + 1) == own)
        ++last;
    return {first, last};
}

} // namespace plumbline
