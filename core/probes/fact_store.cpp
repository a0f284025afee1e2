// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/fact_store.h"

namespace plumbline {

// Samples kept per question. Two decide; more let the newest fact outlive a few silences.
static constexpr size_t depth = 4;

ObservationId FactStore::add(const ProbeBase &probe, Observation observation)
{
    if (observation.silence)
        return add(std::move(observation), {}, {});
    const Result<std::any> fact = probe.readAny(observation.out);
    if (fact)
        return add(std::move(observation), *fact, {});
    return add(std::move(observation), {}, fact.error());
}

ObservationId FactStore::add(
    Observation observation, const std::any &fact, const std::optional<Error> &unreadable)
{
    m_derived.clear();
    Sample sample;
    sample.observation = observation.id = ++m_lastId;
    sample.time = observation.started;
    if (!observation.silence) {
        if (!unreadable) {
            sample.fact = fact;
        } else if (observation.truncated) {
            observation.silence = Silence{
                Silence::Unreadable, PHRASE("probes", "the answer was longer than we keep")};
        } else {
            observation.silence = Silence{
                Silence::Unreadable, PHRASE("probes", "not readable: %1").arg(unreadable->text())};
        }
    }
    Samples &samples = m_samples[observation.question];
    samples.push_back(std::move(sample));
    m_observations.insert(observation.id, observation);
    if (samples.size() > depth) {
        // The oldest goes, but never the last one that is a fact.
        auto oldest = samples.begin();
        const auto facts = std::count_if(samples.begin(), samples.end(),
            [](const Sample &item) { return item.fact.has_value(); });
        if (oldest->fact.has_value() && facts == 1)
            ++oldest;
        m_observations.remove(oldest->observation);
        samples.erase(oldest);
    }
    return m_lastId;
}

const FactStore::Samples *FactStore::find(const QString &key) const
{
    const auto found = m_samples.constFind(key);
    return found == m_samples.constEnd() ? nullptr : &*found;
}

SilentFact FactStore::silent(ObservationId observation) const
{
    const Observation &of = *m_observations.constFind(observation);
    return {of.silence.value_or(Silence{}), observation};
}

SilentFact FactStore::neverAsked()
{
    return {{Silence::NotAsked, PHRASE("probes", "not asked")}, 0};
}

SilentFact FactStore::onlyOnce(ObservationId observation)
{
    return {{Silence::NotAsked,
                PHRASE("probes", "asked once: a second look some seconds later will tell")},
        observation};
}

} // namespace plumbline
