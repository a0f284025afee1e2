// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tasks/dump_study.h"

#include <QAbstractTableModel>

#include <memory>

namespace plumbline {

/// The stack of one task, innermost frame first: what each function does, which frame decides what
/// the task waits for, which the kernel does not vouch for.
class FrameModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Function, Note, ColumnCount };
    enum Role { DecidesRole = Qt::UserRole, ReliableRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// `task` lies in the study; null: nothing.
    void setTask(std::shared_ptr<const DumpStudy> study, const DumpedTask *task, qsizetype decides);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const DumpStudy> m_study;
    const DumpedTask *m_task = nullptr;
    qsizetype m_decides = -1;
};

} // namespace plumbline
