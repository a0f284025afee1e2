// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tasks/dump_study.h"

#include <QAbstractItemModel>

#include <memory>

namespace plumbline {

/// Dumps, under each the different stacks, under each the tasks that stand there.
class TaskTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { What, WaitsFor, Where, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setStudy(std::shared_ptr<const DumpStudy> study);
    const DumpStudy *dumpStudy() const { return m_study.get(); }

    /// What the row is about; a dump has neither, a stack its first task.
    const StackGroup *groupAt(const QModelIndex &index) const;
    const DumpedTask *taskAt(const QModelIndex &index) const;
    /// Which frame of the task tells what it waits for; -1 when none does.
    qsizetype decidingFrame(const QModelIndex &index) const;
    /// The line of the log that it is about, from 1 on.
    qint64 lineAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Level { Dump, Group, Task };
    struct Place
    {
        Level level = Level::Dump;
        size_t dump = 0;
        size_t group = 0;
        size_t task = 0;
    };
    static Place placeOf(const QModelIndex &index);
    QString text(const Place &place, int column) const;

    std::shared_ptr<const DumpStudy> m_study;
};

} // namespace plumbline
