// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/observation.h"

#include <QList>
#include <QString>

namespace plumbline {

/// One recorded answer: what the manifest tells of an observation, and the files that hold its
/// bytes.
struct RecordedAnswer
{
    /// Without its bytes, its id and its host.
    Observation seen;
    QString file; ///< relative to the recording's folder; empty when there was no output
    QString errFile; ///< standard error, empty when there was none
    friend bool operator==(const RecordedAnswer &, const RecordedAnswer &) = default;
};

/// Answers that belong to one refresh.
struct RecordedRound
{
    QString label; ///< "healthy", "stalled"; may be empty
    WallTime taken;
    QList<RecordedAnswer> answers;
    friend bool operator==(const RecordedRound &, const RecordedRound &) = default;
};

/// manifest.json of a recording: a folder that reads well in git and in a file manager.
struct RecordingManifest
{
    static constexpr int version = 1;

    QString title;
    QString host;
    QString domain;
    /// The round that a reader should see first; -1 is the last.
    int focus = -1;
    QList<RecordedRound> rounds;
    friend bool operator==(const RecordingManifest &, const RecordingManifest &) = default;
};

/// Reads the JSON text. Paths that leave the folder, unknown versions and missing fields are
/// errors.
Result<RecordingManifest> readManifest(const QByteArray &json);
QByteArray writeManifest(const RecordingManifest &manifest);

/// "host.mountstats/18221" as a file name: letters, digits, dot, dash and underscore only.
QString fileNameFor(const QString &questionKey);

} // namespace plumbline
