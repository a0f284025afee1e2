// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_event_model.h"
#include "views/logs/log_minimap.h"
#include "views/logs/log_pane.h"
#include "views/logs/log_search_line.h"
#include "views/style/pane_splitter.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"
#include "views/tasks/task_pane.h"

#include <QHeaderView>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace plumbline {

LogPane::LogPane(QWidget *parent)
    : QWidget(parent),
      m_document(new LogDocument(this)),
      m_view(new LogView),
      m_minimap(new LogMinimap(m_view, this)),
      m_search(new LogSearchLine(this)),
      m_filters(new LogFilterRow(this)),
      m_eventModel(new LogEventModel(this)),
      m_events(new QTreeView),
      m_tasks(new TaskPane),
      m_beside(new QTabWidget),
      m_titleLabel(plainLabel(this)),
      m_state(plainLabel(this)),
      m_note(plainLabel(this)),
      m_position(plainLabel(this)),
      m_lineNumber(roomyLine(this))
{
    build();
    connectAll();
    retranslate();
}

void LogPane::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_titleLabel->setFont(emphasised(font()));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_note->hide();
    m_lineNumber->hide();
    m_lineNumber->setFixedWidth(20 * rhythm);
    m_search->hide();
    m_events->setModel(m_eventModel);
    m_events->setRootIsDecorated(false);
    m_events->setUniformRowHeights(true);
    m_events->setFrameShape(QFrame::NoFrame);
    m_events->setAllColumnsShowFocus(true);
    m_events->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_events->header()->setStretchLastSection(true);
    // As wide as what is in it, judged by the rows on the screen.
    m_events->header()->setResizeContentsPrecision(0);
    m_events->header()->setSectionResizeMode(LogEventModel::Time, QHeaderView::ResizeToContents);
    m_events->header()->setSectionResizeMode(LogEventModel::Kind, QHeaderView::ResizeToContents);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(rhythm, rhythm / 2, rhythm, rhythm / 2);
    head->setSpacing(2 * rhythm);
    head->addWidget(m_titleLabel);
    head->addWidget(m_state);
    head->addWidget(m_note);
    head->addStretch(1);
    head->addWidget(m_lineNumber);
    head->addWidget(m_position);

    auto *lines = new QWidget;
    auto *row = new QHBoxLayout(lines);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_view, 1);
    row->addWidget(m_minimap);
    auto *splitter = new PaneSplitter;
    splitter->addWidget(lines);
    m_beside->setDocumentMode(true);
    m_beside->addTab(m_events, QString());
    m_beside->addTab(m_tasks, QString());
    splitter->addWidget(m_beside);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({800, 480});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_filters);
    column->addWidget(new Hairline(this));
    column->addWidget(splitter, 1);
    column->addWidget(m_search);
    m_view->setDocument(m_document);
    m_minimap->setDocument(m_document);
}

void LogPane::connectAll()
{
    connect(m_document, &LogDocument::progressed, this, [this] {
        showProgress();
        showEvents();
        showHits();
    });
    connect(m_view, &LogView::rowsShown, this, &LogPane::showPosition, Qt::QueuedConnection);
    connect(m_view, &LogView::currentLineChanged, this, [this] {
        showPosition();
        showHits();
    });
    connect(m_view, &LogView::searchWanted, this, &LogPane::startSearch);
    connect(m_view, &LogView::hitWanted, this, &LogPane::goToHit);
    connect(m_view, &LogView::eventWanted, this, &LogPane::goToEvent);
    connect(m_view, &LogView::lineWanted, this, &LogPane::askLine);
    connect(m_view, &LogView::copyWanted, this, &LogPane::copy);
    connect(m_view, &LogView::left, this, &LogPane::left);
    connect(m_search, &LogSearchLine::changed, this, &LogPane::search);
    connect(m_search, &LogSearchLine::hitWanted, this, &LogPane::goToHit);
    connect(m_search, &LogSearchLine::onlyThese, this, [this] { addFilter(false); });
    connect(m_search, &LogSearchLine::notThese, this, [this] { addFilter(true); });
    connect(m_search, &LogSearchLine::closed, this, [this] {
        m_search->hide();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_filters, &LogFilterRow::switched, this, [this](int lens, bool on) {
        for (LogFilterRow::Filter &filter : m_filterList) {
            if (filter.lens == lens)
                filter.isOn = on;
        }
        applyFilters();
    });
    connect(m_filters, &LogFilterRow::removed, this, [this](int lens) {
        std::erase_if(m_filterList, [lens](const auto &filter) { return filter.lens == lens; });
        applyFilters();
        m_document->removeLens(lens);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    const auto goTo = [this](const QModelIndex &index) {
        if (const LogEvent *event = m_eventModel->eventAt(index.row()))
            m_view->goToLine(event->line - 1);
    };
    connect(m_events, &QTreeView::clicked, this, goTo);
    connect(m_events, &QTreeView::activated, this, [this, goTo](const QModelIndex &index) {
        goTo(index);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_beside, &QTabWidget::currentChanged, this, &LogPane::studyDumps);
    connect(
        m_tasks, &TaskPane::lineWanted, this, [this](qint64 line) { m_view->goToLine(line - 1); });
    connect(m_lineNumber, &QLineEdit::returnPressed, this, [this] {
        bool isNumber = false;
        const qint64 number = QLocale().toLongLong(m_lineNumber->text(), &isNumber);
        m_lineNumber->hide();
        m_view->setFocus(Qt::OtherFocusReason);
        if (isNumber)
            m_view->goToLine(number - 1);
    });
}

void LogPane::retranslate()
{
    m_events->setAccessibleName(tr("events of the log"));
    m_beside->setTabText(0, tr("Events"));
    m_beside->setTabText(1, tr("Tasks"));
    m_lineNumber->setPlaceholderText(tr("Go to line …"));
    m_lineNumber->setAccessibleName(tr("go to line"));
    showProgress();
    showPosition();
    showHits();
}

void LogPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace plumbline
