// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/history.h"

namespace plumbline {

static void append(QList<LayerSample> &samples, LayerSample sample)
{
    // A closer look at the same moment takes the place of the first.
    if (!samples.isEmpty() && samples.last().time >= sample.time - milliseconds(500))
        samples.removeLast();
    samples.append(std::move(sample));
}

void History::add(const Diagnosis &diagnosis)
{
    if (diagnosis.staleSince || diagnosis.rounds == 0)
        return;
    for (const DiskDiagnosis &disk : diagnosis.disks) {
        for (const Layer &layer : disk.layers) {
            append(m_samples[{disk.name, layer.identity}],
                {diagnosis.taken, layer.verdict.state, layer.verdict.modifier, layer.inFlight,
                    layer.completedPerSecond, layer.averageSeconds});
        }
    }
    // Layers come and go with the storage: those of old go too.
    m_samples.removeIf([&diagnosis](auto entry) {
        QList<LayerSample> &samples = entry.value();
        while (!samples.isEmpty()
            && (samples.size() > most || samples.first().time < diagnosis.taken - span))
            samples.removeFirst();
        return samples.isEmpty();
    });
}

QList<LayerSample> History::of(const QString &disk, const QString &identity) const
{
    return m_samples.value({disk, identity});
}

} // namespace plumbline
