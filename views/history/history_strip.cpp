// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/history/history_strip.h"

#include "views/history/verdict_runs.h"
#include "views/models/number_text.h"
#include "views/style/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <functional>

namespace plumbline {

static constexpr int bandHeight = 12;
static constexpr int plotHeight = 18;
static constexpr int gap = 4;
static constexpr int above = 6;
static constexpr int labelWidth = 84;
static constexpr int valueWidth = 64;

static QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

/// One row of numbers.
struct HistoryStrip::Plot
{
    QString label;
    QString last;
    std::function<std::optional<double>(const LayerSample &)> value;
};

HistoryStrip::HistoryStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVisible(false);
}

void HistoryStrip::setSamples(const QList<LayerSample> &samples, WallTime now)
{
    m_samples = samples;
    m_now = now;
    setVisible(samples.size() > 1);
    if (samples.size() > 1) {
        const qsizetype changes = verdictRuns(samples).size() - 1;
        setAccessibleName(tr("last hour"));
        setAccessibleDescription(
            tr("%n change(s) of verdict in the last hour", nullptr, int(changes)));
    }
    updateGeometry();
    update();
}

QList<HistoryStrip::Plot> HistoryStrip::plots() const
{
    const LayerSample &last = m_samples.last();
    QList<Plot> all{{tr("in flight"), countText(last.inFlight),
                        [](const LayerSample &sample) -> std::optional<double> {
                            return sample.inFlight ? std::optional(double(*sample.inFlight))
                                                   : std::nullopt;
                        }},
        {tr("completed"), rateText(last.completedPerSecond),
            [](const LayerSample &sample) { return sample.completedPerSecond; }},
        {tr("latency"), latencyText(last.averageSeconds),
            [](const LayerSample &sample) { return sample.averageSeconds; }}};
    // A layer that never counted something has no row for it.
    all.removeIf([this](const Plot &plot) {
        return std::none_of(m_samples.begin(), m_samples.end(),
            [&plot](const LayerSample &sample) { return plot.value(sample).has_value(); });
    });
    return all;
}

QSize HistoryStrip::sizeHint() const
{
    if (m_samples.size() < 2)
        return {0, 0};
    const int rows = int(plots().size()) * (plotHeight + gap);
    return {320, above + bandHeight + gap + rows + QFontMetrics(smaller(font())).height()};
}

QSize HistoryStrip::minimumSizeHint() const
{
    return {labelWidth + valueWidth + 80, sizeHint().height()};
}

QRectF HistoryStrip::area() const
{
    return QRectF(rect()).adjusted(labelWidth, 0, -valueWidth, 0);
}

double HistoryStrip::placeOf(WallTime time) const
{
    const double ago = secondsBetween(time, m_now);
    const double whole = std::chrono::duration<double>(History::span).count();
    return area().right() - std::clamp(ago / whole, 0.0, 1.0) * area().width();
}

// Height tells as well as colour: healthy lies low, stalled fills the band.
void HistoryStrip::paintRuns(QPainter &painter, const QRectF &band) const
{
    const StatePalette states(palette());
    painter.setPen(Qt::NoPen);
    for (const VerdictRun &run : verdictRuns(m_samples)) {
        const double left = placeOf(run.from);
        const double width = std::max(2.0, placeOf(run.to) - left);
        const double part = run.look == Look::Stalled ? 1.0
            : run.look == Look::Healthy               ? 0.35
                                                      : 0.6;
        const QRectF bar(left, band.bottom() - band.height() * part, width, band.height() * part);
        const bool isDoubt = run.look != Look::Stalled && run.look != Look::Healthy;
        painter.setBrush(isDoubt ? QBrush(states.ink(run.look), Qt::Dense4Pattern)
                                 : QBrush(states.ink(run.look)));
        painter.drawRect(bar);
    }
}

