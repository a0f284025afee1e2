// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_pane.h"

#include "base/awaiters.h"
#include "formats/log_line.h"
#include "formats/task_dump_reader.h"
#include "views/logs/event_look.h"
#include "views/logs/log_event_model.h"
#include "views/logs/log_minimap.h"
#include "views/logs/log_position.h"
#include "views/logs/log_search_line.h"
#include "views/models/visible_text.h"
#include "views/style/state_palette.h"
#include "views/tasks/task_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTabWidget>
#include <QTreeView>

namespace plumbline {

// More is not for a clipboard: it is in the file.
static constexpr qint64 mostCopied = qint64(64) * 1024 * 1024;

void LogPane::begin(const QString &title, bool followed)
{
    m_title = title;
    m_isOpen = true;
    m_isFollowed = followed;
    m_lens = -1;
    m_filterList.clear();
    m_filters->setFilters({});
    m_shownEvents.reset();
    m_tasks->setStudy(nullptr);
    m_studying = {};
    m_isStudying = false;
    m_studied = {};
    m_minimap->setDocument(m_document);
    m_view->setDocument(m_document);
    m_view->setAtEnd(followed);
    m_titleLabel->setText(visibleName(title, 100));
    setSourceNote({}, false);
}

void LogPane::openFile(const QString &path, const QString &title, bool followed)
{
    m_document->openFile(path);
    begin(title, followed);
    search();
    showProgress();
}

void LogPane::openText(const QByteArray &text, const QString &title)
{
    openBytes(logInMemory(text), title);
}

void LogPane::openBytes(std::shared_ptr<const LogBytes> bytes, const QString &title)
{
    m_document->openBytes(std::move(bytes));
    begin(title, false);
    search();
    showProgress();
}

void LogPane::setSourceNote(const QString &note, bool isTrouble)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    QPalette colours = palette();
    if (isTrouble)
        colours.setColor(QPalette::WindowText, StatePalette(colours).ink(Look::Stalled));
    m_note->setPalette(colours);
}

QString LogPane::stateText() const
{
    return m_state->text();
}

QString LogPane::positionText() const
{
    return m_position->text();
}

void LogPane::showProgress()
{
    if (!m_isOpen) {
        m_state->clear();
        return;
    }
    const LogReader::State state = m_document->state();
    const QLocale locale;
    if (state.problem) {
        m_state->setText(state.problem->text());
        return;
    }
    QStringList words{tr("%n line(s)", nullptr, int(std::min<qint64>(state.lines, INT_MAX)))
                          .replace(QString::number(state.lines), locale.toString(state.lines)),
        locale.formattedDataSize(state.size)};
    if (!state.isAtEnd && state.size > 0)
        words.append(tr("indexed %1 %").arg(100 * state.indexed / state.size));
    if (m_document->isFiltered())
        words.append(tr("%1 shown").arg(locale.toString(m_document->rowCount())));
    if (state.fate == LogBytes::Fate::Cut)
        words.append(tr("the file became shorter: what is shown may be gone"));
    else if (state.fate == LogBytes::Fate::Replaced)
        words.append(tr("another file has its name now: open it again to read that"));
    m_state->setText(words.join(QStringLiteral(" · ")));
    for (LogFilterRow::Filter &filter : m_filterList)
        filter.count = m_document->lens(filter.lens).count;
    m_filters->setFilters(m_filterList);
}

void LogPane::showEvents()
{
    const auto events = m_document->events();
    if (events == m_shownEvents)
        return;
    m_shownEvents = events;
    std::map<qint64, Look> looks;
    for (const LogEvent &event : *events)
        looks.emplace(event.line - 1, lookOf(event.kind));
    m_eventModel->setEvents(events, m_document->clock());
    m_view->setEvents(looks);
    m_minimap->setEvents(std::move(looks));
    m_beside->setVisible(!events->empty());
    studyDumps();
}

void LogPane::showTasks()
{
    m_beside->setCurrentWidget(m_tasks);
    m_tasks->tree()->setFocus(Qt::OtherFocusReason);
}

// Only for who looks: reading all dumps of a large log takes a while.
void LogPane::studyDumps()
{
    if (m_isStudying || m_beside->currentWidget() != m_tasks || !m_document->state().isAtEnd
        || !m_shownEvents || m_shownEvents->empty())
        return;
    // A dump that is being written is one event whose end moves.
    const std::pair now{m_shownEvents->size(), m_shownEvents->back().lastLine};
    if (m_studied == now)
        return;
    m_studied = now;
    m_isStudying = true;
    m_studying = studied();
    m_studying.start();
}

