// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QAbstractTableModel>

namespace plumbline {

/// The virtqueues of a domain as a table: one row each, the three questions as its last columns. A
/// new diagnosis with the same queues changes values in place; anything else is a reset.
class VirtqueueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Queue, Role, Ring, InFlight, Seen, Completed, Noticed, ColumnCount };
    enum DataRole {
        StateRole = Qt::UserRole + 1, ///< State as int, for the answers; invalid otherwise
        WhyRole, ///< the measured reason, one line
    };

    explicit VirtqueueModel(QObject *parent = nullptr);

    void setDiagnosis(const Diagnosis &diagnosis);
    /// Queues of which any answer is "no".
    int stuckCount() const;
    /// The first "no"; the first cell when there is none.
    QModelIndex worst() const;
    /// The answer that a cell shows, or that explains its row best; null when there is no such row.
    const QueueAnswer *answerAt(const QModelIndex &index) const;
    const Virtqueue *queueAt(const QModelIndex &index) const;
    /// "has the device seen all that was submitted?"
    static QString questionText(int column);
    /// Of the column whose answer answerAt() gives.
    int questionColumn(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant cellText(const Virtqueue &queue, int column) const;

    QList<Virtqueue> m_queues;
};

/// An answer as a verdict, for the evidence pane.
Verdict verdictOf(const QueueAnswer &answer);

} // namespace plumbline
