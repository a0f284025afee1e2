// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_minimap.h"

#include "views/style/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace plumbline {

static constexpr int stripWidth = 3 * rhythm;
static constexpr int smallestPart = 6;
static constexpr int markHeight = 2;

LogMinimap::LogMinimap(LogView *view, QWidget *parent) : QWidget(parent), m_view(view)
{
    setFixedWidth(stripWidth);
    setCursor(Qt::PointingHandCursor);
    connect(view, &LogView::scrolled, this, qOverload<>(&QWidget::update));
    connect(view, &LogView::currentLineChanged, this, qOverload<>(&QWidget::update));
}

void LogMinimap::setDocument(LogDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_events.clear();
    m_search = -1;
    if (document)
        connect(document, &LogDocument::progressed, this, qOverload<>(&QWidget::update));
    update();
}

void LogMinimap::setEvents(std::map<qint64, Look> events)
{
    m_events = std::move(events);
    update();
}

void LogMinimap::setSearch(int lens)
{
    m_search = lens;
    update();
}

QSize LogMinimap::sizeHint() const
{
    return {stripWidth, 10 * rhythm};
}

int LogMinimap::placeOf(qint64 line) const
{
    return int(line * height() / m_lines);
}

void LogMinimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), raised(palette()));
    if (!m_document)
        return;
    m_lines = std::max<qint64>(1, m_document->state().lines);
    const QColor highlight = palette().color(QPalette::Highlight);
    const int top = placeOf(m_view->topLine());
    const qint64 rows = m_view->viewport()->height() / std::max(1, m_view->fontMetrics().height());
    const int part = std::max(smallestPart, placeOf(rows));
    painter.fillRect(QRect(0, std::min(top, height() - part), width(), part),
        mixed(raised(palette()), highlight, 0.3));
    // One look for each line of pixels, however many hits there are.
    if (m_search >= 0) {
        for (int y = 0; y < height(); ++y) {
            const qint64 first = m_lines * y / height();
            const auto hit = m_document->nextHit(m_search, first - 1, false);
            if (!hit)
                break;
            y = std::max(y, placeOf(*hit));
            painter.fillRect(QRect(0, y, width() / 3, 1), highlight);
        }
    }
    const StatePalette states(palette());
    // The gravest last: it must not be covered.
    for (const Look look : {Look::Idle, Look::Healthy, Look::Slow, Look::Stalled}) {
        int drawn = -1;
        for (const auto &[line, of] : m_events) {
            const int y = placeOf(line);
            if (of != look || y == drawn)
                continue;
            drawn = y;
            painter.fillRect(
                QRect(width() / 3, y, width() - width() / 3, markHeight), states.ink(look));
        }
    }
    for (const qint64 line : m_view->marks())
        painter.fillRect(QRect(0, placeOf(line), width(), 1), palette().color(QPalette::Link));
}

void LogMinimap::go(int y)
{
    if (m_document && height() > 0)
        m_view->goToLine(m_lines * std::clamp(y, 0, height() - 1) / height());
}

void LogMinimap::mousePressEvent(QMouseEvent *event)
{
    go(int(event->position().y()));
}

void LogMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        go(int(event->position().y()));
}

} // namespace plumbline
