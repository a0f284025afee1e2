// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict.h"

namespace plumbline {

/// Exit statuses of plumbline-cli. Diagnoses are 0 to 2; errors begin at 64, as in sysexits.h.
namespace exit_status {
inline constexpr int healthy = 0;
inline constexpr int stalled = 1;
inline constexpr int unknown = 2;
inline constexpr int usage = 64; ///< EX_USAGE: the command line
inline constexpr int badInput = 65; ///< EX_DATAERR: a recording that cannot be read
inline constexpr int noDomain = 66; ///< EX_NOINPUT: no such domain or disk
inline constexpr int noInput = 66; ///< EX_NOINPUT: a file that cannot be read
inline constexpr int noHost = 69; ///< EX_UNAVAILABLE: a list was asked of a host that is silent
inline constexpr int cannotWrite = 73; ///< EX_CANTCREAT: the recording
inline constexpr int notLetIn = 77; ///< EX_NOPERM: the host's key or the login was refused
} // namespace exit_status

inline int exitStatusOf(State state)
{
    switch (state) {
    case State::Healthy:
        return exit_status::healthy;
    case State::Stalled:
        return exit_status::stalled;
    case State::Unknown:
        break;
    }
    return exit_status::unknown;
}

} // namespace plumbline
