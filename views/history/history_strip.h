// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/history.h"

#include <QWidget>

namespace plumbline {

/// The last hour of one layer: how it looked, and small plots of what it held, completed and how
/// long that took. Times that nobody measured stay empty.
class HistoryStrip : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryStrip(QWidget *parent = nullptr);

    /// Hidden while there is nothing to compare: fewer than two looks.
    void setSamples(const QList<LayerSample> &samples, WallTime now);
    const QList<LayerSample> &samples() const { return m_samples; }
    /// "14:02:11  stalled, 5 in flight" of the look nearest to a place.
    QString textAt(int x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Plot;
    QList<Plot> plots() const;
    QRectF area() const;
    double placeOf(WallTime time) const;
    void paintRuns(QPainter &painter, const QRectF &band) const;
    void paintPlot(QPainter &painter, const Plot &plot, const QRectF &row) const;
    void paintAxis(QPainter &painter, double top) const;

    QList<LayerSample> m_samples;
    WallTime m_now{};
};

} // namespace plumbline