Task<bool> LogPane::studied()
{
    const auto reader = m_document->reader();
    static constexpr std::chrono::seconds betweenTwo{1};
    const std::shared_ptr<const DumpStudy> found = co_await onOwnThread([reader] {
        TaskDumpReader dumps;
        reader->forEachPiece([&dumps](QByteArrayView piece) {
            dumps.add(piece);
            return true;
        });
        return std::shared_ptr<const DumpStudy>(std::make_shared<DumpStudy>(study(dumps.finish())));
    });
    m_tasks->setStudy(found);
    co_await sleepFor(betweenTwo);
    m_isStudying = false;
    // What has come meanwhile. Later: this is the work that it would replace.
    QMetaObject::invokeMethod(this, &LogPane::studyDumps, Qt::QueuedConnection);
    co_return true;
}

void LogPane::showPosition()
{
    QString text;
    if (m_isOpen && m_document->rowCount() > 0) {
        text = tr("line %1").arg(QLocale().toString(m_view->currentLine() + 1));
        const QString time = lineTimeText(
            m_view->currentLine(), m_view->bytesOf(m_view->currentLine()), *m_document->clock());
        if (!time.isEmpty())
            text += QStringLiteral(" · ") + time;
    }
    m_position->setText(text);
}

void LogPane::startSearch()
{
    m_search->startTyping();
    showHits();
}

void LogPane::search()
{
    if (m_lens >= 0)
        m_document->removeLens(m_lens);
    m_lens = -1;
    m_view->setSearch({});
    m_minimap->setSearch(-1);
    if (m_isOpen && !m_search->text().isEmpty()) {
        const auto pattern = TextPattern::compile(m_search->text(), m_search->options());
        if (!pattern) {
            m_search->setAnswer(pattern.error().what.text(), true);
            return;
        }
        m_lens = m_document->addLens(*pattern);
        // Another copy: the reader's is used by its own thread.
        m_view->setSearch(*TextPattern::compile(m_search->text(), m_search->options()));
        m_minimap->setSearch(m_lens);
    }
    showHits();
}

void LogPane::showHits()
{
    if (m_lens < 0) {
        m_search->setAnswer({}, false);
        return;
    }
    const LogReader::LensState hits = m_document->lens(m_lens);
    const LogReader::State state = m_document->state();
    QString words = hits.count == 0
        ? tr("no line")
        : tr("%1 of %2")
              .arg(QLocale().toString(m_document->hitsUpTo(m_lens, m_view->currentLine())),
                  QLocale().toString(hits.count));
    if (state.size > 0 && hits.scanned < state.size)
        words += tr(" · searched %1 %").arg(100 * hits.scanned / state.size);
    m_search->setAnswer(words, false);
}

void LogPane::goToHit(bool backwards)
{
    if (m_lens < 0) {
        startSearch();
        return;
    }
    if (const auto hit = m_document->nextHit(m_lens, m_view->currentLine(), backwards))
        m_view->goToLine(*hit);
}

void LogPane::goToEvent(bool backwards)
{
    const int row = backwards ? m_eventModel->rowBefore(m_view->currentLine())
                              : m_eventModel->rowBehind(m_view->currentLine());
    if (row < 0)
        return;
    m_view->goToLine(m_eventModel->eventAt(row)->line - 1);
    m_events->setCurrentIndex(m_eventModel->index(row, 0));
}

void LogPane::addFilter(bool hiding)
{
    const auto pattern = TextPattern::compile(m_search->text(), m_search->options());
    if (!pattern)
        return;
    LogFilterRow::Filter filter;
    filter.lens = m_document->addLens(*pattern);
    filter.text = m_search->text();
    filter.isHiding = hiding;
    m_filterList.push_back(filter);
    applyFilters();
    m_view->setFocus(Qt::OtherFocusReason);
}

void LogPane::applyFilters()
{
    std::vector<int> in;
    std::vector<int> out;
    for (const LogFilterRow::Filter &filter : m_filterList) {
        if (filter.isOn)
            (filter.isHiding ? out : in).push_back(filter.lens);
    }
    m_document->setFilters(std::move(in), std::move(out));
}

void LogPane::askLine()
{
    m_lineNumber->clear();
    m_lineNumber->show();
    m_lineNumber->setFocus(Qt::ShortcutFocusReason);
}

static QByteArray withoutAnyControls(const QByteArray &text)
{
    QByteArray clean;
    clean.reserve(text.size());
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf('\n', start);
        const qsizetype stop = end < 0 ? text.size() : end;
        clean += withoutControls(text.sliced(start, stop - start)) + '\n';
        start = stop + 1;
    }
    return clean;
}

void LogPane::copy(bool raw)
{
    const auto [first, last] = m_view->selection();
    m_copying = copied(m_document->textOf(first, last, mostCopied), raw);
    m_copying.start();
}

Task<bool> LogPane::copied(std::function<QByteArray()> read, bool raw)
{
    const QString text = co_await onOwnThread([read = std::move(read), raw] {
        const QByteArray bytes = read();
        return QString::fromUtf8(raw ? bytes : withoutAnyControls(bytes));
    });
    if (text.size() >= mostCopied)
        setSourceNote(
            tr("only the first %1 were copied").arg(QLocale().formattedDataSize(mostCopied)), true);
    QGuiApplication::clipboard()->setText(text);
    co_return true;
}

} // namespace plumbline
