// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasks/frame_model.h"

#include "tasks/function_notes.h"
#include "views/models/visible_text.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"
#include "views/tasks/task_words.h"

#include <QGuiApplication>

namespace plumbline {

void FrameModel::setTask(
    std::shared_ptr<const DumpStudy> study, const DumpedTask *task, qsizetype decides)
{
    beginResetModel();
    m_study = std::move(study);
    m_task = task;
    m_decides = decides;
    endResetModel();
}

int FrameModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_task ? 0 : int(m_task->frames.size());
}

int FrameModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FrameModel::data(const QModelIndex &index, int role) const
{
    if (!m_task || !index.isValid())
        return {};
    const StackFrame &frame = m_study->dumps.frame(m_task->frames.at(index.row()));
    const bool decides = index.row() == m_decides;
    const QString note = functionNote(frame.symbol).text();
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Function ? frameText(frame) : note;
    case Qt::ToolTipRole:
        return note.isEmpty() ? QVariant() : asToolTip(note);
    case Qt::AccessibleTextRole:
        return decides ? tr("%1, which decides").arg(frameText(frame)) : frameText(frame);
    case Qt::FontRole: {
        const QFont text = QGuiApplication::font();
        if (index.column() == Note)
            return text;
        return decides ? emphasised(monospaceFont(text)) : monospaceFont(text);
    }
    case Qt::ForegroundRole:
        return index.column() == Note || !frame.reliable
            ? QVariant(quietText(QGuiApplication::palette()))
            : QVariant();
    case DecidesRole:
        return decides;
    case ReliableRole:
        return frame.reliable;
    default:
        return {};
    }
}

} // namespace plumbline
