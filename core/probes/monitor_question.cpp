// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/monitor_question.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace plumbline {

QByteArray jsonString(const QByteArray &text)
{
    const QByteArray array
        = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

Question monitorQuestion(const Subject &subject, const QString &key, const QByteArray &command,
    const QByteArray &arguments)
{
    QByteArray json = R"({"execute":)" + jsonString(command);
    if (!arguments.isEmpty())
        json += R"(,"arguments":)" + arguments;
    json += '}';
    if (subject.virshUri.isEmpty())
        return {key, MonitorCommand{subject.monitorSocket, json}, milliseconds(2000)};
    Question question = virshQuestion(
        subject, key, "monitor", {"qemu-monitor-command", subject.uuid, "--pretty", json});
    std::get<VirshCommand>(question.ask).onlyIfMonitorFree = subject.uuid;
    return question;
}

Question virshQuestion(const Subject &subject, const QString &key, const QByteArray &group,
    const QList<QByteArray> &words)
{
    return {key, VirshCommand{subject.virshUri, group, words, {}}, milliseconds(2000)};
}

Question hostQuestion(const QString &key, const QList<QByteArray> &argv)
{
    return {key, HostCommand{argv, {}}, milliseconds(2000)};
}

} // namespace plumbline
