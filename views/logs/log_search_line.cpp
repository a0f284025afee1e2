// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_search_line.h"

#include "views/style/state_palette.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace plumbline {

static QToolButton *wordButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

LogSearchLine::LogSearchLine(QWidget *parent)
    : QWidget(parent),
      m_line(roomyLine(this)),
      m_plain(wordButton(this)),
      m_exact(wordButton(this)),
      m_previous(flatButton(Sign::Up, this)),
      m_next(flatButton(Sign::Down, this)),
      m_answer(plainLabel(this)),
      m_only(roomyButton({}, this)),
      m_not(roomyButton({}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(rhythm, rhythm / 2, rhythm, rhythm / 2);
    row->setSpacing(rhythm / 2);
    m_plain->setText(QStringLiteral(".*"));
    m_plain->setChecked(true);
    m_exact->setText(QStringLiteral("Aa"));
    m_line->setClearButtonEnabled(true);
    m_line->setMinimumWidth(200);
    row->addWidget(m_line, 2);
    for (QWidget *widget : {static_cast<QWidget *>(m_plain), static_cast<QWidget *>(m_exact),
             static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next)})
        row->addWidget(widget);
    row->addWidget(m_answer, 1);
    row->addWidget(m_only);
    row->addWidget(m_not);
    connect(m_line, &QLineEdit::textChanged, this, &LogSearchLine::changed);
    connect(m_line, &QLineEdit::returnPressed, this, [this] { Q_EMIT hitWanted(false); });
    connect(m_plain, &QToolButton::toggled, this, &LogSearchLine::changed);
    connect(m_exact, &QToolButton::toggled, this, &LogSearchLine::changed);
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT hitWanted(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT hitWanted(false); });
    connect(m_only, &QPushButton::clicked, this, &LogSearchLine::onlyThese);
    connect(m_not, &QPushButton::clicked, this, &LogSearchLine::notThese);
    name();
}

void LogSearchLine::name()
{
    m_line->setPlaceholderText(tr("Search for …"));
    m_line->setAccessibleName(tr("search for"));
    nameButton(m_plain, tr("Regular expression"));
    nameButton(m_exact, tr("Capital letters matter"));
    nameButton(m_previous, tr("Previous hit (Shift+N in the log)"));
    nameButton(m_next, tr("Next hit (N in the log)"));
    m_only->setText(tr("Only these"));
    m_only->setToolTip(tr("Show only lines that have it"));
    m_not->setText(tr("Not these"));
    m_not->setToolTip(tr("Hide lines that have it"));
}

void LogSearchLine::startTyping()
{
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

QString LogSearchLine::text() const
{
    return m_line->text();
}

TextPattern::Options LogSearchLine::options() const
{
    return {.isPlain = !m_plain->isChecked(), .isExact = m_exact->isChecked()};
}

void LogSearchLine::setAnswer(const QString &words, bool isWrong)
{
    m_answer->setText(words);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
        isWrong ? StatePalette(colours).ink(Look::Stalled) : quietText(colours));
    m_answer->setPalette(colours);
    const bool isUsable = !isWrong && !text().isEmpty();
    for (QWidget *widget : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
             static_cast<QWidget *>(m_only), static_cast<QWidget *>(m_not)})
        widget->setEnabled(isUsable);
}

QString LogSearchLine::answer() const
{
    return m_answer->text();
}

void LogSearchLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        name();
    QWidget::changeEvent(event);
}

void LogSearchLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        Q_EMIT hitWanted(event->key() == Qt::Key_Up);
    else
        QWidget::keyPressEvent(event);
}

} // namespace plumbline
