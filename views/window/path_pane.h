// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace plumbline {

class EmptyState;
class FindingList;
class LayerModel;
class PathView;

/// The middle of the window: the path and under it the findings; or, while there is nothing to
/// draw, what to do about that.
class PathPane : public QWidget
{
    Q_OBJECT
public:
    explicit PathPane(QWidget *parent = nullptr);

    void setDiagnosis(const Diagnosis &diagnosis);
    void setNow(WallTime now);
    void setInterval(double seconds);
    /// No diagnosis: the empty state when there is no host either.
    void showNothing(bool anyHost);
    /// The time until the first answer.
    void showAsking(const QString &target);

    PathView *view() const { return m_view; }
    LayerModel *model() const { return m_model; }
    EmptyState *emptyState() const { return m_empty; }
    FindingList *findings() const { return m_findings; }

private:
    QStackedLayout *m_stack = nullptr;
    LayerModel *m_model = nullptr;
    PathView *m_view = nullptr;
    FindingList *m_findings = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_note = nullptr;
    QWidget *m_path = nullptr;
    QString m_target;
};

} // namespace plumbline
