// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transport/asker.h"
#include "transport/recording_manifest.h"

#include <memory>

namespace plumbline {

/// Lets another Asker answer and keeps every answer in a folder: one file per answer, then the
/// manifest, each written whole or not at all. What an ask() returned has been kept; a write that
/// fails is told in writeError() and the diagnosis goes on.
class RecordingHost : public Asker
{
    Q_OBJECT

public:
    /// The folder must not exist or be empty; an existing recording is never written over.
    static Result<std::unique_ptr<RecordingHost>> create(
        std::unique_ptr<Asker> inner, const QString &folder, const QString &domain);

    QString name() const override { return m_inner->name(); }
    Task<QList<Observation>> ask(QList<Question> questions, Deadline deadline) override;
    Task<QList<Observation>> askMore(QList<Question> questions, Deadline deadline) override;
    bool isLive() const override { return m_inner->isLive(); }
    WallTime now() const override { return m_inner->now(); }

    const std::optional<Error> &writeError() const { return m_writeError; }

private:
    RecordingHost(std::unique_ptr<Asker> inner, QString folder, const QString &domain);
    /// As a new round, or as a part of the last one.
    Result<void> keep(const QList<Observation> &answers, bool isNewRound);
    Result<QString> keepFile(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<Asker> m_inner;
    QString m_folder;
    RecordingManifest m_manifest;
    std::optional<Error> m_writeError;
};

} // namespace plumbline
