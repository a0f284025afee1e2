// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QList>
#include <QRect>

class QAbstractItemModel;
class QModelIndex;

namespace plumbline {

/// Where everything of the path diagram stands, in content coordinates. Heights never shrink while
/// the layers stay the same, so that a refresh moves nothing.
class PathGeometry
{
public:
    /// Lays out `model` (a LayerModel) in `room`. Reasons take two lines where they need them,
    /// unless the path would then not fit: only the culprit keeps them.
    void update(const QAbstractItemModel &model, const QFont &font, const QSize &room);
    /// Forgets the heights that were needed before.
    void reset();

    int headerHeight() const { return m_headerHeight; }
    /// Of everything, the header included.
    int contentHeight() const { return m_contentHeight; }
    int contentWidth() const { return m_columnWidth * int(m_columns); }
    int columnWidth() const { return m_columnWidth; }
    int lineHeight() const { return m_lineHeight; }

    /// The columns from first to last of one row.
    QRect cell(int row, int firstColumn, int lastColumn) const;
    /// The band under a row where the boundary is drawn; null when nothing is stuck there.
    QRect band(int row, int firstColumn, int lastColumn) const;
    /// The line under the last row of a column.
    QRect footer(int column) const;
    QRect header(int column) const;
    /// Row at this height; -1 above, below and in the header.
    int rowAt(int y) const;

    /// Lines that the reason may take in this row.
    int reasonLines(int row) const { return m_reasonLines.value(row); }
    bool isRoomy(int width) const;
    /// Width of the reason in a cell of this row. Where no line of numbers follows, the age stands
    /// beside the reason.
    int reasonWidth(const QModelIndex &index, int cellWidth) const;
    bool hasNumbersLine(int row) const { return m_numbersLines.value(row); }
    bool hasFooter() const { return m_footerHeight > 0; }

private:
    void placeRows(const QAbstractItemModel &model, const QFont &font);
    int neededLines(const QAbstractItemModel &model, int row, const QFont &font) const;
    bool needsNumbersLine(const QAbstractItemModel &model, int row) const;
    int footerHeightOf(const QAbstractItemModel &model, const QFont &font) const;

    QSize m_room;
    bool m_tight = false;
    int m_columns = 0;
    int m_columnWidth = 0;
    int m_lineHeight = 0;
    int m_headerHeight = 0;
    int m_footerHeight = 0;
    int m_contentHeight = 0;
    QList<int> m_tops;
    QList<int> m_heights;
    QList<int> m_bands;
    QList<int> m_reasonLines;
    QList<bool> m_numbersLines;
};

/// Widths inside a cell that geometry and painter share.
namespace cell_metrics {
inline constexpr int padding = 7; ///< above and below the text of a row
inline constexpr int railWidth = 40; ///< room of the glyph, left of the text
inline constexpr int rightMargin = 12;
inline constexpr int countWidth = 72; ///< "in flight"
inline constexpr int rateWidth = 72; ///< "completed"
inline constexpr int bytesWidth = 88; ///< "throughput"
inline constexpr int gap = 12;
inline constexpr int footerLines = 3;
inline constexpr int ageWidth = 88; ///< "2 s ago" where nothing lasts
int numbersWidth();
/// What the verdict's word takes of the first line of a reason.
int wordWidth(const QString &word, const QFont &font);
} // namespace cell_metrics

} // namespace plumbline
