// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_event_model.h"

#include "views/logs/event_look.h"
#include "views/logs/log_position.h"
#include "views/models/visible_text.h"

#include <QLocale>

#include <algorithm>

namespace plumbline {

void LogEventModel::setEvents(
    std::shared_ptr<const std::vector<LogEvent>> events, std::shared_ptr<const ClockMap> clock)
{
    const int before = rowCount();
    const int after = int(events->size());
    const bool isContinued = m_events && before > 0 && after >= before
        && m_events->front() == events->front()
        && m_events->at(size_t(before) - 1).line == events->at(size_t(before) - 1).line;
    if (!isContinued) {
        beginResetModel();
        m_events = std::move(events);
        m_clock = std::move(clock);
        endResetModel();
        return;
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_events = std::move(events);
        endInsertRows();
    } else {
        m_events = std::move(events);
    }
    m_clock = std::move(clock);
    Q_EMIT dataChanged(index(before - 1, 0), index(before - 1, ColumnCount - 1));
}

const LogEvent *LogEventModel::eventAt(int row) const
{
    return m_events && row >= 0 && row < rowCount() ? &m_events->at(size_t(row)) : nullptr;
}

int LogEventModel::rowBehind(qint64 line) const
{
    if (!m_events)
        return -1;
    // Lines of events are counted from 1.
    const auto found = std::upper_bound(m_events->begin(), m_events->end(), line + 1,
        [](qint64 place, const LogEvent &event) { return place < event.line; });
    return found == m_events->end() ? -1 : int(found - m_events->begin());
}

int LogEventModel::rowBefore(qint64 line) const
{
    if (!m_events)
        return -1;
    const auto found = std::lower_bound(m_events->begin(), m_events->end(), line + 1,
        [](const LogEvent &event, qint64 place) { return event.line < place; });
    return int(found - m_events->begin()) - 1;
}

int LogEventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_events ? 0 : int(m_events->size());
}

int LogEventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogEventModel::data(const QModelIndex &index, int role) const
{
    const LogEvent *event = eventAt(index.row());
    if (!event)
        return {};
    if (role == Qt::ToolTipRole)
        return asToolTip(visibleLine(event->text, 600));
    if (role == Qt::AccessibleTextRole) {
        return tr("%1, line %2: %3")
            .arg(eventKindText(event->kind), QLocale().toString(event->line),
                visibleLine(event->text, 300));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return eventTimeText(*event, *m_clock);
    case Kind:
        return eventKindText(event->kind);
    default:
        return visibleLine(event->text, 300);
    }
}

QVariant LogEventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Time ? tr("time") : section == Kind ? tr("event") : tr("line");
}

} // namespace plumbline
