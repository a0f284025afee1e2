// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace plumbline {

/// Every action by name, with its shortcut. Type some letters of its words, Enter does it.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    CommandPalette(const QList<QAction *> &actions, QWidget *over);

    void open();
    void close();
    QLineEdit *line() const { return m_line; }
    QListWidget *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void place();
    void run();

    QList<QAction *> m_actions;
    QWidget *m_over;
    QLineEdit *m_line = nullptr;
    QListWidget *m_list = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace plumbline
