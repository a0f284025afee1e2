// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observation.h"
#include "probes/probe.h"

#include <QHash>
#include <QMap>

#include <expected>
#include <functional>
#include <optional>
#include <vector>

namespace plumbline {

/// A fact with the observation it was read from.
template <typename F> struct Observed
{
    F value;
    ObservationId observation = 0;
    WallTime time;
};

/// The same fact twice, some time apart: a stall cannot be told from one look.
template <typename F> struct Twice
{
    Observed<F> first;
    Observed<F> last;
    double seconds() const { return secondsBetween(first.time, last.time); }
};

/// Why a fact is missing, and the observation (0 if none) that says so.
struct SilentFact
{
    Silence silence;
    ObservationId observation = 0;
};

template <typename T> using Known = std::expected<T, SilentFact>;

/// All answers of one investigation and the facts read from them, a few samples deep.
class FactStore
{
public:
    /// Two looks closer together than this count as one.
    static constexpr double minimumSeconds = 0.8;

    /// Gives the observation its id and reads it. An answer that the probe cannot read becomes a
    /// silence that says where it stopped.
    ObservationId add(const ProbeBase &probe, Observation observation);
    /// The same for an answer that was read elsewhere: `fact` is what the probe made of it.
    ObservationId add(
        Observation observation, const std::any &fact, const std::optional<Error> &unreadable);

    template <typename F>
    Known<Observed<F>> last(const Probe<F> &probe, const Subject &subject) const
    {
        const Samples *samples = find(probe.ask(subject).key);
        if (!samples || samples->empty())
            return std::unexpected(neverAsked());
        return observed<F>(samples->back());
    }
    /// The newest sample that is a fact, though later questions may have met silence.
    template <typename F>
    Known<Observed<F>> lastKnown(const Probe<F> &probe, const Subject &subject) const
    {
        if (const Samples *samples = find(probe.ask(subject).key)) {
            for (auto it = samples->rbegin(); it != samples->rend(); ++it) {
                if (it->fact.has_value())
                    return observed<F>(*it);
            }
        }
        return last(probe, subject);
    }
    /// The last two samples, if both are facts.
    template <typename F> Known<Twice<F>> twice(const Probe<F> &probe, const Subject &subject) const
    {
        const Samples *samples = find(probe.ask(subject).key);
        if (!samples || samples->empty())
            return std::unexpected(neverAsked());
        Known<Observed<F>> newest = observed<F>(samples->back());
        if (!newest)
            return std::unexpected(newest.error());
        for (auto it = samples->rbegin() + 1; it != samples->rend(); ++it) {
            if (!it->fact.has_value() || secondsBetween(it->time, newest->time) < minimumSeconds)
                continue;
            return Twice<F>{*observed<F>(*it), *std::move(newest)};
        }
        return std::unexpected(onlyOnce(samples->back().observation));
    }

    /// What `make` derived from these facts, made once until the next is added.
    template <typename T> T derived(const QByteArray &key, const std::function<T()> &make) const
    {
        if (const T *known = std::any_cast<T>(&m_derived[key]))
            return *known;
        T made = make();
        m_derived[key] = made;
        return made;
    }

    const QMap<ObservationId, Observation> &observations() const { return m_observations; }

private:
    struct Sample
    {
        ObservationId observation = 0;
        WallTime time;
        std::any fact;
    };
    using Samples = std::vector<Sample>;

    template <typename F> Known<Observed<F>> observed(const Sample &sample) const
    {
        if (const F *fact = std::any_cast<F>(&sample.fact))
            return Observed<F>{*fact, sample.observation, sample.time};
        return std::unexpected(silent(sample.observation));
    }
    const Samples *find(const QString &key) const;
    SilentFact silent(ObservationId observation) const;
    static SilentFact neverAsked();
    static SilentFact onlyOnce(ObservationId observation);

    mutable QHash<QByteArray, std::any> m_derived;
    QHash<QString, Samples> m_samples;
    QMap<ObservationId, Observation> m_observations;
    ObservationId m_lastId = 0;
};

} // namespace plumbline
