// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/sample_history.h"

#include <cmath>

namespace plumbline::sample {

using namespace std::chrono_literals;

static void asItWas(Layer &layer, WallTime time)
{
    if (!layer.verdict.since || *layer.verdict.since <= time)
        return;
    const bool isCounted = layer.completedPerSecond.has_value();
    layer.verdict.state = isCounted ? State::Healthy : State::Unknown;
    layer.verdict.modifier = isCounted ? Modifier::None : Modifier::Idle;
    const double wave = std::sin(double(time.time_since_epoch().count()) / 300'000.0);
    if (layer.inFlight)
        layer.inFlight = qint64(2 + std::round(2 * wave));
    if (isCounted)
        layer.completedPerSecond = 180 + 60 * wave;
    if (layer.averageSeconds)
        layer.averageSeconds = 0.004 + 0.002 * wave;
}

std::shared_ptr<const History> hourBefore(const Diagnosis &diagnosis)
{
    auto history = std::make_shared<History>();
    for (auto ago = 58min + 0s; ago > 0s; ago -= 10s) {
        if (ago < 31min && ago > 28min)
            continue;
        Diagnosis then = diagnosis;
        then.staleSince.reset();
        then.rounds = 2;
        then.taken = diagnosis.taken - ago;
        for (DiskDiagnosis &disk : then.disks) {
            for (Layer &layer : disk.layers)
                asItWas(layer, then.taken);
        }
        history->add(then);
    }
    history->add(diagnosis);
    return history;
}

} // namespace plumbline::sample
