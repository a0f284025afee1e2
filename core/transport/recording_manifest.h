// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/silence.h"

#include <QList>
#include <QString>

#include <optional>

namespace plumbline {

/// One recorded answer: which question, when, and the file that holds its bytes.
struct RecordedAnswer
{
    QString key;
    QString command;
    QString file; ///< relative to the recording's folder; empty when there was no output
    QString errFile; ///< standard error, empty when there was none
    WallTime started;
    double duration = 0;
    std::optional<int> exitCode;
    std::optional<Silence::Kind> silence;
    QString silenceText;
    bool truncated = false;
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
