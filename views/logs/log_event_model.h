// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/clock_map.h"
#include "logs/log_event.h"

#include <QAbstractTableModel>

#include <memory>

namespace plumbline {

/// The events of a log as rows: when, what, and its line.
class LogEventModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Kind, Text, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// What was there stays where it is: events are only added, but for the last one.
    void setEvents(
        std::shared_ptr<const std::vector<LogEvent>> events, std::shared_ptr<const ClockMap> clock);
    const LogEvent *eventAt(int row) const;
    /// The first event behind the line (from 0), or the last before it; -1 when there is none.
    int rowBehind(qint64 line) const;
    int rowBefore(qint64 line) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const std::vector<LogEvent>> m_events;
    std::shared_ptr<const ClockMap> m_clock;
};

} // namespace plumbline
