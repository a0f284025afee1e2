// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/recording_manifest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plumbline {

static std::optional<Silence::Kind> silenceFromName(const QString &name)
{
    for (const Silence::Kind kind : {Silence::NotAsked, Silence::Unreachable, Silence::Refused,
             Silence::TimedOut, Silence::Unreadable, Silence::Unsupported}) {
        if (silenceName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

static bool staysInside(const QString &file)
{
    return QDir::isRelativePath(file) && !QDir::cleanPath(file).startsWith(u"..");
}

static Result<RecordedAnswer> readAnswer(const QJsonObject &object, const QString &where)
{
    RecordedAnswer answer;
    answer.file = object[u"file"].toString();
    answer.errFile = object[u"errors"].toString();
    Observation &seen = answer.seen;
    seen.question = object[u"question"].toString();
    seen.command = object[u"command"].toString();
    seen.started = wallTimeFromIso(object[u"started"].toString());
    seen.duration = object[u"seconds"].toDouble();
    seen.truncated = object[u"truncated"].toBool();
    if (const QJsonValue exit = object[u"exit"]; !exit.isUndefined() && !exit.isNull()) {
        // -1 stands for everything that is no whole number: no process has it as its status.
        seen.exitCode = exit.toInt(-1);
        if (*seen.exitCode < 0)
            return failure(PHRASE("recording", "an exit status that is none"), where);
    }
    if (object.contains(u"silence")) {
        const auto kind = silenceFromName(object[u"silence"].toString());
        if (!kind)
            return failure(PHRASE("recording", "unknown kind of silence"), where);
        seen.silence = Silence{*kind, Phrase::verbatim(object[u"why"].toString())};
    }
    if (seen.question.isEmpty())
        return failure(PHRASE("recording", "an answer without its question"), where);
    if (!staysInside(answer.file) || !staysInside(answer.errFile))
        return failure(PHRASE("recording", "a file outside of the recording"), where);
    return answer;
}

Result<RecordingManifest> readManifest(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError) {
        return failure(PHRASE("recording", "not JSON: %1").arg(error.errorString()),
            QStringLiteral("byte %1").arg(error.offset));
    }
    const int version = root[u"plumbline-recording"].toInt();
    if (version != RecordingManifest::version) {
        return failure(PHRASE("recording", "a recording of version %1; this Plumbline reads %2")
                .arg(version)
                .arg(RecordingManifest::version));
    }
    RecordingManifest manifest;
    manifest.title = root[u"title"].toString();
    manifest.host = root[u"host"].toString();
    manifest.domain = root[u"domain"].toString();
    manifest.focus = root[u"focus"].toInt(-1);
    const QJsonArray rounds = root[u"rounds"].toArray();
    for (const auto &value : rounds) {
        RecordedRound round;
        round.label = value[u"label"].toString();
        round.taken = wallTimeFromIso(value[u"taken"].toString());
        const QJsonArray answers = value[u"answers"].toArray();
        for (const auto &item : answers) {
            const QString where = QStringLiteral("round %1, answer %2")
                                      .arg(manifest.rounds.size())
                                      .arg(round.answers.size());
            Result<RecordedAnswer> answer = readAnswer(item.toObject(), where);
            if (!answer)
                return std::unexpected(answer.error());
            round.answers.append(*std::move(answer));
        }
        manifest.rounds.append(round);
    }
    if (manifest.rounds.isEmpty())
        return failure(PHRASE("recording", "a recording without any round"));
    return manifest;
}

static QJsonObject toJson(const RecordedAnswer &answer)
{
    const Observation &seen = answer.seen;
    QJsonObject object{{QStringLiteral("question"), seen.question},
        {QStringLiteral("command"), seen.command},
        {QStringLiteral("started"), isoTime(seen.started)},
        {QStringLiteral("seconds"), seen.duration}};
    if (!answer.file.isEmpty())
        object[u"file"] = answer.file;
    if (!answer.errFile.isEmpty())
        object[u"errors"] = answer.errFile;
    if (seen.exitCode)
        object[u"exit"] = *seen.exitCode;
    if (seen.silence) {
        object[u"silence"] = silenceName(seen.silence->kind);
        object[u"why"] = seen.silence->why.text();
    }
    if (seen.truncated)
        object[u"truncated"] = true;
    return object;
}

QByteArray writeManifest(const RecordingManifest &manifest)
{
    QJsonArray rounds;
    for (const RecordedRound &round : manifest.rounds) {
        QJsonArray answers;
        for (const RecordedAnswer &answer : round.answers)
            answers.append(toJson(answer));
        rounds.append(QJsonObject{{QStringLiteral("label"), round.label},
            {QStringLiteral("taken"), isoTime(round.taken)}, {QStringLiteral("answers"), answers}});
    }
    const QJsonObject root{{QStringLiteral("plumbline-recording"), RecordingManifest::version},
        {QStringLiteral("title"), manifest.title}, {QStringLiteral("host"), manifest.host},
        {QStringLiteral("domain"), manifest.domain}, {QStringLiteral("focus"), manifest.focus},
        {QStringLiteral("rounds"), rounds}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QString fileNameFor(const QString &questionKey)
{
    QString name;
    bool exact = true;
    for (const QChar c : questionKey) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
            || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u'_';
        exact = exact && ((plain && c != u'_') || c == u'/');
        name += plain ? c : u'_';
    }
    if (exact && name.size() < 100)
        return name;
    // Two different keys must not share a file.
    const QByteArray hash
        = QCryptographicHash::hash(questionKey.toUtf8(), QCryptographicHash::Sha256).toHex();
    return name.left(80) + u'-' + QString::fromLatin1(hash.first(12));
}

} // namespace plumbline
