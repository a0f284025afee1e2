// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/prompt/sheet.h"

#include "views/style/text_layout.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {

Sheet::Sheet(const QString &title, QWidget *parent) : QFrame(parent)
{
    setAccessibleName(title);
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *heading = plainLabel(this);
    heading->setFont(emphasised(font()));
    heading->setText(title);
    heading->setWordWrap(true);
    m_column = new QVBoxLayout;
    m_column->setSpacing(rhythm);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(rhythm);
    m_buttons->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(2 * rhythm, 2 * rhythm, 2 * rhythm, 2 * rhythm);
    all->setSpacing(12);
    all->addWidget(heading);
    all->addLayout(m_column);
    all->addLayout(m_buttons);
}

QLabel *Sheet::addText(const QString &text)
{
    QLabel *label = plainLabel(this);
    label->setWordWrap(true);
    label->setText(text);
    m_column->addWidget(label);
    return label;
}

QLabel *Sheet::addExact(const QString &text)
{
    QLabel *label = addText(text);
    label->setFont(monospaceFont(font()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void Sheet::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

QPushButton *Sheet::addButton(const QString &text)
{
    QPushButton *button = roomyButton(text, this);
    m_buttons->addWidget(button);
    return button;
}

void Sheet::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    Q_EMIT done();
}

void Sheet::decline()
{
    finish();
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        decline();
    else
        QFrame::keyPressEvent(event);
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace plumbline
