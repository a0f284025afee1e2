// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "views/logs/log_filter_row.h"
#include "views/logs/log_view.h"
#include "views/tasks/dump_study.h"

class QLabel;
class QLineEdit;
class QTabWidget;
class QTreeView;

namespace plumbline {

class LogEventModel;
class LogMinimap;
class LogSearchLine;
class TaskPane;

/// A log with all that reading it needs: its lines, a map of the whole, its events, search and
/// filters. It is given a file or a text and tells wishes that reach beyond it.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(QWidget *parent = nullptr);

    /// `title` is what people call it; a log that is `followed` is shown at its end.
    void openFile(const QString &path, const QString &title, bool followed);
    void openText(const QByteArray &text, const QString &title);
    void openBytes(std::shared_ptr<const LogBytes> bytes, const QString &title);
    TaskPane *tasks() const { return m_tasks; }
    /// Beside the lines: the events, or the tasks of dumps.
    void showTasks();
    LogEventModel *eventModel() const { return m_eventModel; }
    bool isOpen() const { return m_isOpen; }
    QString title() const { return m_title; }
    /// What is to be said of where the log comes from: a link that is down; empty for nothing.
    void setSourceNote(const QString &note, bool isTrouble);

    LogView *view() const { return m_view; }
    LogDocument *document() const { return m_document; }
    LogSearchLine *searchLine() const { return m_search; }
    LogFilterRow *filterRow() const { return m_filters; }
    QTreeView *eventList() const { return m_events; }
    /// What the line above the log says of it.
    QString stateText() const;
    /// Line and times of the current line.
    QString positionText() const;

    void startSearch();
    void goToHit(bool backwards);
    void goToEvent(bool backwards);

Q_SIGNALS:
    void openWanted();
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectAll();
    void retranslate();
    void begin(const QString &title, bool followed);
    void showProgress();
    void showEvents();
    void studyDumps();
    Task<bool> studied();
    void showPosition();
    void search();
    void showHits();
    void addFilter(bool hiding);
    void applyFilters();
    void askLine();
    void copy(bool raw);
    Task<bool> copied(std::function<QByteArray()> read, bool raw);

    LogDocument *m_document;
    LogView *m_view;
    LogMinimap *m_minimap;
    LogSearchLine *m_search;
    LogFilterRow *m_filters;
    LogEventModel *m_eventModel;
    QTreeView *m_events;
    TaskPane *m_tasks;
    QTabWidget *m_beside;
    QLabel *m_titleLabel;
    QLabel *m_state;
    QLabel *m_note;
    QLabel *m_position;
    QLineEdit *m_lineNumber;

    QString m_title;
    bool m_isOpen = false;
    bool m_isFollowed = false;
    int m_lens = -1; ///< of the search
    std::vector<LogFilterRow::Filter> m_filterList;
    std::shared_ptr<const std::vector<LogEvent>> m_shownEvents;
    Task<bool> m_copying;
    Task<bool> m_studying;
    bool m_isStudying = false;
    /// How many events there were, and where the last one ended, when the dumps were read.
    std::pair<size_t, qint64> m_studied;
};

} // namespace plumbline
