// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/virtqueues/answer_delegate.h"

#include "views/models/virtqueue_model.h"
#include "views/style/state_glyph.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"

#include <QPainter>

namespace plumbline {

static constexpr int glyphSize = 12;
// Headers begin so far from their left edge; what stands under them does too.
static constexpr int margin = 6;

void AnswerDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const StatePalette states(option.palette);
    const QVariant state = index.data(VirtqueueModel::StateRole);
    const Look look = state.isValid() ? lookOf(State(state.toInt()), Modifier::None) : Look::Idle;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    else if (look == Look::Stalled)
        painter->fillRect(option.rect, states.wash(look, option.palette.color(QPalette::Base)));
    if (selected && (option.state & QStyle::State_HasFocus))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
            option.palette.color(QPalette::Accent));
    QRect area = option.rect.adjusted(margin, 0, -margin, 0);
    if (state.isValid()) {
        drawStateGlyph(*painter,
            QRectF(area.left(), area.center().y() - glyphSize / 2.0 + 0.5, glyphSize, glyphSize),
            look, states.ink(look));
        area.adjust(glyphSize + rhythm, 0, 0, 0);
    }
    painter->setFont(look == Look::Stalled ? emphasised(option.font) : option.font);
    painter->setPen(state.isValid() ? states.ink(look) : option.palette.color(QPalette::Text));
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(area, int(alignment) | Qt::TextSingleLine,
        QFontMetrics(painter->font())
            .elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
    painter->restore();
}

QSize AnswerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(emphasised(option.font));
    const bool answer = index.data(VirtqueueModel::StateRole).isValid();
    return {metrics.horizontalAdvance(index.data().toString()) + 2 * margin
            + (answer ? glyphSize + rhythm : 0) + 2,
        metrics.height() + rhythm};
}

} // namespace plumbline
