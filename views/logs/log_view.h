// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/log_document.h"
#include "views/logs/line_layout.h"
#include "views/style/state_palette.h"

#include <QAbstractScrollArea>

#include <map>
#include <set>

namespace plumbline {

/// The lines of a LogDocument. Only what is seen is read and laid out, so a hundred million lines
/// scroll as easily as ten; what storage does not give at once appears when it comes. Whole lines
/// are selected.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(QWidget *parent = nullptr);

    /// It must outlive the view, or be replaced.
    void setDocument(LogDocument *document);

    /// From 0; the line with the cursor.
    qint64 currentLine() const { return m_current; }
    /// Makes it the current one and shows it in the middle if it is not on the screen.
    void goToLine(qint64 line);
    /// First and last selected line, the same when it is one.
    std::pair<qint64, qint64> selection() const;
    qint64 topLine() const;

    void setSearch(std::optional<TextPattern> search);
    void setWrapped(bool wrapped);
    bool isWrapped() const { return m_isWrapped; }
    void setControlsShown(bool shown);
    /// Stays at the end while lines are added, until somebody goes elsewhere.
    void setAtEnd(bool atEnd);
    bool isAtEnd() const { return m_isAtEnd; }

    const std::set<qint64> &marks() const { return m_marks; }
    void toggleMark();
    void goToMark(bool backwards);
    /// Lines that begin an event, with its look; drawn in the margin.
    void setEvents(std::map<qint64, Look> events);

    /// The visible words of a line that is on the screen; empty of others.
    QString textOf(qint64 line) const;
    QByteArray bytesOf(qint64 line) const;

Q_SIGNALS:
    void currentLineChanged(qint64 line);
    void scrolled();
    void rowsShown(); ///< other lines than before, or more of them
    void searchWanted();
    void hitWanted(bool backwards);
    void eventWanted(bool backwards);
    void lineWanted(); ///< one whose number is to be asked for
    void copyWanted(bool raw);
    void left(); ///< Esc

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void takeStyle();
    void followDocument();
    void updateScrollBars();
    void fetch(std::chrono::milliseconds wait);
    int visibleRows() const;
    qint64 rowAt(int y) const;
    void moveTo(qint64 row, bool extend);
    void paintLine(QPainter &painter, const LogRow &row, int y, int height, QTextLayout *layout);
    void paintMargin(QPainter &painter, qint64 line, int y, int height);
    std::optional<int> wrapWidth() const;

    LogDocument *m_document = nullptr;
    LineLayout m_layout;
    std::map<qint64, LogRow> m_rows; ///< by line, what was read for the screen
    qint64 m_wished = -1; ///< the row at the top when rows were asked for
    int m_wishedCount = 0;
    std::vector<std::pair<int, qint64>> m_tops; ///< where each row on the screen begins

    std::set<qint64> m_marks;
    std::map<qint64, Look> m_events;
    int m_rowHeight = 1;
    int m_margin = 0;
    int m_widest = 0;
    qint64 m_current = 0;
    qint64 m_anchor = 0;
    bool m_isWrapped = false;
    bool m_isAtEnd = true;
};

} // namespace plumbline
