// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"
#include "views/style/state_palette.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace plumbline {

/// The sentence on top of everything. It is never cut: it takes as many lines as it needs.
class SummaryBar : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryBar(QWidget *parent = nullptr);

    /// `disk` indexes Diagnosis::disks; -1 when there is none.
    void setDiagnosis(const Diagnosis &diagnosis, int disk, WallTime now);
    void clear();
    void setNow(WallTime now);

    QString sentence() const;
    QLabel *sentenceLabel() const { return m_sentence; }

Q_SIGNALS:
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString contextText() const;

    QLabel *m_context = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_age = nullptr;
    QToolButton *m_copy = nullptr;
    /// Without layers and observations: only what the bar itself shows.
    Diagnosis m_head;
    DiskSummary m_summary;
    QString m_disk;
    WallTime m_now{};
    Look m_look = Look::Unknown;
    bool m_empty = true;
};

} // namespace plumbline
