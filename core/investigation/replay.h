// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "investigation/investigation.h"
#include "transport/recorded_host.h"

namespace plumbline {

/// Goes through a recording up to and including the given round (-1: the one it is about) and gives
/// what was known then. Fails when there is no such round.
Task<Result<Diagnosis>> replay(
    Investigation *investigation, RecordedHost *host, int untilRound, QString disk);

} // namespace plumbline
