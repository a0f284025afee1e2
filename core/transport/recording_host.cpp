// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/recording_host.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace plumbline {

RecordingHost::RecordingHost(std::unique_ptr<Asker> inner, QString folder, const QString &domain)
    : m_inner(std::move(inner)), m_folder(std::move(folder))
{
    m_manifest.host = m_inner->name();
    m_manifest.domain = domain;
    m_manifest.title = domain + QStringLiteral(" on ") + m_inner->name();
}

Result<std::unique_ptr<RecordingHost>> RecordingHost::create(
    std::unique_ptr<Asker> inner, const QString &folder, const QString &domain)
{
    QDir dir(folder);
    if (dir.exists() && !dir.isEmpty())
        return failure(PHRASE("recording", "the folder is not empty"), folder);
    if (!dir.mkpath(QStringLiteral(".")))
        return failure(PHRASE("recording", "cannot make the folder"), folder);
    return std::unique_ptr<RecordingHost>(
        new RecordingHost(std::move(inner), dir.absolutePath(), domain));
}

Result<QString> RecordingHost::keepFile(const QString &name, const QByteArray &bytes) const
{
    if (bytes.isEmpty())
        return QString();
    const QString path = QDir(m_folder).filePath(name);
    if (!QDir(m_folder).mkpath(QFileInfo(name).path()))
        return failure(PHRASE("recording", "cannot make the folder"), QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(PHRASE("recording", "cannot write: %1").arg(file.errorString()), path);
    return name;
}

Result<void> RecordingHost::keep(const QList<Observation> &answers, bool isNewRound)
{
    if (isNewRound || m_manifest.rounds.isEmpty()) {
        m_manifest.rounds.append(RecordedRound());
        m_manifest.rounds.last().taken = m_inner->now();
    }
    RecordedRound &round = m_manifest.rounds.last();
    const QString folder
        = QStringLiteral("round-%1/").arg(m_manifest.rounds.size() - 1, 3, 10, QLatin1Char('0'));
    for (const Observation &answer : answers) {
        RecordedAnswer kept;
        kept.seen = answer;
        kept.seen.out.clear();
        kept.seen.err.clear();
        QString name = folder + fileNameFor(answer.question);
        // Asked again at the same moment, it must not be written over.
        const auto before = std::count_if(
            round.answers.begin(), round.answers.end(), [&answer](const RecordedAnswer &known) {
                return known.seen.question == answer.question;
            });
        if (before > 0)
            name += QStringLiteral(".%1").arg(before + 1);
        const Result<QString> file = keepFile(name + QStringLiteral(".txt"), answer.out);
        if (!file)
            return std::unexpected(file.error());
        const Result<QString> errors = keepFile(name + QStringLiteral(".err.txt"), answer.err);
        if (!errors)
            return std::unexpected(errors.error());
        kept.file = *file;
        kept.errFile = *errors;
        round.answers.append(kept);
    }
    const Result<QString> manifest
        = keepFile(QStringLiteral("manifest.json"), writeManifest(m_manifest));
    if (!manifest)
        return std::unexpected(manifest.error());
    return {};
}

Task<QList<Observation>> RecordingHost::ask(QList<Question> questions, Deadline deadline)
{
    QList<Observation> answers = co_await m_inner->ask(std::move(questions), deadline);
    if (const Result<void> kept = keep(answers, true); !kept)
        m_writeError = kept.error();
    co_return answers;
}

Task<QList<Observation>> RecordingHost::askMore(QList<Question> questions, Deadline deadline)
{
    QList<Observation> answers = co_await m_inner->askMore(std::move(questions), deadline);
    if (const Result<void> kept = keep(answers, false); !kept)
        m_writeError = kept.error();
    co_return answers;
}

} // namespace plumbline
