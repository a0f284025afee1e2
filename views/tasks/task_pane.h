// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tasks/dump_study.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace plumbline {

class FrameModel;
class TaskTreeModel;

/// What the tasks of a log's dumps wait for: equal stacks as one, blocked ones first, and the stack
/// of the one that is chosen.
class TaskPane : public QWidget
{
    Q_OBJECT
public:
    explicit TaskPane(QWidget *parent = nullptr);

    /// Shows the newest dump; what was chosen before stays chosen if it is still there.
    void setStudy(std::shared_ptr<const DumpStudy> study);

    QTreeView *tree() const { return m_tree; }
    QTreeView *frames() const { return m_frames; }
    TaskTreeModel *model() const { return m_model; }
    QString chains() const;

Q_SIGNALS:
    /// A line of the log, from 1 on.
    void lineWanted(qint64 line);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void scrollToCurrent();
    void showCurrent();

    std::shared_ptr<const DumpStudy> m_study;
    TaskTreeModel *m_model;
    FrameModel *m_frameModel;
    QTreeView *m_tree;
    QTreeView *m_frames;
    QLabel *m_chains;
};

} // namespace plumbline
