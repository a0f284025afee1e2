// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/text_pattern.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace plumbline {

/// What is searched for in a log, how many lines have it, and what may be done with them.
class LogSearchLine : public QWidget
{
    Q_OBJECT
public:
    explicit LogSearchLine(QWidget *parent);

    void startTyping();
    QString text() const;
    TextPattern::Options options() const;
    /// "3 of 120 lines", and how far the search has come; or what is wrong with the expression.
    void setAnswer(const QString &words, bool isWrong);
    QString answer() const;
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void changed();
    void hitWanted(bool backwards);
    void onlyThese();
    void notThese();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void name();

    QLineEdit *m_line;
    QToolButton *m_plain;
    QToolButton *m_exact;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_answer;
    QPushButton *m_only;
    QPushButton *m_not;
};

} // namespace plumbline
