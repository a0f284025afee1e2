// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/command_palette/command_palette.h"

#include "views/style/theme.h"
#include "views/style/widgets.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {

static constexpr int widest = 520;
static constexpr int shownActions = 14;
static constexpr int shortcutRole = Qt::UserRole + 1;
static constexpr int actionRole = Qt::UserRole + 2;

namespace {
/// Name at the left, shortcut at the right.
class ActionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        const QPalette &palette = option.palette;
        if (selected)
            painter->fillRect(option.rect, palette.color(QPalette::Highlight));
        const QRect text = option.rect.adjusted(12, 0, -12, 0);
        const int flags = int(Qt::AlignVCenter) | Qt::TextSingleLine;
        painter->setFont(option.font);
        painter->setPen(palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(text, flags | int(Qt::AlignLeft), index.data().toString());
        if (!selected)
            painter->setPen(quietText(palette));
        painter->drawText(text, flags | int(Qt::AlignRight), index.data(shortcutRole).toString());
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200, option.fontMetrics.height() + rhythm};
    }
};
} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *over)
    : QFrame(over), m_actions(actions), m_over(over)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_line = roomyLine(this);
    m_list = new QListWidget(this);
    m_list->setItemDelegate(new ActionDelegate(m_list));
    m_list->setFrameShape(NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_line->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    column->setSpacing(rhythm);
    column->addWidget(m_line);
    column->addWidget(m_list);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_line, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open()
{
    if (isHidden())
        m_focusBefore = QApplication::focusWidget();
    setAccessibleName(tr("all actions"));
    m_line->setPlaceholderText(tr("What do you want to do?"));
    m_line->setAccessibleName(tr("find an action"));
    m_list->setAccessibleName(tr("all actions"));
    m_line->clear();
    fill();
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::close()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

// Every word that was typed has to be in the action's name.
static bool matches(const QString &name, const QStringList &words)
{
    return std::ranges::all_of(
        words, [&](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
}

void CommandPalette::fill()
{
    m_list->clear();
    const QStringList words = m_line->text().split(u' ', Qt::SkipEmptyParts);
    for (QAction *action : std::as_const(m_actions)) {
        const QString name = action->text().remove(u'&');
        if (!action->isEnabled() || !matches(name, words))
            continue;
        auto *item = new QListWidgetItem(name, m_list);
        item->setData(shortcutRole, action->shortcut().toString(QKeySequence::NativeText));
        item->setData(actionRole, QVariant::fromValue(action));
        item->setToolTip(action->statusTip());
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::place()
{
    const int width = std::min(widest, m_over->width() - 4 * rhythm);
    const int row = fontMetrics().height() + rhythm;
    const int wanted = m_line->sizeHint().height() + shownActions * row + 4 * rhythm;
    const int height = std::min(wanted, m_over->height() - 8 * rhythm);
    setGeometry((m_over->width() - width) / 2, 4 * rhythm, width, height);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    auto *action = item ? item->data(actionRole).value<QAction *>() : nullptr;
    close();
    if (action)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::FocusOut) {
        hide();
    } else if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int count = m_list->count();
        if (key == Qt::Key_Escape) {
            close();
            return true;
        }
        if (count > 0 && (key == Qt::Key_Down || key == Qt::Key_Up)) {
            const int step = key == Qt::Key_Down ? 1 : count - 1;
            m_list->setCurrentRow((m_list->currentRow() + step) % count);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hairline(palette()), 1.5));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace plumbline
