// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/empty_state.h"

#include "views/style/text_layout.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {

static constexpr int columnWidth = 520;

EmptyState::EmptyState(QWidget *parent) : QWidget(parent)
{
    m_title = plainLabel(this);
    QFont large = emphasised(font());
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_text = plainLabel(this);
    m_text->setWordWrap(true);
    m_examples = plainLabel(this);
    m_examples->setFont(monospaceFont(font()));
    m_examples->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_promise = quietLabel(this);
    m_add = roomyButton({}, this);
    m_incident = roomyButton({}, this);
    m_recording = roomyButton({}, this);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(rhythm);
    buttons->addWidget(m_incident);
    buttons->addWidget(m_add);
    buttons->addWidget(m_recording);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(2 * rhythm);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_examples);
    column->addLayout(buttons);
    column->addWidget(m_promise);
    column->addStretch(3);
    auto *middle = new QWidget(this);
    middle->setMaximumWidth(columnWidth);
    middle->setLayout(column);
    column->setContentsMargins(0, 0, 0, 0);
    auto *all = new QHBoxLayout(this);
    all->addStretch(1);
    all->addWidget(middle, 100);
    all->addStretch(1);

    connect(m_add, &QPushButton::clicked, this, &EmptyState::addHostRequested);
    connect(m_incident, &QPushButton::clicked, this, &EmptyState::bundledIncidentRequested);
    connect(m_recording, &QPushButton::clicked, this, &EmptyState::openRecordingRequested);
    retranslate();
}

void EmptyState::retranslate()
{
    m_title->setText(tr("Where do requests go in and not come out?"));
    m_text->setText(tr("Add the hypervisor on which the frozen guest runs. Plumbline reads its "
                       "IO path from the guest's disk down to the storage, over your own SSH "
                       "configuration, and marks the layer that does not answer."));
    m_examples->setText(
        QStringLiteral("ssh://root@kvm-07\nssh://kvm-07/prod-worker-07\nlocal:/prod-worker-07"));
    m_add->setText(tr("Add a host"));
    m_incident->setText(tr("Open the bundled incident"));
    m_recording->setText(tr("Open a recording …"));
    m_promise->setText(tr("Nothing is installed on a host and nothing is changed there. What could "
                          "hang is asked with a deadline, or not at all."));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace plumbline
