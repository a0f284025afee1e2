// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/logs/log_view.h"

#include <QWidget>

namespace plumbline {

/// The whole log in a strip beside its lines: where events and marks are and what part is seen. A
/// click goes there. It costs as many looks as it has pixels and events.
class LogMinimap : public QWidget
{
    Q_OBJECT
public:
    LogMinimap(LogView *view, QWidget *parent);

    void setDocument(LogDocument *document);
    /// Lines that begin an event.
    void setEvents(std::map<qint64, Look> events);
    /// Of the search whose hits are drawn; -1 for none.
    void setSearch(int lens);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    int placeOf(qint64 line) const;
    void go(int y);

    LogView *m_view;
    LogDocument *m_document = nullptr;
    std::map<qint64, Look> m_events;
    int m_search = -1;
    qint64 m_lines = 1; ///< of the log as it is drawn
};

} // namespace plumbline
