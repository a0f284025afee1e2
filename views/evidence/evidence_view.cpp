// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/evidence/evidence_view.h"

#include "views/style/state_palette.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace plumbline {

using Row = EvidenceDocument::Row;

/// Bytes looked through per turn of the event loop: a few milliseconds even when sanitized.
static constexpr qsizetype indexBudget = 1 << 20;
static constexpr int markWidth = 4;

EvidenceView::EvidenceView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("observations"));
    m_indexing.setInterval(0);
    connect(&m_indexing, &QTimer::timeout, this, [this] {
        if (!m_document.advance(indexBudget))
            m_indexing.stop();
        updateScrollBars();
        viewport()->update();
    });
    m_mono = monospaceFont(font());
}

void EvidenceView::setDocument(EvidenceDocument document)
{
    m_document = std::move(document);
    m_current = m_anchor = 0;
    m_widest = 0;
    m_announced = -1;
    startIndexing();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    announceBlock();
}

void EvidenceView::updateDocument(EvidenceDocument document)
{
    const int top = verticalScrollBar()->value();
    document.openFoldsOf(m_document);
    m_document = std::move(document);
    startIndexing();
    const qsizetype last = std::max<qsizetype>(0, m_document.rowCount() - 1);
    m_current = std::min(m_current, last);
    m_anchor = std::min(m_anchor, last);
    verticalScrollBar()->setValue(top);
    announceBlock();
}

void EvidenceView::startIndexing()
{
    fitColumns();
    if (m_document.advance(indexBudget))
        m_indexing.start();
    else
        m_indexing.stop();
    updateScrollBars();
    viewport()->update();
}

QFont EvidenceView::fontOf(Row::Kind kind) const
{
    switch (kind) {
    case Row::Command:
        return emphasised(m_mono);
    case Row::Output:
    case Row::ErrorOutput:
        return m_mono;
    default:
        return font();
    }
}

void EvidenceView::updateScrollBars()
{
    m_rowHeight = std::max(QFontMetrics(m_mono).height(), QFontMetrics(font()).height()) + 1;
    m_numberWidth = QFontMetrics(m_mono).horizontalAdvance(QStringLiteral("00000"));
    verticalScrollBar()->setPageStep(std::max(1, visibleRows() - 1));
    verticalScrollBar()->setRange(0,
        int(std::max<qsizetype>(
            0, std::min<qsizetype>(m_document.rowCount() - visibleRows(), INT_MAX))));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_numberWidth);
    horizontalScrollBar()->setRange(0, std::max(0, m_widest - viewport()->width()));
}

int EvidenceView::visibleRows() const
{
    return viewport()->height() / m_rowHeight;
}

qsizetype EvidenceView::rowAt(int y) const
{
    return std::clamp<qsizetype>(
        verticalScrollBar()->value() + y / m_rowHeight, 0, m_document.rowCount() - 1);
}

void EvidenceView::paintRow(QPainter &painter, qsizetype number, const QRect &area)
{
    const Row row = m_document.rowAt(number);
    const StatePalette states(palette());
    const QColor base = palette().color(QPalette::Base);
    const bool selected = number >= std::min(m_anchor, m_current)
        && number <= std::max(m_anchor, m_current) && (m_anchor != m_current || hasFocus());
    const QRect line(0, area.top(), viewport()->width(), area.height());
    if (row.kind == Row::Command)
        painter.fillRect(line, raised(palette()));
    if (row.decisive)
        painter.fillRect(line, mixed(base, palette().color(QPalette::Highlight), 0.13));
    if (selected && row.kind != Row::Gap)
        painter.fillRect(line, mixed(base, palette().color(QPalette::Highlight), 0.25));
    if (row.decisive)
        painter.fillRect(
            QRect(0, line.top(), markWidth, line.height()), palette().color(QPalette::Highlight));

    QColor ink = palette().color(QPalette::Text);
    int left = area.left() + rhythm;
    if (row.kind == Row::Meta || row.kind == Row::Note)
        ink = quietText(palette());
    else if (row.kind == Row::Silence)
        ink = states.ink(Look::Unknown);
    else if (row.kind == Row::Fold)
        ink = palette().color(QPalette::Link);
    if (row.kind == Row::Output || row.kind == Row::ErrorOutput || row.kind == Row::Fold) {
        if (row.kind != Row::Fold) {
            painter.setFont(m_mono);
            painter.setPen(quietText(palette()));
            painter.drawText(QRect(area.left(), area.top(), m_numberWidth, area.height()),
                int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine,
                row.line > 0 ? QString::number(row.line) : QStringLiteral("!"));
        }
        left = area.left() + m_numberWidth + rhythm;
    }
    const QFont use = fontOf(row.kind);
    const QString text = row.kind == Row::Fold ? QStringLiteral("⋯ ") + row.text : row.text;
    painter.setFont(use);
    painter.setPen(ink);
    const int width = QFontMetrics(use).horizontalAdvance(text);
    painter.drawText(QRect(left, area.top(), width + rhythm, area.height()),
        int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    m_widest = std::max(m_widest, left - area.left() + width + rhythm);
}

void EvidenceView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const qsizetype first = verticalScrollBar()->value();
    const int widestBefore = m_widest;
    for (int i = 0; i <= visibleRows() && first + i < m_document.rowCount(); ++i) {
        paintRow(painter, first + i,
            QRect(-horizontalScrollBar()->value(), i * m_rowHeight, viewport()->width(),
                m_rowHeight));
    }
    if (m_widest != widestBefore)
        QTimer::singleShot(0, this, &EvidenceView::updateScrollBars);
}

