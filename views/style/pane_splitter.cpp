// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/pane_splitter.h"

#include "views/style/theme.h"

#include <QPainter>

namespace plumbline {

namespace {
class HairlineHandle : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        const bool isUpright = orientation() == Qt::Horizontal;
        painter.fillRect(
            isUpright ? QRect(width() / 2, 0, 1, height()) : QRect(0, height() / 2, width(), 1),
            hairline(palette()));
    }
};
} // namespace

PaneSplitter::PaneSplitter(QWidget *parent) : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(5);
}

QSplitterHandle *PaneSplitter::createHandle()
{
    return new HairlineHandle(orientation(), this);
}

} // namespace plumbline
