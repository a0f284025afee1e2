// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/side_channels/side_channel_row.h"

#include "views/models/visible_text.h"
#include "views/side_channels/verdict_chip.h"
#include "views/style/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace plumbline {

/// More findings than this are counted, not listed: the path has to stay in view.
static constexpr int shownFindings = 3;

SideChannelRow::SideChannelRow(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(4);
    refresh();
}

void SideChannelRow::setChannels(const QList<SideChannel> &channels, bool stale)
{
    m_channels = channels;
    m_stale = stale;
    refresh();
}

QWidget *SideChannelRow::firstChip()
{
    return m_channels.isEmpty() ? static_cast<QWidget *>(this) : m_chips.first();
}

void SideChannelRow::refresh()
{
    setAccessibleName(tr("side channels"));
    while (m_chips.size() < m_channels.size()) {
        auto *chip = new VerdictChip(this);
        const int number = int(m_chips.size());
        connect(
            chip, &VerdictChip::clicked, this, [this, number] { Q_EMIT evidenceWanted(number); });
        layout()->addWidget(chip);
        m_chips.append(chip);
    }
    for (int i = 0; i < m_chips.size(); ++i) {
        m_chips.at(i)->setVisible(i < m_channels.size());
        if (i >= m_channels.size())
            continue;
        const SideChannel &channel = m_channels.at(i);
        m_chips.at(i)->setFact(sideChannelPhrase(channel.kind).text(),
            lookOf(channel.verdict.state, channel.verdict.modifier, m_stale),
            verdictWord(channel.verdict).text(), visibleName(channel.verdict.reason.text(), 300));
    }
}

void SideChannelRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

FindingList::FindingList(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 0, 4, 0);
    column->setSpacing(0);
    for (int i = 0; i < shownFindings; ++i) {
        auto *chip = new VerdictChip(this);
        connect(chip, &VerdictChip::clicked, this, [this, i] { Q_EMIT evidenceWanted(i); });
        column->addWidget(chip);
        m_chips.append(chip);
    }
    m_more = quietLabel(this);
    m_more->setMargin(4);
    m_more->setIndent(26);
    column->addWidget(m_more);
    refresh();
}

void FindingList::setFindings(const QList<Verdict> &findings)
{
    m_findings = findings;
    refresh();
}

void FindingList::refresh()
{
    setAccessibleName(tr("findings"));
    for (int i = 0; i < m_chips.size(); ++i) {
        m_chips.at(i)->setVisible(i < m_findings.size());
        if (i < m_findings.size()) {
            const Verdict &finding = m_findings.at(i);
            m_chips.at(i)->setFact({}, lookOf(finding.state, finding.modifier), {},
                visibleName(finding.reason.text(), 400));
        }
    }
    const int hidden = int(m_findings.size()) - shownFindings;
    m_more->setText(tr("and %n more, in the copied text", nullptr, std::max(hidden, 0)));
    m_more->setVisible(hidden > 0);
    setVisible(!m_findings.isEmpty());
}

void FindingList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace plumbline
