// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QToolButton;

namespace plumbline {

/// The filters of a log as words that may be switched off and on and taken away. Those that let
/// lines through add up; what any of the others has is hidden.
class LogFilterRow : public QWidget
{
    Q_OBJECT
public:
    struct Filter
    {
        int lens = 0;
        QString text;
        bool isHiding = false; ///< its lines are hidden, not shown
        bool isOn = true;
        qint64 count = 0; ///< lines that it has found
    };

    explicit LogFilterRow(QWidget *parent);

    void setFilters(const std::vector<Filter> &filters);

Q_SIGNALS:
    void switched(int lens, bool on);
    void removed(int lens);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void setTexts();

    std::vector<Filter> m_filters;
    std::vector<QToolButton *> m_words; ///< in the order of the filters
    QHBoxLayout *m_row;
};

} // namespace plumbline
