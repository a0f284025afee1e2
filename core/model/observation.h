// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "model/silence.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace plumbline {

/// Numbers observations within one investigation, from 1 in the order of their answers; 0 is none.
using ObservationId = qint64;

/// One question and what came back: the unit of evidence. Everything that Plumbline claims leads to
/// the exact command, bytes, host and time that are kept here.
struct Observation
{
    ObservationId id = 0;
    QString host;
    /// Probe and subject, "host.mountstats/18221": the same question asked again has the same key.
    QString question;
    /// What was run, as an operator would type it.
    QString command;
    WallTime started;
    /// Seconds until the answer was complete, or until we stopped waiting.
    double duration = 0;
    /// nullopt when the command did not end, or ran without an exit status (QMP over a socket).
    std::optional<int> exitCode;
    QByteArray out;
    QByteArray err;
    /// More came than we keep; `out` holds the beginning.
    bool truncated = false;
    /// Set when no fact could be had from it.
    std::optional<Silence> silence;

    friend bool operator==(const Observation &, const Observation &) = default;
};

} // namespace plumbline
