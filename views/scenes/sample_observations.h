// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observation.h"

#include <QMap>

namespace plumbline::sample {

/// Numbers of the observations that the sample diagnoses cite.
enum : ObservationId {
    agentPing = 1,
    serialLog,
    queueFirst,
    queueSecond,
    threads,
    blockFirst,
    blockSecond,
    mountFirst,
    mountSecond,
    mountAnswer,
    refused,
    screenshot,
};

QMap<ObservationId, Observation> observations();

} // namespace plumbline::sample
