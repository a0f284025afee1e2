// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/state_glyph.h"

#include <QPainter>
#include <QPainterPath>

namespace plumbline {

// All shapes live in a square of 16 by 16 around the origin.

static QPen penOf(const QColor &ink, double width = 1.8)
{
    return QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

static void drawHealthy(QPainter &painter, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QRectF(-5.5, -5.5, 11, 11));
}

static void drawStalled(QPainter &painter, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRoundedRect(QRectF(-7, -7, 14, 14), 1.5, 1.5);
}

// Sand that does not run: two triangles, tip to tip.
static void drawWaiting(QPainter &painter, const QColor &ink)
{
    QPainterPath glass;
    glass.addPolygon(QPolygonF({{-5, -6.5}, {5, -6.5}, {-5, 6.5}, {5, 6.5}, {-5, -6.5}}));
    painter.setPen(penOf(ink, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(glass);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF({{-5, -6.5}, {5, -6.5}, {0, 0}}));
}

static void drawSlow(QPainter &painter, const QColor &ink)
{
    painter.setPen(penOf(ink));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(-6, -6, 12, 12));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPie(QRectF(-6, -6, 12, 12), 180 * 16, 180 * 16);
}

// A funnel's neck.
static void drawThrottled(QPainter &painter, const QColor &ink)
{
    painter.setPen(penOf(ink, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({{-6, -6}, {-1.8, -1}, {-1.8, 6.5}}));
    painter.drawPolyline(QPolygonF({{6, -6}, {1.8, -1}, {1.8, 6.5}}));
}

static void drawPaused(QPainter &painter, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRect(QRectF(-5, -6, 3.4, 12));
    painter.drawRect(QRectF(1.6, -6, 3.4, 12));
}

static void drawIdle(QPainter &painter, const QColor &ink)
{
    painter.setPen(penOf(ink));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(-5, -5, 10, 10));
}

static void drawUnknown(QPainter &painter, const QColor &ink)
{
    QPen dashes = penOf(ink, 1.4);
    dashes.setCapStyle(Qt::FlatCap);
    dashes.setDashPattern({2.1, 1.7});
    painter.setPen(dashes);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(-7, -7, 14, 14));
    QPainterPath mark;
    mark.moveTo(-2.2, -2);
    mark.cubicTo(-2.2, -4.9, 2.4, -4.9, 2.4, -2);
    mark.cubicTo(2.4, -0.2, 0, -0.2, 0, 1.6);
    painter.setPen(penOf(ink, 1.6));
    painter.drawPath(mark);
    painter.drawPoint(QPointF(0, 4.2));
}

static void drawStale(QPainter &painter, const QColor &ink)
{
    painter.setPen(penOf(ink, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(-6.5, -6.5, 13, 13));
    painter.drawPolyline(QPolygonF({{0, -3.8}, {0, 0.2}, {2.8, 1.9}}));
}

void drawStateGlyph(QPainter &painter, const QRectF &area, Look look, const QColor &ink)
{
    const double side = std::min(area.width(), area.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center());
    painter.scale(side / 16, side / 16);
    switch (look) {
    case Look::Healthy:
        drawHealthy(painter, ink);
        break;
    case Look::Waiting:
        drawWaiting(painter, ink);
        break;
    case Look::Slow:
        drawSlow(painter, ink);
        break;
    case Look::Throttled:
        drawThrottled(painter, ink);
        break;
    case Look::Paused:
        drawPaused(painter, ink);
        break;
    case Look::Idle:
        drawIdle(painter, ink);
        break;
    case Look::Stalled:
        drawStalled(painter, ink);
        break;
    case Look::Unknown:
        drawUnknown(painter, ink);
        break;
    case Look::Stale:
        drawStale(painter, ink);
        break;
    }
    painter.restore();
}

} // namespace plumbline
