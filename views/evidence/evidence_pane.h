// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/history.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace plumbline {

class EvidenceView;
class HistoryStrip;
class PictureView;
class VerdictLine;

/// What is known about one thing and why: its name, its verdict, the sentence, and below them the
/// observations that are cited, byte for byte.
class EvidencePane : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePane(QWidget *parent = nullptr);

    struct Subject
    {
        QString title; ///< made visible already
        QString name; ///< made visible already
        QStringList details;
        Verdict verdict;
        bool stale = false;
        QList<LayerSample> history = {}; ///< oldest first; empty for what has none
    };
    /// Shows a subject. The same subject keeps its scroll position.
    void setSubject(
        const Subject &subject, const QMap<ObservationId, Observation> &observations, WallTime now);
    void setNow(WallTime now);
    void clear();

    EvidenceView *view() const { return m_view; }
    HistoryStrip *history() const { return m_history; }
    PictureView *picture() const { return m_picture; }
    /// Sentence and observations with their references.
    QString asText() const;

public Q_SLOTS:
    void nextObservation();
    void previousObservation();

Q_SIGNALS:
    void copyRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshHead();
    void refreshCounter();

    QLabel *m_title = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_details = nullptr;
    QLabel *m_counter = nullptr;
    QLabel *m_none = nullptr;
    VerdictLine *m_verdict = nullptr;
    HistoryStrip *m_history = nullptr;
    PictureView *m_picture = nullptr;
    EvidenceView *m_view = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    Subject m_subject;
    WallTime m_now{};
    bool m_empty = true;
};

} // namespace plumbline
