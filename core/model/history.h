// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <QHash>

namespace plumbline {

/// What one look said of one layer.
struct LayerSample
{
    WallTime time;
    State state = State::Unknown;
    Modifier modifier = Modifier::None;
    std::optional<qint64> inFlight;
    std::optional<double> completedPerSecond;
    std::optional<double> averageSeconds;

    friend bool operator==(const LayerSample &, const LayerSample &) = default;
};

/// The last hour of each layer of one domain, in memory. Looks that met no host leave a gap.
class History
{
public:
    static constexpr std::chrono::minutes span{60};
    /// An hour of looks 2.5 s apart; who looks more often keeps less.
    static constexpr qsizetype most = 1440;

    void add(const Diagnosis &diagnosis);
    /// Oldest first; empty for a layer that was never seen.
    QList<LayerSample> of(const QString &disk, const QString &identity) const;

private:
    QHash<std::pair<QString, QString>, QList<LayerSample>> m_samples;
};

} // namespace plumbline
