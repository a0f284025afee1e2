// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observation.h"
#include "model/question.h"
#include "transport/frame_reader.h"

namespace plumbline {

/// Turns what a framed script gave for a question into its observation: bytes, exit status, times
/// and, when the command did not do its work, the silence that says why. Judged before any reader
/// sees the bytes: an error is never an empty fact.
void settle(Observation &observation, const FramedAnswer &answer, const Question &question,
    double secondsWaited);

} // namespace plumbline
