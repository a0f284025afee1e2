// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/path_pane.h"

#include "views/diagram/path_view.h"
#include "views/hosts/empty_state.h"
#include "views/models/layer_model.h"
#include "views/models/virtqueue_model.h"
#include "views/models/visible_text.h"
#include "views/side_channels/side_channel_row.h"
#include "views/style/widgets.h"
#include "views/virtqueues/virtqueue_view.h"

#include <QEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace plumbline {

PathPane::PathPane(QWidget *parent) : QWidget(parent)
{
    m_model = new LayerModel(this);
    m_path = new QWidget(this);
    m_tabs = new QTabBar(m_path);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_pages = new QStackedWidget(m_path);
    m_view = new PathView(m_pages);
    m_view->setLayerModel(m_model);
    m_virtqueueModel = new VirtqueueModel(this);
    m_virtqueues = new VirtqueueView(m_pages);
    m_virtqueues->setVirtqueueModel(m_virtqueueModel);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_virtqueues);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        Q_EMIT pageChanged();
    });
    m_findings = new FindingList(m_path);
    auto *column = new QVBoxLayout(m_path);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(new Hairline(m_path));
    column->addWidget(m_pages, 1);
    column->addWidget(new Hairline(m_path));
    column->addWidget(m_findings);
    m_empty = new EmptyState(this);
    m_note = quietLabel(this);
    m_note->setAlignment(Qt::AlignCenter);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_note);
    m_stack->addWidget(m_path);
    nameTabs();
}

void PathPane::nameTabs()
{
    m_tabs->setAccessibleName(tr("views of this domain"));
    m_tabs->setTabText(Path, tr("Path"));
    const int stuck = m_virtqueueModel->stuckCount();
    m_tabs->setTabText(
        Virtqueues, stuck == 0 ? tr("Virtqueues") : tr("Virtqueues (%n stuck)", nullptr, stuck));
}

void PathPane::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

PathPane::Page PathPane::page() const
{
    return Page(m_tabs->currentIndex());
}

void PathPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameTabs();
}

void PathPane::setDiagnosis(const Diagnosis &diagnosis)
{
    const bool other = diagnosis.target != m_target;
    m_target = diagnosis.target;
    m_model->setDiagnosis(diagnosis);
    m_virtqueueModel->setDiagnosis(diagnosis);
    nameTabs();
    if (other || !m_virtqueues->currentIndex().isValid())
        m_virtqueues->setCurrentIndex(m_virtqueueModel->worst());
    m_findings->setFindings(diagnosis.findings);
    if (diagnosis.disks.isEmpty()) {
        m_note->setText(tr("No disk of this domain is known yet."));
        m_stack->setCurrentWidget(m_findings->isHidden() ? m_note : m_path);
        return;
    }
    m_stack->setCurrentWidget(m_path);
    if (other || !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->worst());
}

void PathPane::setNow(WallTime now)
{
    m_model->setNow(now);
}

void PathPane::setInterval(double seconds)
{
    m_model->setInterval(seconds);
}

void PathPane::showNothing(bool anyHost)
{
    m_target.clear();
    m_note->setText(tr("Choose a domain on the left."));
    m_stack->setCurrentWidget(anyHost ? static_cast<QWidget *>(m_note) : m_empty);
}

void PathPane::showAsking(const QString &name)
{
    m_target.clear();
    m_note->setText(tr("Asking %1 …").arg(name));
    m_stack->setCurrentWidget(m_note);
}

} // namespace plumbline
