// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/path_geometry.h"

#include "views/models/layer_model.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"

#include <QFontMetrics>

#include <algorithm>

namespace plumbline {

/// Below this a column is scrolled to, not squeezed further.
static constexpr int narrowestColumn = 260;
/// From this width on the numbers stand in columns of their own.
static constexpr int roomyWidth = 520;
static constexpr int mostReasonLines = 2;
static constexpr int mostCulpritLines = 3;

int cell_metrics::numbersWidth()
{
    return countWidth + rateWidth + bytesWidth;
}

int PathGeometry::reasonWidth(const QModelIndex &index, int cellWidth) const
{
    using namespace cell_metrics;
    const int text = cellWidth - railWidth - rightMargin;
    if (!isRoomy(cellWidth))
        return hasNumbersLine(index.row()) ? text : text - ageWidth;
    const bool lasts = !index.data(LayerModel::SinceRole).toString().isEmpty();
    return text - (lasts ? numbersWidth() : ageWidth) - gap;
}

int cell_metrics::wordWidth(const QString &word, const QFont &font)
{
    return QFontMetrics(emphasised(font)).horizontalAdvance(word) + rhythm;
}

bool PathGeometry::isRoomy(int width) const
{
    return width >= roomyWidth;
}

void PathGeometry::reset()
{
    m_reasonLines.clear();
    m_numbersLines.clear();
    m_tight = false;
}

void PathGeometry::update(const QAbstractItemModel &model, const QFont &font, const QSize &room)
{
    const QFontMetrics metrics(font);
    if (m_room != room || m_lineHeight != metrics.height()
        || m_reasonLines.size() != model.rowCount())
        reset();
    m_room = room;
    m_columns = model.columnCount();
    m_columnWidth = m_columns ? std::max(room.width() / m_columns, narrowestColumn) : room.width();
    m_lineHeight = metrics.height();
    m_headerHeight = m_lineHeight + 2 * rhythm;
    m_footerHeight = footerHeightOf(model, font);
    placeRows(model, font);
    if (m_contentHeight > room.height() && !m_tight) {
        m_reasonLines.clear();
        m_tight = true;
        placeRows(model, font);
    }
}

void PathGeometry::placeRows(const QAbstractItemModel &model, const QFont &font)
{
    m_reasonLines.resize(model.rowCount());
    m_numbersLines.resize(model.rowCount());
    m_tops.clear();
    m_heights.clear();
    m_bands.clear();
    int y = m_headerHeight;
    for (int row = 0; row < model.rowCount(); ++row) {
        m_numbersLines[row] = m_numbersLines.at(row) || needsNumbersLine(model, row);
        m_reasonLines[row] = std::max(m_reasonLines.at(row), neededLines(model, row, font));
        m_tops.append(y);
        const int lines = 1 + m_reasonLines.at(row) + m_numbersLines.at(row);
        m_heights.append(lines * m_lineHeight + 2 * cell_metrics::padding);
        bool stuck = false;
        for (int column = 0; column < m_columns; ++column)
            stuck = stuck || model.index(row, column).data(LayerModel::StuckBelowRole).toBool();
        m_bands.append(stuck ? m_lineHeight + rhythm : 0);
        y += m_heights.last() + m_bands.last();
    }
    m_contentHeight = y + m_footerHeight;
}

int PathGeometry::footerHeightOf(const QAbstractItemModel &model, const QFont &font) const
{
    int height = 0;
    for (int column = 0; column < m_columns; ++column) {
        const QString also
            = model.headerData(column, Qt::Horizontal, LayerModel::BlastRadiusRole).toString();
        const auto lines = wrappedLines(
            also, font, m_columnWidth - cell_metrics::railWidth - rhythm, cell_metrics::footerLines)
                               .size();
        if (lines > 0)
            height = std::max(height, int(lines) * m_lineHeight + 2 * rhythm);
    }
    return height;
}

static int widthOf(const QModelIndex &index, int columnWidth)
{
    const int first = index.data(LayerModel::FirstColumnRole).toInt();
    const int last = index.data(LayerModel::LastColumnRole).toInt();
    return (last - first + 1) * columnWidth;
}

int PathGeometry::neededLines(const QAbstractItemModel &model, int row, const QFont &font) const
{
    qsizetype lines = 1;
    for (int column = 0; column < m_columns; ++column) {
        const QModelIndex index = model.index(row, column);
        const bool culprit = index.data(LayerModel::CulpritRole).toBool();
        if (m_tight && !culprit)
            continue;
        const int most = culprit ? mostCulpritLines : mostReasonLines;
        const int width = widthOf(index, m_columnWidth);
        const bool roomy = isRoomy(width);
        const int indent = roomy
            ? cell_metrics::wordWidth(index.data(LayerModel::WordRole).toString(), font)
            : 0;
        lines = std::max(lines,
            wrappedLines(index.data(LayerModel::ReasonRole).toString(), font,
                reasonWidth(index, width), most, indent)
                .size());
    }
    return int(lines);
}

bool PathGeometry::needsNumbersLine(const QAbstractItemModel &model, int row) const
{
    for (int column = 0; column < m_columns; ++column) {
        const QModelIndex index = model.index(row, column);
        if (index.data(LayerModel::CountsRole).toBool() && !isRoomy(widthOf(index, m_columnWidth)))
            return true;
    }
    return false;
}

QRect PathGeometry::cell(int row, int firstColumn, int lastColumn) const
{
    if (row < 0 || row >= m_tops.size())
        return {};
    return {firstColumn * m_columnWidth, m_tops.at(row),
        (lastColumn - firstColumn + 1) * m_columnWidth, m_heights.at(row)};
}

QRect PathGeometry::band(int row, int firstColumn, int lastColumn) const
{
    if (row < 0 || row >= m_tops.size() || m_bands.at(row) == 0)
        return {};
    return {firstColumn * m_columnWidth, m_tops.at(row) + m_heights.at(row),
        (lastColumn - firstColumn + 1) * m_columnWidth, m_bands.at(row)};
}

QRect PathGeometry::footer(int column) const
{
    return {
        column * m_columnWidth, m_contentHeight - m_footerHeight, m_columnWidth, m_footerHeight};
}

QRect PathGeometry::header(int column) const
{
    return {column * m_columnWidth, 0, m_columnWidth, m_headerHeight};
}

int PathGeometry::rowAt(int y) const
{
    for (int row = 0; row < m_tops.size(); ++row) {
        if (y >= m_tops.at(row) && y < m_tops.at(row) + m_heights.at(row) + m_bands.at(row))
            return row;
    }
    return -1;
}

} // namespace plumbline
