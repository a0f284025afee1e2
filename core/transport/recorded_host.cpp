// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/recorded_host.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace plumbline {

// A recorded answer is bounded like a live one.
static constexpr qint64 fileLimit = 8 * 1024 * 1024;

RecordedHost::RecordedHost(QString folder, RecordingManifest manifest)
    : m_folder(std::move(folder)),
      m_manifest(std::move(manifest)),
      m_now(m_manifest.rounds.first().taken)
{
}

static Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return failure(PHRASE("recording", "there is no such file"), path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(PHRASE("recording", "cannot read a file: %1").arg(file.errorString()), path);
    }
    if (file.size() > fileLimit)
        return failure(PHRASE("recording", "a file of more than 8 MiB"), path);
    return file.read(fileLimit);
}

// A recording of somebody else's may hold links: none may lead out of its folder.
static bool liesIn(const QString &folder, const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() || real.startsWith(QFileInfo(folder).canonicalFilePath() + u'/');
}

Result<std::unique_ptr<RecordedHost>> RecordedHost::open(const QString &folder)
{
    const QFileInfo info(folder);
    const QString root = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    const QString path = QDir(root).filePath(QStringLiteral("manifest.json"));
    const Result<QByteArray> json = readFile(path);
    if (!json)
        return std::unexpected(json.error());
    Result<RecordingManifest> manifest = readManifest(*json);
    if (!manifest) {
        Error error = manifest.error();
        error.where = error.where.isEmpty() ? path : path + QStringLiteral(", ") + error.where;
        return std::unexpected(error);
    }
    return std::unique_ptr<RecordedHost>(new RecordedHost(root, *std::move(manifest)));
}

void RecordedHost::setNextRound(int round)
{
    m_next = std::clamp(round, 0, roundCount() - 1);
}

Result<Observation> RecordedHost::load(const RecordedAnswer &answer) const
{
    Observation observation = answer.seen;
    observation.host = m_manifest.host;
    for (const auto &[file, bytes] :
        {std::pair(answer.file, &observation.out), std::pair(answer.errFile, &observation.err)}) {
        if (file.isEmpty())
            continue;
        const QString path = QDir(m_folder).filePath(file);
        if (!liesIn(m_folder, path))
            return failure(PHRASE("recording", "a file outside of the recording"), path);
        Result<QByteArray> content = readFile(path);
        if (!content)
            return std::unexpected(content.error());
        *bytes = *std::move(content);
    }
    return observation;
}

const RecordedAnswer *RecordedHost::find(int round, const QString &key) const
{
    const QList<RecordedAnswer> &answers = m_manifest.rounds.at(round).answers;
    // What was asked twice at one moment was answered last by the last.
    const auto found = std::find_if(answers.rbegin(), answers.rend(),
        [&key](const RecordedAnswer &answer) { return answer.seen.question == key; });
    return found == answers.rend() ? nullptr : &*found;
}

Observation RecordedHost::answer(int round, const Question &question) const
{
    Observation observation;
    observation.host = m_manifest.host;
    observation.question = question.key;
    observation.command = commandLine(question);
    observation.started = m_manifest.rounds.at(round).taken;
    const RecordedAnswer *recorded = find(round, question.key);
    if (!recorded) {
        observation.silence
            = Silence{Silence::NotAsked, PHRASE("recording", "not asked when this was recorded")};
        return observation;
    }
    Result<Observation> loaded = load(*recorded);
    if (loaded)
        return *std::move(loaded);
    observation.silence = Silence{Silence::Unreadable,
        PHRASE("recording", "the recording is damaged: %1").arg(loaded.error().text())};
    return observation;
}

Task<QList<Observation>> RecordedHost::ask(QList<Question> questions, Deadline)
{
    const auto isIn = [this](int round) {
        return [this, round](const Question &question) { return find(round, question.key); };
    };
    // What was asked once at the beginning (which domains are there) may be asked again at any
    // moment of a replay: it is answered from where it stands, and time does not move on.
    int round = m_next;
    while (round > 0 && std::none_of(questions.begin(), questions.end(), isIn(round)))
        --round;
    m_now = m_manifest.rounds.at(round).taken;
    m_current = round;
    if (round == m_next && m_next + 1 < roundCount())
        ++m_next;
    QList<Observation> answers;
    for (const Question &question : std::as_const(questions))
        answers.append(answer(round, question));
    co_return answers;
}

Task<QList<Observation>> RecordedHost::askMore(QList<Question> questions, Deadline)
{
    QList<Observation> answers;
    for (const Question &question : std::as_const(questions))
        answers.append(answer(m_current, question));
    co_return answers;
}

} // namespace plumbline
