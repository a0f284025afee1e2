// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/diagram/path_geometry.h"
#include "views/style/state_palette.h"

#include <QCoreApplication>
#include <QModelIndex>

class QPainter;

namespace plumbline {

/// Paints the parts of the path diagram. All text goes out as plain text.
class PathPainter
{
    Q_DECLARE_TR_FUNCTIONS(PathPainter)
public:
    PathPainter(QPainter &painter, const PathGeometry &geometry, const QPalette &palette,
        const QFont &font);

    enum Mark { Plain, Current, CurrentWithFocus };
    void paintCell(const QModelIndex &index, const QRect &area, Mark mark);
    void paintMissing(const QModelIndex &index, const QRect &area);
    void paintBand(const QModelIndex &above, const QRect &area);
    void paintHeader(const QAbstractItemModel &model, int column, const QRect &area);
    void paintFooter(const QAbstractItemModel &model, int column, const QRect &area);

private:
    void paintBackground(const QModelIndex &index, const QRect &area, Mark mark);
    void paintRail(const QModelIndex &index, const QRect &area);
    void paintTitle(const QModelIndex &index, const QRect &line, const QColor &ink);
    void paintRoomy(const QModelIndex &index, QRect text);
    void paintNarrow(const QModelIndex &index, QRect text);
    void paintReason(const QModelIndex &index, const QRect &area, bool withWord);
    QColor inkOf(const QModelIndex &index) const;
    /// Draws and returns the width that was used.
    int draw(const QRect &area, Qt::Alignment alignment, const QString &text, const QColor &color,
        const QFont &font, Qt::TextElideMode elide = Qt::ElideRight);

    QPainter &m_painter;
    const PathGeometry &m_geometry;
    QPalette m_palette;
    StatePalette m_states;
    QFont m_font;
    QFont m_bold;
    QColor m_text;
    QColor m_quiet;
};

} // namespace plumbline
