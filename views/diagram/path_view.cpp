// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/path_view.h"

#include "views/diagram/path_accessible.h"
#include "views/diagram/path_painter.h"
#include "views/models/layer_model.h"
#include "views/models/visible_text.h"
#include "views/style/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace plumbline {

PathView::PathView(QWidget *parent) : QAbstractItemView(parent)
{
    installPathAccessibility();
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setAccessibleName(tr("IO path"));
    connect(this, &QAbstractItemView::doubleClicked, this, &PathView::evidenceWanted);
}

void PathView::setLayerModel(LayerModel *model)
{
    m_layers = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &PathView::rememberCurrent);
    connect(model, &QAbstractItemModel::modelReset, this, &PathView::restoreCurrent);
    connect(
        model, &QAbstractItemModel::headerDataChanged, viewport(), qOverload<>(&QWidget::update));
    relayout();
}

void PathView::rememberCurrent()
{
    const QModelIndex current = currentIndex();
    const Layer *layer = m_layers->layerAt(current);
    m_currentKind = layer ? int(layer->kind) : -1;
    m_currentIdentity = layer ? layer->identity : QString();
    m_currentDisk = layer ? m_layers->diskAt(current.column())->name : QString();
}

void PathView::restoreCurrent()
{
    m_geometry.reset();
    relayout();
    QModelIndex found;
    if (m_currentKind >= 0)
        found = m_layers->find(m_currentDisk, m_currentIdentity, LayerKind(m_currentKind));
    setCurrentIndex(found.isValid() ? found : m_layers->worst());
}

void PathView::relayout()
{
    if (!m_layers)
        return;
    m_geometry.update(*m_layers, font(), viewport()->size());
    updateGeometries();
    viewport()->update();
}

void PathView::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    relayout();
}

void PathView::updateGeometries()
{
    const QSize room = viewport()->size();
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(m_geometry.lineHeight());
    verticalScrollBar()->setRange(0, std::max(0, m_geometry.contentHeight() - room.height()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(m_geometry.lineHeight());
    horizontalScrollBar()->setRange(0, std::max(0, m_geometry.contentWidth() - room.width()));
    QAbstractItemView::updateGeometries();
}

QSize PathView::sizeHint() const
{
    return {640, std::max(200, m_geometry.contentHeight())};
}

int PathView::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int PathView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

bool PathView::isIndexHidden(const QModelIndex &) const
{
    return false;
}

QRect PathView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return m_geometry
        .cell(index.row(), index.data(LayerModel::FirstColumnRole).toInt(),
            index.data(LayerModel::LastColumnRole).toInt())
        .translated(-horizontalOffset(), -verticalOffset());
}

void PathView::scrollTo(const QModelIndex &index, ScrollHint)
{
    const QRect area = visualRect(index);
    if (!area.isValid())
        return;
    const int top = m_geometry.headerHeight();
    const int bottom = viewport()->height();
    if (area.top() < top)
        verticalScrollBar()->setValue(verticalOffset() + area.top() - top);
    else if (area.bottom() >= bottom)
        verticalScrollBar()->setValue(verticalOffset() + area.bottom() - bottom + 1);
    if (area.left() < 0)
        horizontalScrollBar()->setValue(horizontalOffset() + area.left());
    else if (area.right() >= viewport()->width())
        horizontalScrollBar()->setValue(
            horizontalOffset() + area.right() - viewport()->width() + 1);
}

QModelIndex PathView::firstOfSpan(const QModelIndex &index) const
{
    return index.isValid() ? index.siblingAtColumn(index.data(LayerModel::FirstColumnRole).toInt())
                           : index;
}

QModelIndex PathView::indexAt(const QPoint &point) const
{
    if (!m_layers || point.y() < m_geometry.headerHeight() || m_geometry.columnWidth() <= 0)
        return {};
    const int row = m_geometry.rowAt(point.y() + verticalOffset());
    const int column = (point.x() + horizontalOffset()) / m_geometry.columnWidth();
    if (row < 0 || column >= m_layers->columnCount())
        return {};
    const QModelIndex index = m_layers->index(row, column);
    return m_layers->layerAt(index) ? index : QModelIndex();
}

QModelIndex PathView::presentFrom(int row, int column, int step) const
{
    for (; row >= 0 && row < m_layers->rowCount(); row += step) {
        const QModelIndex index = m_layers->index(row, column);
        if (m_layers->layerAt(index))
            return index;
    }
    return {};
}

QModelIndex PathView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (!m_layers || m_layers->rowCount() == 0)
        return {};
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return m_layers->worst();
    const int last = m_layers->rowCount() - 1;
    QModelIndex target;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        target = presentFrom(current.row() - 1, current.column(), -1);
        break;
    case MoveDown:
    case MoveNext:
        target = presentFrom(current.row() + 1, current.column(), 1);
        break;
    case MoveHome:
    case MovePageUp:
        target = presentFrom(0, current.column(), 1);
        break;
    case MoveEnd:
    case MovePageDown:
        target = presentFrom(last, current.column(), -1);
        break;
    case MoveLeft:
    case MoveRight: {
        const bool left = action == MoveLeft;
        const int column = left ? current.data(LayerModel::FirstColumnRole).toInt() - 1
                                : current.data(LayerModel::LastColumnRole).toInt() + 1;
        if (column < 0 || column >= m_layers->columnCount())
            break;
        target = presentFrom(current.row(), column, 1);
        if (!target.isValid())
            target = presentFrom(current.row(), column, -1);
        break;
    }
    }
    return target.isValid() ? target : current;
}

