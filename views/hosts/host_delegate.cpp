// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/host_delegate.h"

#include "model/host_entry.h"
#include "views/models/host_tree_model.h"
#include "views/style/state_glyph.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"

#include <QPainter>
#include <QTreeView>

namespace plumbline {

static constexpr int glyphSize = 12;
static constexpr int sideSpace = 4;
/// A reason of more lines than this ends in "…"; the tool tip has all of it.
static constexpr int problemLines = 6;

static int rowHeight(const QFont &font)
{
    return QFontMetrics(font).height() + rhythm;
}

static QStringList problemOf(const QModelIndex &index, const QFont &font, int width)
{
    return wrappedLines(
        index.data(HostTreeModel::ProblemRole).toString(), font, width, problemLines);
}

static void drawProblem(QPainter &painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const QRect &area)
{
    const int height = QFontMetrics(option.font).height();
    painter.setFont(option.font);
    painter.setPen(quietText(option.palette));
    int top = area.top() + rowHeight(option.font) - rhythm / 2;
    for (const QString &line : problemOf(index, option.font, area.width())) {
        painter.drawText(QRect(area.left(), top, area.width(), height),
            int(Qt::AlignVCenter) | int(Qt::AlignLeft) | Qt::TextSingleLine, line);
        top += height;
    }
}

static void drawBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Selected))
        return;
    painter.fillRect(option.rect, option.palette.color(QPalette::Highlight));
    if (option.state & QStyle::State_HasFocus)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
            option.palette.color(QPalette::Accent));
}

void HostDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    drawBackground(*painter, option);
    const StatePalette states(option.palette);
    const bool isHost = index.data(HostTreeModel::IsHostRole).toBool();
    const bool up = index.data(HostTreeModel::LinkRole).toInt() == HostEntry::Up;
    const bool stale = !up || index.data(HostTreeModel::StaleRole).toBool();
    const Look look = !index.data(HostTreeModel::HasVerdictRole).toBool()
        ? Look::Idle
        : lookOf(State(index.data(HostTreeModel::StateRole).toInt()),
              Modifier(index.data(HostTreeModel::ModifierRole).toInt()), stale);
    QRect area = option.rect.adjusted(sideSpace, 0, -rhythm, 0);
    drawProblem(*painter, option, index, area);
    area.setHeight(rowHeight(option.font));
    if (!isHost) {
        drawStateGlyph(*painter,
            QRectF(
                area.left() + 2, area.center().y() - glyphSize / 2.0 + 0.5, glyphSize, glyphSize),
            look, states.ink(look));
        area.adjust(glyphSize + rhythm, 0, 0, 0);
    }
    const QString word = index.data(HostTreeModel::WordRole).toString();
    const QString age = index.data(HostTreeModel::AgeRole).toString();
    const QString right = word.isEmpty() ? age : word;
    const QFont nameFont = isHost ? emphasised(option.font) : option.font;
    const QFontMetrics metrics(option.font);
    const QColor quiet = quietText(option.palette);
    const int flags = int(Qt::AlignVCenter) | Qt::TextSingleLine;
    // One pixel more: advances are rounded.
    const int rightWidth = std::min(metrics.horizontalAdvance(right) + 1, area.width() / 2);
    painter->setFont(option.font);
    painter->setPen(isHost ? (up ? quiet : states.ink(Look::Unknown))
            : index.data(HostTreeModel::HasVerdictRole).toBool() ? states.ink(look)
                                                                 : quiet);
    painter->drawText(
        area, flags | int(Qt::AlignRight), metrics.elidedText(right, Qt::ElideRight, rightWidth));
    painter->setFont(nameFont);
    painter->setPen(option.palette.color(QPalette::Text));
    const QRect name = area.adjusted(0, 0, -rightWidth - rhythm, 0);
    painter->drawText(name, flags | int(Qt::AlignLeft),
        QFontMetrics(nameFont).elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, name.width()));
    painter->restore();
}

QSize HostDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int height = rowHeight(option.font);
    if (const auto *tree = qobject_cast<const QTreeView *>(option.widget)) {
        // Of a host; domains, one level below, have no problem of their own.
        const int width = tree->viewport()->width() - tree->indentation() - sideSpace - rhythm;
        height += int(problemOf(index, option.font, width).size())
            * QFontMetrics(option.font).height();
    }
    return {120, height};
}

} // namespace plumbline
