// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/layer_grid.h"

namespace plumbline {

LayerGrid::LayerGrid(const QList<DiskDiagnosis> &disks) : m_columns(int(disks.size()))
{
    for (int kind = 0; kind <= int(LayerKind::Backend); ++kind)
        placeKind(LayerKind(kind), disks);
}

// Layers of one kind fill rows from `start` on. Two that are the same thing meet in one row; one
// that stands alone takes the next row where its own column is free.
void LayerGrid::placeKind(LayerKind kind, const QList<DiskDiagnosis> &disks)
{
    const qsizetype start = m_rows.size();
    for (int column = 0; column < m_columns; ++column) {
        const QList<Layer> &layers = disks.at(column).layers;
        qsizetype next = start;
        for (int i = 0; i < layers.size(); ++i) {
            const Layer &layer = layers.at(i);
            if (layer.kind != kind)
                continue;
            qsizetype row = next;
            if (!layer.identity.isEmpty()) {
                while (row < m_rows.size() && !m_identities.at(row).contains(layer.identity))
                    ++row;
            }
            if (row >= m_rows.size() || layer.identity.isEmpty())
                row = next;
            if (row >= m_rows.size()) {
                m_rows.append(Row(m_columns, -1));
                m_identities.append(QStringList(m_columns));
            }
            m_rows[row][column] = i;
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