void PathView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    if (index.isValid())
        selectionModel()->select(index, flags);
    else if (currentIndex().isValid() && rect.contains(visualRect(currentIndex()).center()))
        selectionModel()->select(currentIndex(), flags);
}

QRegion PathView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += visualRect(index);
    return region;
}

bool PathView::isCurrent(const QModelIndex &index) const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && current.row() == index.row()
        && current.column() >= index.data(LayerModel::FirstColumnRole).toInt()
        && current.column() <= index.data(LayerModel::LastColumnRole).toInt();
}

void PathView::paintAll(QPainter &painter, const QPoint &offset, int headerTop, const QRect &clip)
{
    PathPainter part(painter, m_geometry, palette(), font());
    for (int row = 0; row < m_layers->rowCount(); ++row) {
        for (int column = 0; column < m_layers->columnCount(); ++column) {
            const QModelIndex index = m_layers->index(row, column);
            const int last = index.data(LayerModel::LastColumnRole).toInt();
            const QRect cell = m_geometry.cell(row, column, last).translated(offset);
            const QRect band = m_geometry.band(row, column, last).translated(offset);
            if (firstOfSpan(index) == index && (cell | band).intersects(clip)) {
                if (!m_layers->layerAt(index))
                    part.paintMissing(index, cell);
                else
                    part.paintCell(index, cell,
                        !isCurrent(index) ? PathPainter::Plain
                            : hasFocus()  ? PathPainter::CurrentWithFocus
                                          : PathPainter::Current);
                if (band.isValid())
                    part.paintBand(index, band);
            }
        }
    }
    for (int column = 0; column < m_layers->columnCount(); ++column) {
        if (m_geometry.hasFooter())
            part.paintFooter(*m_layers, column, m_geometry.footer(column).translated(offset));
        part.paintHeader(
            *m_layers, column, m_geometry.header(column).translated(offset.x(), headerTop));
    }
}

void PathView::paintEvent(QPaintEvent *event)
{
    if (!m_layers)
        return;
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    paintAll(painter, QPoint(-horizontalOffset(), -verticalOffset()), 0, event->rect());
}

QPixmap PathView::picture()
{
    const QSize size(
        std::max(m_geometry.contentWidth(), 1), std::max(m_geometry.contentHeight(), 1));
    QPixmap out(size * devicePixelRatioF());
    out.setDevicePixelRatio(devicePixelRatioF());
    out.fill(palette().color(QPalette::Base));
    if (m_layers) {
        QPainter painter(&out);
        paintAll(painter, {}, 0, QRect(QPoint(), size));
    }
    return out;
}

void PathView::resizeEvent(QResizeEvent *event)
{
    relayout();
    QAbstractItemView::resizeEvent(event);
    scrollTo(currentIndex());
}

void PathView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        Q_EMIT evidenceWanted(currentIndex());
        return;
    }
    QAbstractItemView::keyPressEvent(event);
}

// The tool tip says in full what a row had to cut.
bool PathView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    if (!index.isValid()) {
        QToolTip::hideText();
        return true;
    }
    QStringList lines{index.data(LayerModel::KindTextRole).toString() + u' '
        + index.data(LayerModel::NameRole).toString()};
    for (const int role : {int(LayerModel::DetailsRole), int(LayerModel::ReasonRole)}) {
        if (const QString text = index.data(role).toString(); !text.isEmpty())
            lines.append(text);
    }
    QToolTip::showText(help->globalPos(), asToolTip(lines.join(u'\n')), viewport());
    return true;
}

void PathView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("IO path"));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        m_geometry.reset();
        relayout();
    }
}

void PathView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
}

} // namespace plumbline
