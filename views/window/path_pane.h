// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QStackedWidget;
class QTabBar;

namespace plumbline {

class EmptyState;
class FindingList;
class LayerModel;
class PathView;
class VirtqueueModel;
class VirtqueueView;

/// The middle of the window: the path or the virtqueues, and under them the findings; or, while
/// there is nothing to draw, what to do about that.
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
    void showAsking(const QString &name);

    enum Page { Path, Virtqueues };
    void showPage(Page page);
    Page page() const;

    VirtqueueView *virtqueues() const { return m_virtqueues; }
    VirtqueueModel *virtqueueModel() const { return m_virtqueueModel; }
    PathView *view() const { return m_view; }
    LayerModel *model() const { return m_model; }
    EmptyState *emptyState() const { return m_empty; }
    FindingList *findings() const { return m_findings; }

Q_SIGNALS:
    void pageChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void nameTabs();

    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    VirtqueueModel *m_virtqueueModel = nullptr;
    VirtqueueView *m_virtqueues = nullptr;
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
