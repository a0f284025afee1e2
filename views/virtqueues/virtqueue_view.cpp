// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/virtqueues/virtqueue_view.h"

#include "views/models/virtqueue_model.h"
#include "views/style/state_palette.h"
#include "views/virtqueues/answer_delegate.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace plumbline {

VirtqueueView::VirtqueueView(QWidget *parent) : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setItemDelegate(new AnswerDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    name();
    soften();
}

// A selection as quiet as in the list of hosts: the answers' colours have to stay readable on it.
void VirtqueueView::soften()
{
    const QPalette own = QGuiApplication::palette();
    QPalette quiet;
    quiet.setColor(
        QPalette::Highlight, mixed(own.color(QPalette::Base), own.color(QPalette::Accent), 0.2));
    setPalette(quiet);
}

void VirtqueueView::name()
{
    setAccessibleName(tr("virtqueues"));
}

void VirtqueueView::setVirtqueueModel(VirtqueueModel *model)
{
    setModel(model);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                Q_EMIT answerChosen(current);
        });
    connect(this, &QAbstractItemView::activated, this, &VirtqueueView::evidenceWanted);
    connect(model, &QAbstractItemModel::modelReset, this, &VirtqueueView::fit);
    fit();
}

void VirtqueueView::fit()
{
    resizeColumnsToContents();
    verticalHeader()->setDefaultSectionSize(
        itemDelegate()->sizeHint(QStyleOptionViewItem(), QModelIndex()).height() + 2);
}

void VirtqueueView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT evidenceWanted(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void VirtqueueView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        soften();
    if (event->type() == QEvent::LanguageChange && model()) {
        name();
        fit();
    }
}

} // namespace plumbline
