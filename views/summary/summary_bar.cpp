// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/summary/summary_bar.h"

#include "views/models/number_text.h"
#include "views/models/run_state.h"
#include "views/models/visible_text.h"
#include "views/style/state_glyph.h"
#include "views/style/theme.h"
#include "views/style/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace plumbline {

static constexpr int glyphRoom = 48;
static constexpr int glyphSize = 22;

SummaryBar::SummaryBar(QWidget *parent) : QWidget(parent)
{
    m_context = quietLabel(this);
    m_context->setWordWrap(false);
    m_context->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_age = quietLabel(this);
    m_age->setWordWrap(false);
    m_sentence = plainLabel(this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setFocusPolicy(Qt::StrongFocus);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    m_sentence->setFont(large);
    m_copy = flatButton(Sign::Copy, this);
    connect(m_copy, &QToolButton::clicked, this, &SummaryBar::copyRequested);

    auto *top = new QHBoxLayout;
    top->setSpacing(rhythm);
    top->addWidget(m_context, 1);
    top->addWidget(m_age);
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addLayout(top);
    text->addWidget(m_sentence);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(glyphRoom, rhythm, rhythm, 10);
    all->setSpacing(rhythm);
    all->addLayout(text, 1);
    all->addWidget(m_copy, 0, Qt::AlignVCenter);
    clear();
}

void SummaryBar::setDiagnosis(const Diagnosis &diagnosis, int disk, WallTime now)
{
    m_empty = false;
    m_head = diagnosis;
    m_head.observations.clear();
    m_head.disks.clear();
    const bool any = disk >= 0 && disk < diagnosis.disks.size();
    m_summary = any ? diagnosis.disks.at(disk).summary : DiskSummary();
    m_disk = any ? diagnosis.disks.at(disk).name : QString();
    m_now = now;
    refresh();
}

void SummaryBar::clear()
{
    m_empty = true;
    refresh();
}

void SummaryBar::setNow(WallTime now)
{
    m_now = now;
    refresh();
}

QString SummaryBar::sentence() const
{
    return m_sentence->text();
}

QString SummaryBar::contextText() const
{
    QString out = visibleName(m_head.domainName, 60);
    if (!m_disk.isEmpty())
        out += QStringLiteral(" ▸ ") + visibleName(m_disk, 30);
    out += QStringLiteral("   ") + tr("on %1").arg(visibleName(m_head.host, 60));
    if (!m_head.domainState.isEmpty())
        out += QStringLiteral("   ") + runStateText(m_head.domainState);
    return out;
}

void SummaryBar::refresh()
{
    m_copy->setVisible(!m_empty);
    m_age->setVisible(!m_empty);
    if (m_empty) {
        m_context->setText({});
        m_sentence->setText(tr("No domain is chosen."));
        return;
    }
    m_look = lookOf(m_summary.verdict, m_summary.modifier, m_head.staleSince.has_value());
    m_context->setText(contextText());
    if (m_summary.text.isEmpty())
        m_sentence->setText(tr("Nothing is known about the disks of this domain."));
    else
        m_sentence->setText(visibleName(m_summary.text.text(), 2000));
    if (m_head.staleSince) {
        m_age->setText(
            tr("host not reached; facts are %1 old").arg(spanText(*m_head.staleSince, m_now)));
        QPalette own;
        own.setColor(QPalette::PlaceholderText, StatePalette(palette()).ink(Look::Stalled));
        m_age->setPalette(own);
    } else {
        m_age->setText(tr("measured %1").arg(ageText(m_head.taken, m_now)));
        m_age->setPalette(QPalette());
    }
    nameButton(m_copy, tr("copy the sentence with its references"));
    m_sentence->setAccessibleName(tr("summary: %1").arg(m_sentence->text()));
    update();
}

void SummaryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatePalette states(palette());
    const QColor base = palette().color(QPalette::Base);
    painter.fillRect(rect(), m_empty ? base : states.wash(m_look, base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), hairline(palette()));
    if (m_empty)
        return;
    painter.fillRect(QRect(0, 0, 4, height()), states.ink(m_look));
    drawStateGlyph(painter,
        QRectF((glyphRoom - glyphSize) / 2.0 + 2, m_sentence->y() + 2, glyphSize, glyphSize),
        m_look, states.ink(m_look));
}

void SummaryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace plumbline
