// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transport/asker.h"
#include "transport/recording_manifest.h"

#include <QString>

#include <memory>

namespace plumbline {

/// Answers from a recording: the demo, the test double, the training engine and the bug report at
/// once. Each ask() is answered from the current round, and then the next round becomes current;
/// the last one stays. What was not recorded in a round is "not asked".
class RecordedHost : public Asker
{
    Q_OBJECT

public:
    /// Opens a folder with a manifest.json. Fails with the path and what is wrong.
    static Result<std::unique_ptr<RecordedHost>> open(const QString &folder);

    QString name() const override { return m_manifest.host; }
    Task<QList<Observation>> ask(QList<Question> questions, Deadline deadline) override;
    Task<QList<Observation>> askMore(QList<Question> questions, Deadline deadline) override;
    bool isLive() const override { return false; }
    WallTime now() const override { return m_now; }

    const RecordingManifest &manifest() const { return m_manifest; }
    int roundCount() const { return int(m_manifest.rounds.size()); }
    /// The round that the next ask() answers from.
    int nextRound() const { return m_next; }
    void setNextRound(int round);
    /// Bytes of one recorded answer, as they were.
    Result<Observation> load(const RecordedAnswer &answer) const;

private:
    RecordedHost(QString folder, RecordingManifest manifest);
    const RecordedAnswer *find(int round, const QString &key) const;
    Observation answer(int round, const Question &question) const;

    QString m_folder;
    RecordingManifest m_manifest;
    int m_next = 0;
    int m_current = 0; ///< round of the last answers
    WallTime m_now;
};

} // namespace plumbline