void EvidenceView::fitColumns()
{
    const int character = QFontMetrics(emphasised(m_mono)).horizontalAdvance(u'0');
    m_document.setColumns((viewport()->width() - 2 * rhythm) / std::max(character, 1));
}

void EvidenceView::resizeEvent(QResizeEvent *)
{
    fitColumns();
    updateScrollBars();
}

void EvidenceView::setCurrent(qsizetype row, bool extend)
{
    if (m_document.rowCount() == 0)
        return;
    m_current = std::clamp<qsizetype>(row, 0, m_document.rowCount() - 1);
    if (!extend)
        m_anchor = m_current;
    QScrollBar *bar = verticalScrollBar();
    if (m_current < bar->value())
        bar->setValue(int(m_current));
    else if (m_current >= bar->value() + visibleRows())
        bar->setValue(int(m_current) - visibleRows() + 1);
    viewport()->update();
    announceBlock();
}

void EvidenceView::announceBlock()
{
    const int block = currentBlock();
    if (block == m_announced)
        return;
    m_announced = block;
    Q_EMIT currentBlockChanged(block);
}

int EvidenceView::currentBlock() const
{
    return m_document.blockCount() ? m_document.blockAt(m_current) : -1;
}

void EvidenceView::showBlock(int block)
{
    if (block < 0 || block >= m_document.blockCount())
        return;
    const qsizetype first = m_document.firstRowOf(block);
    verticalScrollBar()->setValue(int(first));
    setCurrent(m_document.decisiveRowOf(block), false);
}

QString EvidenceView::selectedText() const
{
    if (m_anchor == m_current)
        return m_document.textOf(0, m_document.rowCount() - 1);
    return m_document.textOf(std::min(m_anchor, m_current), std::max(m_anchor, m_current));
}

void EvidenceView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrent(m_current - 1, extend);
        break;
    case Qt::Key_Down:
        setCurrent(m_current + 1, extend);
        break;
    case Qt::Key_PageUp:
        setCurrent(m_current - visibleRows(), extend);
        break;
    case Qt::Key_PageDown:
        setCurrent(m_current + visibleRows(), extend);
        break;
    case Qt::Key_Home:
        setCurrent(0, extend);
        break;
    case Qt::Key_End:
        setCurrent(m_document.rowCount() - 1, extend);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_document.unfold(m_current)) {
            updateScrollBars();
            viewport()->update();
        }
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void EvidenceView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qsizetype row = rowAt(int(event->position().y()));
    setCurrent(row, event->modifiers() & Qt::ShiftModifier);
    if (m_document.unfold(row)) {
        updateScrollBars();
        viewport()->update();
    }
}

void EvidenceView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        setCurrent(rowAt(int(event->position().y())), true);
}

void EvidenceView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_mono = monospaceFont(font());
        updateScrollBars();
    } else if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("observations"));
    }
}

void EvidenceView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void EvidenceView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace plumbline
