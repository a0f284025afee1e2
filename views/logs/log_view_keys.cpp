// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace plumbline {

// In the log these are the log's own: the window has other uses for some of them.
static bool isOwnKey(const QKeyEvent &key)
{
    static constexpr std::array<int, 11> own{Qt::Key_N, Qt::Key_E, Qt::Key_M, Qt::Key_W, Qt::Key_V,
        Qt::Key_G, Qt::Key_Slash, Qt::Key_Space, Qt::Key_Apostrophe, Qt::Key_Home, Qt::Key_End};
    const bool isPlain = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    return (isPlain && std::find(own.begin(), own.end(), key.key()) != own.end())
        || key.matches(QKeySequence::Copy)
        || (key.key() == Qt::Key_C && key.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier));
}

bool LogView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const bool isShifted = event->modifiers() & Qt::ShiftModifier;
    const qint64 row = m_document ? m_document->rowOfLine(m_current) : 0;
    const int page = verticalScrollBar()->pageStep();
    switch (event->key()) {
    case Qt::Key_Up:
        return moveTo(row - 1, isShifted);
    case Qt::Key_Down:
        return moveTo(row + 1, isShifted);
    case Qt::Key_PageUp:
        return moveTo(row - page, isShifted);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return moveTo(row + page, isShifted);
    case Qt::Key_Home:
        return moveTo(0, isShifted);
    case Qt::Key_End:
        return moveTo(m_document ? m_document->rowCount() - 1 : 0, isShifted);
    case Qt::Key_Left:
    case Qt::Key_Right: {
        QScrollBar *bar = horizontalScrollBar();
        const int step = bar->singleStep();
        return bar->setValue(bar->value() + (event->key() == Qt::Key_Left ? -step : step));
    }
    case Qt::Key_Slash:
        return searchWanted();
    case Qt::Key_N:
        return hitWanted(isShifted);
    case Qt::Key_E:
        return eventWanted(isShifted);
    case Qt::Key_M:
        return toggleMark();
    case Qt::Key_Apostrophe:
        return goToMark(isShifted);
    case Qt::Key_G:
        return lineWanted();
    case Qt::Key_Escape:
        return left();
    case Qt::Key_V:
        return setControlsShown(!m_layout.controlsShown());
    case Qt::Key_W:
        return setWrapped(!m_isWrapped);
    case Qt::Key_C:
        if (event->modifiers() & Qt::ControlModifier)
            return copyWanted(isShifted);
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

qint64 LogView::rowAt(int y) const
{
    const auto behind = std::upper_bound(m_tops.begin(), m_tops.end(), y,
        [](int place, const auto &top) { return place < top.first; });
    if (behind == m_tops.begin())
        return verticalScrollBar()->value() + (y < 0 ? -1 : 0);
    return std::prev(behind)->second + (y > viewport()->height() ? 1 : 0);
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool isInMargin = event->position().x() < m_margin;
    moveTo(rowAt(int(event->position().y())), event->modifiers() & Qt::ShiftModifier);
    m_isAtEnd = false;
    if (isInMargin)
        toggleMark();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(rowAt(int(event->position().y())), true);
}

void LogView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    if (dy > 0)
        m_isAtEnd = false;
    else if (dy < 0 && verticalScrollBar()->value() == verticalScrollBar()->maximum())
        m_isAtEnd = true;
    viewport()->update();
    Q_EMIT scrolled();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
    if (m_isAtEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        takeStyle();
        updateScrollBars();
    }
    QAbstractScrollArea::changeEvent(event);
}

void LogView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace plumbline
