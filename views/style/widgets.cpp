// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/widgets.h"

#include "views/models/visible_text.h"
#include "views/style/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace plumbline {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *quietLabel(QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QToolButton *flatButton(Sign sign, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(signIcon(sign));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

// Fusion leaves four pixels; a class of its own keeps that true when the text changes.
namespace {
class RoomyButton : public QPushButton
{
public:
    using QPushButton::QPushButton;
    QSize sizeHint() const override { return QPushButton::sizeHint() + QSize(2 * rhythm, 6); }
};
} // namespace

QPushButton *roomyButton(const QString &text, QWidget *parent)
{
    auto *button = new RoomyButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

QLineEdit *roomyLine(QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setTextMargins(4, 2, 4, 2);
    return line;
}

void nameButton(QToolButton *button, const QString &name)
{
    button->setToolTip(asToolTip(name));
    button->setAccessibleName(name);
}

QString wrappedAnywhere(const QString &text)
{
    static constexpr QChar zeroWidthSpace(0x200b);
    QString out;
    for (const QChar character : text) {
        out += character;
        if (character == u'/' || character == u'.' || character == u'-' || character == u'_'
            || character == u',')
            out += zeroWidthSpace;
    }
    return out;
}

Hairline::Hairline(QWidget *parent, Qt::Orientation orientation) : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), hairline(palette()));
}

} // namespace plumbline
