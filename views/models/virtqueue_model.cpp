// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/virtqueue_model.h"

#include "views/models/visible_text.h"

#include <QLocale>

#include <algorithm>

namespace plumbline {

VirtqueueModel::VirtqueueModel(QObject *parent) : QAbstractTableModel(parent) { }

static bool isSameQueue(const Virtqueue &one, const Virtqueue &other)
{
    return one.device == other.device && one.queue == other.queue;
}

static bool isStuck(const Virtqueue &queue)
{
    return queue.seen.word == QueueAnswer::No || queue.completed.word == QueueAnswer::No
        || queue.noticed.word == QueueAnswer::No;
}

static const QueueAnswer *answerIn(const Virtqueue &queue, int column)
{
    switch (column) {
    case VirtqueueModel::Seen:
        return &queue.seen;
    case VirtqueueModel::Completed:
        return &queue.completed;
    case VirtqueueModel::Noticed:
        return &queue.noticed;
    default:
        return nullptr;
    }
}

void VirtqueueModel::setDiagnosis(const Diagnosis &diagnosis)
{
    const bool same = std::equal(m_queues.begin(), m_queues.end(), diagnosis.virtqueues.begin(),
        diagnosis.virtqueues.end(), isSameQueue);
    if (same) {
        m_queues = diagnosis.virtqueues;
        if (!m_queues.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_queues = diagnosis.virtqueues;
    endResetModel();
}

int VirtqueueModel::stuckCount() const
{
    return int(std::count_if(m_queues.begin(), m_queues.end(), isStuck));
}

QModelIndex VirtqueueModel::worst() const
{
    for (int row = 0; row < m_queues.size(); ++row) {
        for (int column = Seen; column <= Noticed; ++column) {
            if (answerIn(m_queues.at(row), column)->word == QueueAnswer::No)
                return index(row, column);
        }
    }
    return m_queues.isEmpty() ? QModelIndex() : index(0, Seen);
}

const Virtqueue *VirtqueueModel::queueAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_queues.size() ? &m_queues.at(index.row()) : nullptr;
}

int VirtqueueModel::questionColumn(const QModelIndex &index) const
{
    const Virtqueue *queue = queueAt(index);
    if (!queue || index.column() >= Seen)
        return index.column();
    for (int column = Seen; column <= Noticed; ++column) {
        if (answerIn(*queue, column)->word == QueueAnswer::No)
            return column;
    }
    return Completed;
}

const QueueAnswer *VirtqueueModel::answerAt(const QModelIndex &index) const
{
    const Virtqueue *queue = queueAt(index);
    return queue ? answerIn(*queue, questionColumn(index)) : nullptr;
}

QString VirtqueueModel::questionText(int column)
{
    switch (column) {
    case Seen:
        return tr("Has the device seen all that was submitted?");
    case Completed:
        return tr("Has the device completed all that it saw?");
    case Noticed:
        return tr("Has the driver noticed all completions?");
    default:
        return {};
    }
}

int VirtqueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_queues.size());
}

int VirtqueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

static QString roleText(const QString &role)
{
    if (role == QLatin1String("requests"))
        return VirtqueueModel::tr("requests");
    if (role == QLatin1String("input"))
        return VirtqueueModel::tr("input");
    return VirtqueueModel::tr("control");
}

QVariant VirtqueueModel::cellText(const Virtqueue &queue, int column) const
{
    switch (column) {
    case Queue:
        return QStringLiteral("%1.%2").arg(visibleName(queue.device, 60)).arg(queue.queue);
    case Role:
        return roleText(queue.role);
    case Ring:
        return queue.layout.isEmpty()
            ? QStringLiteral("–")
            : QStringLiteral("%1 %2")
                  .arg(queue.layout == QLatin1String("packed") ? tr("packed") : tr("split"))
                  .arg(queue.size);
    case InFlight:
        return queue.inFlight ? QLocale().toString(*queue.inFlight) : QStringLiteral("–");
    default:
        break;
    }
    const QueueAnswer *answer = answerIn(queue, column);
    if (answer->word == QueueAnswer::No && answer->missing > 0) {
        //: the answer "no" with the number of requests that are missing
        return tr("no: %1").arg(QLocale().toString(answer->missing));
    }
    return queueAnswerPhrase(answer->word).text();
}

QVariant VirtqueueModel::data(const QModelIndex &index, int role) const
{
    const Virtqueue *queue = queueAt(index);
    if (!queue)
        return {};
    const QueueAnswer *answer = answerIn(*queue, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*queue, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == InFlight ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                          : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case WhyRole:
        return answer ? visibleName(answer->why.text(), 400)
                      : visibleName(queue->kind, 60) + u' ' + visibleName(queue->device, 60);
    case Qt::AccessibleTextRole:
        return answer ? QStringLiteral("%1 %2: %3. %4")
                            .arg(visibleName(queue->device, 60), QLocale().toString(queue->queue),
                                questionText(index.column()) + u' '
                                    + cellText(*queue, index.column()).toString(),
                                visibleName(answer->why.text(), 400))
                      : cellText(*queue, index.column());
    case StateRole:
        return answer ? QVariant(int(verdictOf(*answer).state)) : QVariant();
    default:
        return {};
    }
}

QVariant VirtqueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section >= Seen)
        return questionText(section);
    if (role == Qt::TextAlignmentRole)
        return section == InFlight ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Queue:
        return tr("Queue");
    case Role:
        return tr("Carries");
    case Ring:
        return tr("Ring");
    case InFlight:
        return tr("In flight");
    case Seen:
        return tr("Seen?");
    case Completed:
        return tr("Completed?");
    case Noticed:
        return tr("Noticed?");
    default:
        return {};
    }
}

Verdict verdictOf(const QueueAnswer &answer)
{
    Verdict verdict = answer.word == QueueAnswer::Yes ? healthy(answer.why)
        : answer.word == QueueAnswer::No              ? stalled(answer.why)
                                                      : unknown(answer.why);
    verdict.evidence = answer.evidence;
    return verdict;
}

} // namespace plumbline
