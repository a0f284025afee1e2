// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_view.h"

#include "views/style/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace plumbline {

using std::chrono::milliseconds;

// Half of what a frame may take: lines in the page cache come within a fraction of it.
static constexpr milliseconds frameWait{8};
static constexpr int eventWidth = 4;

LogView::LogView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("log"));
    takeStyle();
}

void LogView::takeStyle()
{
    const QFont mono = monospaceFont(font());
    m_layout.setFont(mono);
    m_layout.setPalette(palette());
    m_rowHeight = QFontMetrics(mono).height() + 1;
}

void LogView::setDocument(LogDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_rows.clear();
    m_marks.clear();
    m_events.clear();
    m_wished = -1;
    m_widest = 0;
    m_current = m_anchor = 0;
    m_isAtEnd = false;
    if (m_document) {
        connect(m_document, &LogDocument::progressed, this, &LogView::followDocument);
        connect(m_document, &LogDocument::rowsRead, this, [this] { fetch(milliseconds(0)); });
    }
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

// A filter that comes or goes leaves the current line where it is on the screen.
void LogView::followDocument()
{
    const qint64 before = m_document->rowOfLine(m_current);
    const int distance = int(
        std::clamp<qint64>(before - verticalScrollBar()->value(), -visibleRows(), visibleRows()));
    const bool isOnScreen = distance >= 0 && distance < visibleRows();
    m_wished = -1;
    updateScrollBars();
    if (m_isAtEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else if (isOnScreen && m_document->isFiltered())
        verticalScrollBar()->setValue(int(before) - distance);
    viewport()->update();
}

int LogView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

void LogView::updateScrollBars()
{
    const qint64 rows = m_document ? m_document->rowCount() : 0;
    const auto digits = QString::number(m_document ? m_document->state().lines : 0).size();
    m_margin = QFontMetrics(monospaceFont(font())).horizontalAdvance(u'0')
            * std::max(5, int(digits) + int(digits) / 3)
        + eventWidth + 2 * rhythm;
    verticalScrollBar()->setPageStep(std::max(1, visibleRows() - 1));
    verticalScrollBar()->setRange(
        0, int(std::clamp<qint64>(rows - visibleRows(), 0, std::numeric_limits<int>::max())));
    const int room = viewport()->width() - m_margin - rhythm;
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(3 * m_rowHeight);
    horizontalScrollBar()->setRange(0, m_isWrapped ? 0 : std::max(0, m_widest - room));
}

// What is at hand is drawn at once; what is not comes with rowsRead().
void LogView::fetch(milliseconds wait)
{
    if (!m_document)
        return;
    const int top = verticalScrollBar()->value();
    const int count = visibleRows() + 2;
    if (m_wished != top || m_wishedCount != count) {
        m_wished = top;
        m_wishedCount = count;
        m_document->wishRows(top, count);
    } else if (wait.count() > 0) {
        return;
    }
    std::map<qint64, LogRow> rows;
    for (LogRow &row : m_document->rows(wait)) {
        const qint64 line = row.line;
        rows.emplace(line, std::move(row));
    }
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    viewport()->update();
    Q_EMIT rowsShown();
}

std::optional<int> LogView::wrapWidth() const
{
    return m_isWrapped ? std::optional(viewport()->width() - m_margin - rhythm) : std::nullopt;
}

void LogView::paintEvent(QPaintEvent *)
{
    fetch(frameWait);
    QPainter painter(viewport());
    painter.fillRect(QRect(0, 0, m_margin - rhythm / 2, viewport()->height()), raised(palette()));
    m_tops.clear();
    if (!m_document)
        return;
    int widest = m_widest;
    int y = 0;
    const qint64 rows = m_document->rowCount();
    for (qint64 row = verticalScrollBar()->value(); row < rows && y < viewport()->height(); ++row) {
        const qint64 line = m_document->lineOfRow(row);
        const auto found = m_rows.find(line);
        int height = m_rowHeight;
        m_tops.emplace_back(y, row);
        if (found != m_rows.end()) {
            const auto layout = m_layout.layOut(m_layout.textOf(found->second.bytes), wrapWidth());
            if (m_isWrapped)
                height = std::max(m_rowHeight, LineLayout::heightOf(*layout) + 1);
            widest = std::max(widest, int(layout->boundingRect().width()) + rhythm);
            paintLine(painter, found->second, y, height, layout.get());
        }
        paintMargin(painter, line, y, height);
        y += height;
    }
    if (widest > m_widest) {
        m_widest = widest;
        updateScrollBars();
    }
}

void LogView::paintLine(
    QPainter &painter, const LogRow &row, int y, int height, QTextLayout *layout)
{
    const QColor base = palette().color(QPalette::Base);
    const QColor highlight = palette().color(QPalette::Highlight);
    const auto [first, last] = selection();
    const QRect area(m_margin - rhythm / 2, y, viewport()->width(), height);
    if (row.line >= first && row.line <= last)
        painter.fillRect(area, mixed(base, highlight, hasFocus() ? 0.25 : 0.12));
    painter.save();
    painter.setClipRect(area);
    painter.setPen(palette().color(QPalette::Text));
    layout->draw(&painter, QPointF(m_margin - horizontalScrollBar()->value(), y));
    if (row.size > row.bytes.size()) {
        painter.setPen(quietText(palette()));
        painter.drawText(area.adjusted(0, 0, -m_margin, 0), Qt::AlignRight | Qt::AlignBottom,
            tr("… %1 in all").arg(QLocale().formattedDataSize(row.size)));
    }
    painter.restore();
}

void LogView::paintMargin(QPainter &painter, qint64 line, int y, int height)
{
    const bool isMarked = m_marks.contains(line);
    if (const auto event = m_events.find(line); event != m_events.end()) {
        painter.fillRect(
            QRect(0, y, eventWidth, height), StatePalette(palette()).ink(event->second));
    }
    const QRect area(eventWidth, y, m_margin - rhythm - eventWidth, m_rowHeight);
    painter.setFont(monospaceFont(font()));
    painter.setPen(isMarked ? palette().color(QPalette::Link) : quietText(palette()));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter,
        (isMarked ? QStringLiteral("▸") : QString()) + QLocale().toString(line + 1));
}

std::pair<qint64, qint64> LogView::selection() const
{
    return std::minmax(m_anchor, m_current);
}

qint64 LogView::topLine() const
{
    return m_document ? m_document->lineOfRow(verticalScrollBar()->value()) : 0;
}

QString LogView::textOf(qint64 line) const
{
    const auto found = m_rows.find(line);
    return found == m_rows.end() ? QString() : m_layout.textOf(found->second.bytes);
}

QByteArray LogView::bytesOf(qint64 line) const
{
    const auto found = m_rows.find(line);
    return found == m_rows.end() ? QByteArray() : found->second.bytes;
}

void LogView::moveTo(qint64 row, bool extend)
{
    if (!m_document || m_document->rowCount() == 0)
        return;
    row = std::clamp<qint64>(row, 0, m_document->rowCount() - 1);
    m_current = m_document->lineOfRow(row);
    if (!extend)
        m_anchor = m_current;
    const int top = verticalScrollBar()->value();
    if (row < top)
        verticalScrollBar()->setValue(int(row));
    else if (row >= top + visibleRows())
        verticalScrollBar()->setValue(int(row) - visibleRows() + 1);
    m_isAtEnd = row == m_document->rowCount() - 1;
    viewport()->update();
    Q_EMIT currentLineChanged(m_current);
}

void LogView::goToLine(qint64 line)
{
    if (!m_document)
        return;
    const qint64 row = m_document->rowOfLine(line);
    const int top = verticalScrollBar()->value();
    if (row < top || row >= top + visibleRows())
        verticalScrollBar()->setValue(int(std::max<qint64>(0, row - visibleRows() / 3)));
    moveTo(row, false);
    m_isAtEnd = false;
}

void LogView::setSearch(std::optional<TextPattern> search)
{
    m_layout.setSearch(std::move(search));
    viewport()->update();
}

void LogView::setWrapped(bool wrapped)
{
    m_isWrapped = wrapped;
    updateScrollBars();
    viewport()->update();
}

void LogView::setControlsShown(bool shown)
{
    m_layout.setControlsShown(shown);
    viewport()->update();
}

void LogView::setAtEnd(bool atEnd)
{
    m_isAtEnd = atEnd;
    if (atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::toggleMark()
{
    if (!m_marks.erase(m_current))
        m_marks.insert(m_current);
    viewport()->update();
}

void LogView::goToMark(bool backwards)
{
    if (m_marks.empty())
        return;
    if (backwards) {
        auto mark = m_marks.lower_bound(m_current);
        goToLine(mark == m_marks.begin() ? *m_marks.rbegin() : *std::prev(mark));
    } else {
        const auto mark = m_marks.upper_bound(m_current);
        goToLine(mark == m_marks.end() ? *m_marks.begin() : *mark);
    }
}

void LogView::setEvents(std::map<qint64, Look> events)
{
    m_events = std::move(events);
    viewport()->update();
}

} // namespace plumbline