void HistoryStrip::paintPlot(QPainter &painter, const Plot &plot, const QRectF &row) const
{
    double most = 0;
    for (const LayerSample &sample : m_samples)
        most = std::max(most, plot.value(sample).value_or(0));
    QPainterPath line;
    const LayerSample *before = nullptr;
    for (const LayerSample &sample : m_samples) {
        const auto value = plot.value(sample);
        if (!value) {
            before = nullptr;
            continue;
        }
        const double height = most > 0 ? *value / most * (row.height() - 2) : 0;
        const QPointF point(placeOf(sample.time), row.bottom() - 1 - height);
        const bool follows = before && sample.time - before->time <= longestStep;
        if (follows)
            line.lineTo(point.x(), line.currentPosition().y());
        if (follows) {
            line.lineTo(point);
        } else {
            // A look without neighbours is seen as a dot.
            line.addEllipse(point, 0.7, 0.7);
            line.moveTo(point);
        }
        before = &sample;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hairline(palette()), 1));
    painter.drawLine(row.bottomLeft(), row.bottomRight());
    painter.setPen(QPen(palette().color(QPalette::Text), 1.2));
    painter.drawPath(line);
    painter.setPen(quietText(palette()));
    const QRectF label(0, row.top(), labelWidth - gap, row.height());
    painter.drawText(label, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, plot.label);
    const QRectF value(row.right() + gap, row.top(), valueWidth - gap, row.height());
    painter.drawText(value, int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, plot.last);
}

void HistoryStrip::paintAxis(QPainter &painter, double top) const
{
    painter.setPen(quietText(palette()));
    const QRectF row(area().left(), top, area().width(), height() - top);
    painter.drawText(row, int(Qt::AlignLeft | Qt::AlignTop), tr("1 h ago"));
    painter.drawText(row, int(Qt::AlignHCenter | Qt::AlignTop), tr("30 min"));
    painter.drawText(row, int(Qt::AlignRight | Qt::AlignTop), tr("now"));
}

void HistoryStrip::paintEvent(QPaintEvent *)
{
    if (m_samples.size() < 2)
        return;
    QPainter painter(this);
    painter.setFont(smaller(font()));
    const QRectF inside = area();
    const QRectF band(inside.left(), above, inside.width(), bandHeight);
    painter.fillRect(band, raised(palette()));
    paintRuns(painter, band);
    painter.setPen(quietText(palette()));
    painter.drawText(QRectF(0, above, labelWidth - gap, bandHeight),
        int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, tr("verdict"));
    double top = above + bandHeight + gap;
    const QList<Plot> rows = plots();
    for (const Plot &plot : rows) {
        paintPlot(painter, plot, {inside.left(), top, inside.width(), plotHeight});
        top += plotHeight + gap;
    }
    paintAxis(painter, top - gap / 2.0);
}

QString HistoryStrip::textAt(int x) const
{
    const LayerSample *nearest = nullptr;
    for (const LayerSample &sample : m_samples) {
        if (!nearest || std::abs(placeOf(sample.time) - x) < std::abs(placeOf(nearest->time) - x))
            nearest = &sample;
    }
    if (!nearest)
        return {};
    Verdict verdict;
    verdict.state = nearest->state;
    verdict.modifier = nearest->modifier;
    QString text = clockTime(nearest->time) + QStringLiteral("  ") + verdictWord(verdict).text();
    if (nearest->inFlight)
        text += QStringLiteral("\n") + tr("in flight") + u' ' + countText(nearest->inFlight);
    if (nearest->completedPerSecond)
        text += QStringLiteral("\n") + tr("completed") + u' '
            + rateText(nearest->completedPerSecond);
    if (nearest->averageSeconds)
        text += QStringLiteral("\n") + tr("latency") + u' ' + latencyText(nearest->averageSeconds);
    return text;
}

bool HistoryStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), textAt(help->pos().x()), this);
    return true;
}

} // namespace plumbline
