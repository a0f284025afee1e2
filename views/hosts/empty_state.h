// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace plumbline {

/// What stands in the middle while there is no host: how to add one, and a case to look at.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

Q_SIGNALS:
    void addHostRequested();
    void bundledIncidentRequested();
    void openRecordingRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_examples = nullptr;
    QLabel *m_promise = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_incident = nullptr;
    QPushButton *m_recording = nullptr;
};

} // namespace plumbline
