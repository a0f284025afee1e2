// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"

#include <QString>

namespace plumbline {

/// Why there is no fact. "Could not ask" must never look like "asked, nothing there": none of these
/// means healthy, and none means empty.
struct Silence
{
    enum Kind {
        NotAsked, ///< by design, or not yet: `why` says what would make it known
        Unreachable, ///< the host did not answer at all
        Refused, ///< it answered that it will not or cannot: rights, missing tool, an error
        TimedOut, ///< asked, and no answer within the deadline; often a finding by itself
        Unreadable, ///< it answered something that we cannot read
        Unsupported, ///< this version or this kind of device does not have it
    };

    Kind kind = NotAsked;
    Phrase why;

    friend bool operator==(const Silence &, const Silence &) = default;
};

/// The word used in JSON and manifests: "not-asked", "timed-out" …
QString silenceName(Silence::Kind kind);
/// One word for people: "not asked", "timed out" …
Phrase silencePhrase(Silence::Kind kind);

} // namespace plumbline
