// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/models/evidence_document.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace plumbline {

/// Shows an EvidenceDocument: commands, outputs, folds. Only the visible rows are laid out, and
/// large outputs are looked through a piece at a time. Rows are selected as whole lines; Ctrl+C
/// copies them with their reference, Enter opens a fold.
class EvidenceView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit EvidenceView(QWidget *parent = nullptr);

    void setDocument(EvidenceDocument document);
    /// The same questions asked again: scroll position, selection and open folds stay.
    void updateDocument(EvidenceDocument document);
    const EvidenceDocument &document() const { return m_document; }

    int currentBlock() const;
    void showBlock(int block);
    /// The selected rows, or everything when only one row is selected.
    QString selectedText() const;
    qsizetype currentRow() const { return m_current; }

Q_SIGNALS:
    void currentBlockChanged(int block);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QFont fontOf(EvidenceDocument::Row::Kind kind) const;
    void paintRow(QPainter &painter, qsizetype number, const QRect &area);
    void updateScrollBars();
    void fitColumns();
    void startIndexing();
    void setCurrent(qsizetype row, bool extend);
    qsizetype rowAt(int y) const;
    int visibleRows() const;
    void announceBlock();

    EvidenceDocument m_document;
    QTimer m_indexing;
    QFont m_mono;
    int m_rowHeight = 1;
    int m_numberWidth = 0;
    int m_widest = 0;
    qsizetype m_current = 0;
    qsizetype m_anchor = 0;
    int m_announced = -1;
};

} // namespace plumbline
