// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/status_corner.h"

#include "views/style/state_palette.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"
#include "views/window/actions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace plumbline {

static QToolButton *buttonOf(QAction *action, QWidget *parent)
{
    QToolButton *button = flatButton(Sign::None, parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    return button;
}

StatusCorner::StatusCorner(const Actions &actions, QWidget *parent) : QWidget(parent)
{
    m_earlier = buttonOf(actions.of(Act::PreviousMoment), this);
    m_later = buttonOf(actions.of(Act::NextMoment), this);
    m_moment = quietLabel(this);
    m_moment->setWordWrap(false);
    m_paused = plainLabel(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, rhythm, 2);
    row->setSpacing(2);
    row->addWidget(m_earlier);
    row->addWidget(m_moment);
    row->addWidget(m_later);
    row->addSpacing(rhythm);
    row->addWidget(m_paused);
    for (const Act act : {Act::Pause, Act::Refresh, Act::CommandPalette})
        row->addWidget(buttonOf(actions.of(act), this));
    retranslate();
}

void StatusCorner::setMoment(int current, int count)
{
    m_current = current;
    m_count = count;
    retranslate();
}

void StatusCorner::setPaused(bool paused)
{
    m_isPaused = paused;
    retranslate();
}

void StatusCorner::retranslate()
{
    const bool stepping = m_count > 1;
    m_moment->setText(tr("moment %1 of %2").arg(m_current + 1).arg(m_count));
    for (QWidget *part : {static_cast<QWidget *>(m_earlier), static_cast<QWidget *>(m_later),
             static_cast<QWidget *>(m_moment)})
        part->setVisible(stepping);
    QPalette own;
    own.setColor(QPalette::WindowText, StatePalette(palette()).ink(Look::Paused));
    m_paused->setPalette(own);
    m_paused->setText(tr("paused"));
    m_paused->setVisible(m_isPaused);
    // A menu bar gives its corner a new place only when that appears.
    if (isVisible() && size() != sizeHint()) {
        hide();
        show();
    }
}

} // namespace plumbline
