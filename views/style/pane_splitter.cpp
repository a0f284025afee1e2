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
        painter.fillRect(QRect(width() / 2, 0, 1, height()), hairline(palette()));
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
