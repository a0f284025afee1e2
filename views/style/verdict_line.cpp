// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/verdict_line.h"

#include "views/style/state_glyph.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace plumbline {

static constexpr int glyphSize = 14;

VerdictLine::VerdictLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void VerdictLine::setVerdict(Look look, const QString &word, const QString &more)
{
    if (look == m_look && word == m_word && more == m_more)
        return;
    m_look = look;
    m_word = word;
    m_more = more;
    setAccessibleName(word + u' ' + more);
    updateGeometry();
    update();
}

QSize VerdictLine::sizeHint() const
{
    const QFontMetrics bold(emphasised(font()));
    const QFontMetrics plain(font());
    return {glyphSize + 2 * rhythm + bold.horizontalAdvance(m_word) + rhythm
            + plain.horizontalAdvance(m_more),
        std::max(plain.height(), glyphSize)};
}

QSize VerdictLine::minimumSizeHint() const
{
    const QFontMetrics bold(emphasised(font()));
    return {glyphSize + 2 * rhythm + bold.horizontalAdvance(m_word), sizeHint().height()};
}

void VerdictLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = StatePalette(palette()).ink(m_look);
    drawStateGlyph(
        painter, QRectF(0, (height() - glyphSize) / 2.0, glyphSize, glyphSize), m_look, ink);
    const QFont bold = emphasised(font());
    painter.setFont(bold);
    painter.setPen(ink);
    QRect area = rect().adjusted(glyphSize + rhythm, 0, 0, 0);
    painter.drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, m_word);
    area.adjust(QFontMetrics(bold).horizontalAdvance(m_word) + rhythm, 0, 0, 0);
    painter.setFont(font());
    painter.setPen(quietText(palette()));
    painter.drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font()).elidedText(m_more, Qt::ElideRight, area.width()));
}

} // namespace plumbline
