// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasks/task_pane.h"

#include "views/style/pane_splitter.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"
#include "views/tasks/frame_model.h"
#include "views/tasks/task_tree_model.h"
#include "views/tasks/task_words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {

// More chains than these are read in the copied text.
static constexpr size_t mostChains = 4;

static QTreeView *table(QAbstractItemModel *model, QWidget *parent)
{
    auto *view = new QTreeView(parent);
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->header()->setStretchLastSection(true);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->header()->setResizeContentsPrecision(50);
    return view;
}

TaskPane::TaskPane(QWidget *parent)
    : QWidget(parent),
      m_model(new TaskTreeModel(this)),
      m_frameModel(new FrameModel(this)),
      m_tree(table(m_model, this)),
      m_frames(table(m_frameModel, this)),
      m_chains(quietLabel(this))
{
    m_tree->setColumnWidth(TaskTreeModel::What, 24 * rhythm);
    m_tree->header()->setSectionResizeMode(TaskTreeModel::WaitsFor, QHeaderView::ResizeToContents);
    m_frames->setRootIsDecorated(false);
    m_frames->setHeaderHidden(true);
    m_frames->header()->setSectionResizeMode(FrameModel::Function, QHeaderView::ResizeToContents);
    m_chains->setContentsMargins(rhythm, rhythm / 2, rhythm, rhythm / 2);
    m_chains->hide();
    auto *splitter = new PaneSplitter;
    splitter->setOrientation(Qt::Vertical);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_frames);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chains);
    column->addWidget(splitter, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &TaskPane::showCurrent);
    const auto goTo = [this](const QModelIndex &index) {
        if (const qint64 line = m_model->lineAt(index); line > 0)
            Q_EMIT lineWanted(line);
    };
    connect(m_tree, &QTreeView::clicked, this, goTo);
    connect(m_tree, &QTreeView::activated, this, goTo);
    connect(m_frames, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const DumpedTask *task = m_model->taskAt(m_tree->currentIndex());
        if (task && index.row() < task->frames.size())
            Q_EMIT lineWanted(task->line + task->frames.at(index.row()).below);
    });
    retranslate();
}

void TaskPane::retranslate()
{
    m_tree->setAccessibleName(tr("tasks of the log's dumps"));
    m_frames->setAccessibleName(tr("stack of the task"));
}

QString TaskPane::chains() const
{
    return m_chains->isHidden() ? QString() : m_chains->text();
}

void TaskPane::setStudy(std::shared_ptr<const DumpStudy> study)
{
    const qint64 chosen = m_model->lineAt(m_tree->currentIndex());
    m_frameModel->setTask(nullptr, nullptr, -1);
    m_study = std::move(study);
    m_model->setStudy(m_study);
    QStringList chains;
    if (m_study) {
        for (size_t i = 0; i < std::min(m_study->chains.size(), mostChains); ++i)
            chains.append(chainText(m_study->chains.at(i)));
    }
    m_chains->setText(chains.join(u'\n'));
    m_chains->setVisible(!chains.isEmpty());
    const int dumps = m_model->rowCount();
    QModelIndex current;
    for (int dump = 0; dump < dumps && !current.isValid(); ++dump) {
        const QModelIndex top = m_model->index(dump, 0);
        for (int group = 0; group < m_model->rowCount(top); ++group) {
            const QModelIndex index = m_model->index(group, 0, top);
            if (chosen > 0 && m_model->lineAt(index) == chosen)
                current = index;
        }
    }
    // The newest that holds blocked tasks, else the newest.
    for (int dump = dumps - 1; dump >= 0 && !current.isValid(); --dump) {
        const QModelIndex top = m_model->index(dump, 0);
        const StackGroup *first = m_model->groupAt(m_model->index(0, 0, top));
        if (first && first->state == 'D')
            current = m_model->index(0, 0, top);
    }
    if (!current.isValid() && dumps > 0)
        current = m_model->index(dumps - 1, 0);
    for (int dump = 0; dump < dumps; ++dump)
        m_tree->setFirstColumnSpanned(dump, {}, true);
    m_tree->expand(current.parent().isValid() ? current.parent() : current);
    m_tree->setCurrentIndex(current);
    scrollToCurrent();
}

// Once it has its size.
void TaskPane::scrollToCurrent()
{
    QMetaObject::invokeMethod(
        m_tree, [this] { m_tree->scrollTo(m_tree->currentIndex(), QTreeView::PositionAtCenter); },
        Qt::QueuedConnection);
}

void TaskPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    scrollToCurrent();
}

void TaskPane::showCurrent()
{
    const QModelIndex current = m_tree->currentIndex();
    m_frameModel->setTask(m_study, m_model->taskAt(current), m_model->decidingFrame(current));
}

void TaskPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace plumbline
