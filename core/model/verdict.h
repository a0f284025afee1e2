// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"
#include "model/evidence.h"

#include <optional>

namespace plumbline {

enum class State { Healthy, Stalled, Unknown };

/// What kind of healthy, stalled or unknown it is.
enum class Modifier {
    None,
    Waiting, ///< holds requests because a layer below does not complete them
    Slow, ///< completes, but slower than the stated threshold
    Throttled, ///< slow on purpose
    Paused, ///< somebody stopped it
    Idle, ///< nothing to do, so nothing is proven
};

/// A judgement over one layer, with the measured reason and where it can be read.
struct Verdict
{
    State state = State::Unknown;
    Modifier modifier = Modifier::None;
    Phrase reason;
    /// Since when it has been so, as far as measured.
    std::optional<WallTime> since;
    EvidenceList evidence;

    Verdict &&citing(const EvidenceList &more) &&
    {
        for (const Evidence &item : more) {
            if (item.observation && !evidence.contains(item))
                evidence.append(item);
        }
        return std::move(*this);
    }
    Verdict &&as(Modifier what) &&
    {
        modifier = what;
        return std::move(*this);
    }
    Verdict &&sinceTime(std::optional<WallTime> time) &&
    {
        since = time;
        return std::move(*this);
    }
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

inline Verdict healthy(Phrase reason)
{
    return {State::Healthy, Modifier::None, std::move(reason), {}, {}};
}
inline Verdict stalled(Phrase reason)
{
    return {State::Stalled, Modifier::None, std::move(reason), {}, {}};
}
inline Verdict unknown(Phrase reason)
{
    return {State::Unknown, Modifier::None, std::move(reason), {}, {}};
}

/// Words of the JSON: "healthy", "stalled", "unknown"; "waiting" … or empty for None.
QString stateName(State state);
QString modifierName(Modifier modifier);
/// The same for people.
Phrase statePhrase(State state);
Phrase modifierPhrase(Modifier modifier);
/// "waiting", "idle", "stalled": the one word that a row of the diagram shows.
Phrase verdictWord(const Verdict &verdict);

} // namespace plumbline
