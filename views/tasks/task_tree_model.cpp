// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasks/task_tree_model.h"

#include "views/models/visible_text.h"
#include "views/tasks/task_words.h"

#include <QLocale>

#include <algorithm>

namespace plumbline {

// An index knows its parents by number: of the dump in the upper half, of the stack in the lower,
// each from 1 on; 0 for none.
static constexpr int halfBits = 32;

void TaskTreeModel::setStudy(std::shared_ptr<const DumpStudy> study)
{
    beginResetModel();
    m_study = std::move(study);
    endResetModel();
}

TaskTreeModel::Place TaskTreeModel::placeOf(const QModelIndex &index)
{
    const quint64 id = index.internalId();
    const auto row = size_t(index.row());
    const auto dump = size_t(id >> halfBits);
    const auto group = size_t(id & 0xffffffffU);
    if (dump == 0)
        return {Level::Dump, row, 0, 0};
    if (group == 0)
        return {Level::Group, dump - 1, row, 0};
    return {Level::Task, dump - 1, group - 1, row};
}

QModelIndex TaskTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    const Place place = placeOf(parent);
    const quint64 dump = quint64(place.dump + 1) << halfBits;
    return createIndex(
        row, column, quintptr(place.level == Level::Dump ? dump : dump | quint64(place.group + 1)));
}

QModelIndex TaskTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Place place = placeOf(index);
    if (place.level == Level::Dump)
        return {};
    if (place.level == Level::Group)
        return createIndex(int(place.dump), 0, quintptr(0));
    return createIndex(int(place.group), 0, quintptr(quint64(place.dump + 1) << halfBits));
}

int TaskTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_study || parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return int(m_study->dumps.dumps.size());
    const Place place = placeOf(parent);
    if (place.level == Level::Dump)
        return int(m_study->groups.at(place.dump).size());
    return place.level == Level::Group
        ? int(m_study->groups.at(place.dump).at(place.group).tasks.size())
        : 0;
}

int TaskTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const StackGroup *TaskTreeModel::groupAt(const QModelIndex &index) const
{
    if (!m_study || !index.isValid())
        return nullptr;
    const Place place = placeOf(index);
    return place.level == Level::Dump ? nullptr : &m_study->groups.at(place.dump).at(place.group);
}

const DumpedTask *TaskTreeModel::taskAt(const QModelIndex &index) const
{
    const StackGroup *group = groupAt(index);
    if (!group)
        return nullptr;
    const Place place = placeOf(index);
    return &m_study->dumps.dumps.at(place.dump).tasks.at(group->tasks.at(place.task));
}

// The verdict is of the group's first task; others may have unreliable frames in between.
qsizetype TaskTreeModel::decidingFrame(const QModelIndex &index) const
{
    const StackGroup *group = groupAt(index);
    const DumpedTask *task = taskAt(index);
    if (!group || !task || group->wait.frame < 0)
        return -1;
    const DumpedTask &first
        = m_study->dumps.dumps.at(placeOf(index).dump).tasks.at(group->tasks.front());
    const quint32 frame = first.frames.at(group->wait.frame).frame;
    const auto found = std::find_if(task->frames.begin(), task->frames.end(),
        [frame](const FramePlace &place) { return place.frame == frame; });
    return found == task->frames.end() ? -1 : found - task->frames.begin();
}

qint64 TaskTreeModel::lineAt(const QModelIndex &index) const
{
    if (const DumpedTask *task = taskAt(index))
        return task->line;
    return m_study && index.isValid() ? m_study->dumps.dumps.at(placeOf(index).dump).line : 0;
}

QString TaskTreeModel::text(const Place &place, int column) const
{
    const TaskDump &dump = m_study->dumps.dumps.at(place.dump);
    const QLocale locale;
    if (place.level == Level::Dump) {
        if (column != What)
            return {};
        const QString words
            = tr("%1 · %n task(s)", nullptr, int(dump.tasks.size())).arg(dumpKindText(dump.kind));
        return dump.guestTime ? tr("%1 · %2 s").arg(words, locale.toString(*dump.guestTime, 'f', 1))
                              : words;
    }
    const StackGroup &group = m_study->groups.at(place.dump).at(place.group);
    const DumpedTask &task = dump.tasks.at(group.tasks.at(place.task));
    if (place.level == Level::Task) {
        if (column == What)
            return taskName(task.comm, task.pid);
        if (column == WaitsFor)
            return task.blockedSeconds ? tr("for %1 s").arg(locale.toString(*task.blockedSeconds))
                                       : QString();
        return tr("line %1").arg(locale.toString(task.line));
    }
    if (column == What) {
        const QString name = taskName(task.comm, task.pid);
        const QString names = group.tasks.size() == 1
            ? name
            : tr("%1 × %2 …").arg(locale.toString(qlonglong(group.tasks.size())), name);
        return QString(QLatin1Char(group.state)) + QStringLiteral("  ") + names;
    }
    if (column == WaitsFor && group.wait.wait)
        return group.wait.isReliable ? waitText(*group.wait.wait)
                                     : tr("%1?").arg(waitText(*group.wait.wait));
    if (column == Where && group.wait.frame >= 0)
        return visibleName(
            QString::fromUtf8(m_study->dumps.frame(task.frames.at(group.wait.frame)).symbol), 60);
    return {};
}

QVariant TaskTreeModel::data(const QModelIndex &index, int role) const
{
    if (!m_study || !index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return text(placeOf(index), index.column());
    if (role == Qt::ToolTipRole)
        return asToolTip(text(placeOf(index), index.column()));
    return {};
}

QVariant TaskTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("task") : section == WaitsFor ? tr("waits for") : tr("where");
}

} // namespace plumbline
