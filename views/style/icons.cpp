// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace plumbline {

// All signs live in a square of 16 by 16 around the origin.
static QPainterPath pathOf(Sign sign)
{
    QPainterPath path;
    const auto line = [&path](std::initializer_list<QPointF> points) {
        path.addPolygon(QPolygonF(QList<QPointF>(points)));
    };
    switch (sign) {
    case Sign::None:
        break;
    case Sign::Refresh:
        path.arcMoveTo(QRectF(-5, -5, 10, 10), 60);
        path.arcTo(QRectF(-5, -5, 10, 10), 60, 290);
        line({{5.4, -5.6}, {4.6, -2.2}, {1.4, -3.4}});
        break;
    case Sign::Pause:
        line({{-2.5, -5}, {-2.5, 5}});
        line({{2.5, -5}, {2.5, 5}});
        break;
    case Sign::Play:
        line({{-3, -5}, {5, 0}, {-3, 5}, {-3, -5}});
        break;
    case Sign::Copy:
        path.addRoundedRect(QRectF(-2.5, -2.5, 8, 8), 1, 1);
        line({{-3, 2.5}, {-5.5, 2.5}, {-5.5, -5.5}, {2.5, -5.5}, {2.5, -3}});
        break;
    case Sign::Picture:
        path.addRoundedRect(QRectF(-6, -5, 12, 10), 1, 1);
        line({{-6, 3}, {-2, -1}, {1, 2}, {3, 0}, {6, 3}});
        break;
    case Sign::Add:
        line({{-5, 0}, {5, 0}});
        line({{0, -5}, {0, 5}});
        break;
    case Sign::Remove:
        line({{-5, 0}, {5, 0}});
        break;
    case Sign::Search:
        path.addEllipse(QRectF(-5.5, -5.5, 8, 8));
        line({{1.5, 1.5}, {5.5, 5.5}});
        break;
    case Sign::Up:
        line({{-4, 2}, {0, -2}, {4, 2}});
        break;
    case Sign::Down:
        line({{-4, -2}, {0, 2}, {4, -2}});
        break;
    case Sign::Previous:
        line({{2, -4}, {-2, 0}, {2, 4}});
        break;
    case Sign::Next:
        line({{-2, -4}, {2, 0}, {-2, 4}});
        break;
    case Sign::Open:
        line({{-6, 4.5}, {-6, -4.5}, {-2, -4.5}, {-0.5, -2.5}, {6, -2.5}, {6, 4.5}, {-6, 4.5}});
        break;
    case Sign::Palette:
        line({{-5, -4}, {5, -4}});
        line({{-5, 0}, {5, 0}});
        line({{-5, 4}, {1, 4}});
        break;
    case Sign::Bulb:
        path.addEllipse(QRectF(-5, -5, 10, 10));
        line({{0, -5}, {0, 5}});
        break;
    }
    return path;
}

namespace {
class SignEngine : public QIconEngine
{
public:
    explicit SignEngine(Sign sign) : m_sign(sign) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const double side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center());
        painter->scale(side / 16, side / 16);
        painter->setPen(QPen(palette.color(group, QPalette::ButtonText), 1.5, Qt::SolidLine,
            Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(pathOf(m_sign));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap out(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return out;
    }

    QIconEngine *clone() const override { return new SignEngine(m_sign); }

private:
    Sign m_sign;
};
} // namespace

QIcon signIcon(Sign sign)
{
    return sign == Sign::None ? QIcon() : QIcon(new SignEngine(sign));
}

} // namespace plumbline
