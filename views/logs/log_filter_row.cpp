// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_filter_row.h"

#include "views/models/visible_text.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace plumbline {

LogFilterRow::LogFilterRow(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(rhythm, rhythm / 2, rhythm, rhythm / 2);
    m_row->setSpacing(rhythm / 2);
    hide();
}

void LogFilterRow::setFilters(const std::vector<Filter> &filters)
{
    const bool isSame = std::equal(filters.begin(), filters.end(), m_filters.begin(),
        m_filters.end(), [](const Filter &one, const Filter &other) {
            return one.lens == other.lens && one.isOn == other.isOn;
        });
    m_filters = filters;
    // Counts that rise while one looks must not take the focus away.
    if (isSame)
        setTexts();
    else
        rebuild();
}

void LogFilterRow::setTexts()
{
    for (size_t i = 0; i < m_words.size(); ++i) {
        const Filter &filter = m_filters.at(i);
        m_words.at(i)->setText((filter.isHiding ? tr("hide %1 (%2)") : tr("show %1 (%2)"))
                .arg(visibleName(filter.text, 40), QLocale().toString(filter.count)));
    }
}

void LogFilterRow::rebuild()
{
    m_words.clear();
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Filter &filter : m_filters) {
        auto *words = new QToolButton(this);
        words->setCheckable(true);
        words->setChecked(filter.isOn);
        words->setFocusPolicy(Qt::TabFocus);
        words->setToolTip(asToolTip(filter.isHiding ? tr("Lines that have it are hidden")
                                                    : tr("Only lines that have it are shown")));
        auto *away = flatButton(Sign::Remove, this);
        nameButton(away, tr("Take the filter %1 away").arg(visibleName(filter.text, 40)));
        m_row->addWidget(words);
        m_row->addWidget(away);
        m_row->addSpacing(rhythm);
        m_words.push_back(words);
        // Later: the answer builds this row anew, and with it the button that was pressed.
        connect(
            words, &QToolButton::toggled, this,
            [this, lens = filter.lens](bool on) { Q_EMIT switched(lens, on); },
            Qt::QueuedConnection);
        connect(
            away, &QToolButton::clicked, this, [this, lens = filter.lens] { Q_EMIT removed(lens); },
            Qt::QueuedConnection);
    }
    m_row->addStretch(1);
    setTexts();
    setVisible(!m_filters.empty());
}

void LogFilterRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace plumbline
