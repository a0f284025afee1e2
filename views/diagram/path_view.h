// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/diagram/path_geometry.h"

#include <QAbstractItemView>

namespace plumbline {

class LayerModel;

/// The layers of a domain's disks, from the guest down. Up and Down walk the layers, Left and Right
/// the disks, Enter and a double click ask for the evidence. A refresh keeps the current layer, the
/// scroll position and the heights of all rows.
class PathView : public QAbstractItemView
{
    Q_OBJECT
public:
    explicit PathView(QWidget *parent = nullptr);

    void setLayerModel(LayerModel *model);
    LayerModel *layerModel() const { return m_layers; }
    const PathGeometry &geometryOfPath() const { return m_geometry; }

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    QSize sizeHint() const override;
    /// The whole diagram, what is scrolled away included.
    QPixmap picture();

Q_SIGNALS:
    void evidenceWanted(const QModelIndex &index);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
        const QList<int> &roles) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void rememberCurrent();
    void restoreCurrent();
    void relayout();
    void paintAll(QPainter &painter, const QPoint &offset, int headerTop, const QRect &clip);
    QModelIndex firstOfSpan(const QModelIndex &index) const;
    QModelIndex presentFrom(int row, int column, int step) const;
    bool isCurrent(const QModelIndex &index) const;

    LayerModel *m_layers = nullptr;
    PathGeometry m_geometry;
    /// What the current index stood on, to find it again after a reset.
    QString m_currentDisk;
    QString m_currentIdentity;
    int m_currentKind = -1;
};

} // namespace plumbline
