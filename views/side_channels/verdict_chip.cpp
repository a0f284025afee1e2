// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/side_channels/verdict_chip.h"

#include "views/models/visible_text.h"
#include "views/style/state_glyph.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace plumbline {

static constexpr int glyphSize = 14;
static constexpr int textLeft = 30;

VerdictChip::VerdictChip(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void VerdictChip::setFact(
    const QString &what, Look look, const QString &word, const QString &reason)
{
    m_what = what;
    m_look = look;
    m_word = word;
    m_reason = reason;
    QStringList said{what, word, reason};
    said.removeAll(QString());
    setAccessibleName(said.join(QStringLiteral(", ")));
    setToolTip(asToolTip(reason));
    updateGeometry();
    update();
}

QSize VerdictChip::sizeHint() const
{
    const int height = fontMetrics().height();
    return {
        minimumSizeHint().width() + 80, m_what.isEmpty() ? height + rhythm : 2 * height + rhythm};
}

QSize VerdictChip::minimumSizeHint() const
{
    const QFontMetrics bold(emphasised(font()));
    const int height = fontMetrics().height();
    return {textLeft + fontMetrics().horizontalAdvance(m_what) + rhythm
            + bold.horizontalAdvance(m_word) + rhythm,
        m_what.isEmpty() ? height + rhythm : 2 * height + rhythm};
}

void VerdictChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatePalette states(palette());
    if (underMouse() || hasFocus())
        painter.fillRect(rect(), raised(palette()));
    const QFontMetrics plain(font());
    const QFont bold = emphasised(font());
    QRect line(textLeft, rhythm / 2, width() - textLeft - rhythm, plain.height());
    drawStateGlyph(painter,
        QRectF(rhythm, line.center().y() - glyphSize / 2.0 + 1, glyphSize, glyphSize), m_look,
        states.ink(m_look));
    const int flags = int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    const auto draw = [&](const QString &text, const QColor &ink, const QFont &use) {
        const QString shown = QFontMetrics(use).elidedText(text, Qt::ElideRight, line.width());
        painter.setFont(use);
        painter.setPen(ink);
        painter.drawText(line, flags, shown);
        line.setLeft(line.left() + QFontMetrics(use).horizontalAdvance(shown) + rhythm);
    };
    if (!m_what.isEmpty())
        draw(m_what, palette().color(QPalette::Text), font());
    if (!m_word.isEmpty())
        draw(m_word, states.ink(m_look), bold);
    if (!m_what.isEmpty())
        line = QRect(textLeft, line.bottom() + 1, width() - textLeft - rhythm, plain.height());
    draw(m_reason, m_what.isEmpty() ? palette().color(QPalette::Text) : quietText(palette()),
        font());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

} // namespace plumbline
