// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace plumbline {

class Actions;

/// The corner of the menu bar: where a recording stands, pause, refresh, all actions.
class StatusCorner : public QWidget
{
    Q_OBJECT
public:
    StatusCorner(const Actions &actions, QWidget *parent);

    /// A recording of `count` moments stands at `current`, from 0 on; hidden when count is below 2.
    void setMoment(int current, int count);
    void setPaused(bool paused);
    void retranslate();

private:
    QToolButton *m_earlier = nullptr;
    QToolButton *m_later = nullptr;
    QLabel *m_moment = nullptr;
    QLabel *m_paused = nullptr;
    int m_current = 0;
    int m_count = 0;
    bool m_isPaused = false;
};

} // namespace plumbline
