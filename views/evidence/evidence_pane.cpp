// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/evidence/evidence_pane.h"

#include "views/evidence/evidence_view.h"
#include "views/evidence/picture_view.h"
#include "views/history/history_strip.h"
#include "views/models/number_text.h"
#include "views/models/visible_text.h"
#include "views/style/icons.h"
#include "views/style/text_layout.h"
#include "views/style/theme.h"
#include "views/style/verdict_line.h"
#include "views/style/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace plumbline {

EvidencePane::EvidencePane(QWidget *parent) : QWidget(parent)
{
    m_title = plainLabel(this);
    m_title->setFont(emphasised(font()));
    m_name = quietLabel(this);
    m_verdict = new VerdictLine(this);
    m_sentence = plainLabel(this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details = quietLabel(this);
    m_history = new HistoryStrip(this);
    m_picture = new PictureView(this);
    m_counter = quietLabel(this);
    m_none = quietLabel(this);
    m_none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_none->setMargin(12);
    m_view = new EvidenceView(this);
    m_previous = flatButton(Sign::Up, this);
    m_next = flatButton(Sign::Down, this);
    m_copy = flatButton(Sign::Copy, this);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, rhythm, 12, rhythm);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_name);
    head->addWidget(m_verdict);
    head->addWidget(m_sentence);
    head->addWidget(m_details);
    head->addWidget(m_history);
    head->addWidget(m_picture);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 2, rhythm, 2);
    bar->setSpacing(2);
    bar->addWidget(m_counter, 1);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    bar->addWidget(m_copy);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(new Hairline(this));
    all->addLayout(bar);
    all->addWidget(new Hairline(this));
    all->addWidget(m_none, 1);
    all->addWidget(m_view, 1);

    connect(m_previous, &QToolButton::clicked, this, &EvidencePane::previousObservation);
    connect(m_next, &QToolButton::clicked, this, &EvidencePane::nextObservation);
    connect(m_copy, &QToolButton::clicked, this, &EvidencePane::copyRequested);
    connect(m_view, &EvidenceView::currentBlockChanged, this, &EvidencePane::refreshCounter);
    retranslate();
    clear();
}

void EvidencePane::retranslate()
{
    setAccessibleName(tr("evidence"));
    m_picture->setAccessibleName(tr("what the guest's display shows"));
    nameButton(m_previous, tr("previous observation"));
    nameButton(m_next, tr("next observation"));
    nameButton(m_copy, tr("copy with references"));
    refreshHead();
    refreshCounter();
}

void EvidencePane::clear()
{
    m_empty = true;
    m_subject = {};
    m_picture->setPicture({});
    m_view->setDocument({});
    refreshHead();
    refreshCounter();
}

void EvidencePane::setSubject(
    const Subject &subject, const QMap<ObservationId, Observation> &observations, WallTime now)
{
    const bool same
        = !m_empty && subject.title == m_subject.title && subject.name == m_subject.name;
    const bool newEvidence = subject.verdict.evidence != m_subject.verdict.evidence;
    m_empty = false;
    m_subject = subject;
    m_now = now;
    if (!same || newEvidence)
        m_picture->setPicture(pictureIn(subject.verdict.evidence, observations));
    if (!same) {
        m_view->setDocument(EvidenceDocument(subject.verdict.evidence, observations));
        m_view->showBlock(0);
    } else if (newEvidence) {
        m_view->updateDocument(EvidenceDocument(subject.verdict.evidence, observations));
    }
    refreshHead();
    refreshCounter();
}

void EvidencePane::setNow(WallTime now)
{
    m_now = now;
    refreshHead();
}

void EvidencePane::refreshHead()
{
    m_title->setText(m_empty ? tr("evidence") : m_subject.title);
    m_name->setText(wrappedAnywhere(m_subject.name));
    m_name->setVisible(!m_subject.name.isEmpty());
    m_sentence->setText(m_empty ? tr("Choose a layer to see what was measured.")
                                : visibleName(m_subject.verdict.reason.text(), 1000));
    m_details->setText(wrappedAnywhere(m_subject.details.join(QStringLiteral("  ·  "))));
    m_details->setVisible(!m_subject.details.isEmpty());
    m_verdict->setVisible(!m_empty);
    m_history->setSamples(m_subject.history, m_now);
    const auto &since = m_subject.verdict.since;
    m_verdict->setVerdict(
        lookOf(m_subject.verdict.state, m_subject.verdict.modifier, m_subject.stale),
        verdictWord(m_subject.verdict).text(),
        since ? tr("for %1").arg(spanText(*since, m_now)) : QString());
}

void EvidencePane::refreshCounter()
{
    const int blocks = m_view->document().blockCount();
    const int current = m_view->currentBlock();
    m_counter->setText(
        blocks ? tr("observation %1 of %2").arg(current + 1).arg(blocks) : QString());
    m_none->setText(m_empty ? QString() : tr("No observation is cited for this."));
    m_none->setVisible(blocks == 0);
    m_view->setVisible(blocks > 0);
    m_previous->setEnabled(current > 0);
    m_next->setEnabled(current >= 0 && current + 1 < blocks);
    m_copy->setEnabled(blocks > 0);
}

void EvidencePane::nextObservation()
{
    m_view->showBlock(m_view->currentBlock() + 1);
}

void EvidencePane::previousObservation()
{
    m_view->showBlock(m_view->currentBlock() - 1);
}

QString EvidencePane::asText() const
{
    QString out = m_subject.title + u' ' + m_subject.name + QStringLiteral(": ")
        + verdictWord(m_subject.verdict).text() + u'\n' + m_sentence->text()
        + QStringLiteral("\n\n");
    return out + m_view->selectedText();
}

void EvidencePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace plumbline
