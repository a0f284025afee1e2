// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/live_host.h"

#include "base/awaiters.h"
#include "hypervisor/qmp_client.h"
#include "hypervisor/shell_verdict.h"
#include "transport/frame_reader.h"

#include <QSet>

namespace plumbline {

// What a whole refresh may send us; a host that says more is cut off.
static constexpr qint64 streamLimit = 64 * 1024 * 1024;

Task<QList<Observation>> LiveHost::ask(QList<Question> questions, Deadline deadline)
{
    QList<Observation> answers;
    QSet<QByteArray> sockets;
    bool needsShell = false;
    const WallTime start = systemNow();
    for (const Question &question : std::as_const(questions)) {
        Observation observation;
        observation.host = name();
        observation.question = question.key;
        observation.command = commandLine(question);
        if (const auto *command = std::get_if<HostCommand>(&question.ask);
            command && command->asRoot) {
            observation.command
                = QString::fromUtf8(elevatedCommand(*command, question.limit, m_elevation));
        }
        observation.started = start;
        answers.append(observation);
        if (const auto *monitor = std::get_if<MonitorCommand>(&question.ask))
            sockets.insert(monitor->socketPath);
        else
            needsShell = true;
    }
    std::vector<Task<bool>> jobs;
    if (needsShell)
        jobs.push_back(askShell(questions, &answers, deadline));
    for (const QByteArray &socket : std::as_const(sockets))
        jobs.push_back(askMonitor(socket, questions, &answers, deadline));
    co_await all(std::move(jobs));
    co_return answers;
}

static double earliestBegin(const FrameReader &reader, qsizetype count)
{
    double earliest = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const double begin = reader.answer(i).begin;
        if (begin > 0 && (earliest == 0 || begin < earliest))
            earliest = begin;
    }
    return earliest;
}

Task<bool> LiveHost::askShell(
    QList<Question> questions, QList<Observation> *answers, Deadline deadline)
{
    const FramedScript script = makeFramedScript(questions, freshMarker(), m_elevation);
    FrameReader reader(script, questions.size());
    const WallTime start = systemNow();
    // When the host first spoke: its own clock of each answer counts from there, however long the
    // login shell took to start.
    std::optional<WallTime> arrived;

    std::optional<Silence> broken;
    Result<ChannelPtr> channel = co_await m_transport->exec("exec sh -s", deadline);
    if (!channel) {
        broken = Silence{
            deadline.hasExpired() ? Silence::TimedOut : Silence::Unreachable, channel.error().what};
    } else if (Result<void> sent = (*channel)->write(script.text); !sent) {
        broken = Silence{Silence::Unreachable, sent.error().what};
    }
    qint64 received = 0;
    while (!broken && !reader.isComplete()) {
        Result<Chunk> chunk = co_await (*channel)->read(deadline);
        if (!chunk) {
            // The deadline makes "timed out" of what is still open; a broken link says so.
            if (!deadline.hasExpired())
                broken = Silence{Silence::Unreachable, chunk.error().what};
            break;
        }
        if (!arrived)
            arrived = systemNow();
        received += chunk->out.size() + chunk->err.size();
        reader.readOut(chunk->out);
        reader.readErr(chunk->err);
        if (chunk->atEnd && !reader.isComplete()) {
            broken = Silence{Silence::Refused,
                PHRASE("host", "the host's shell ended early: %1")
                    .arg(QString::fromUtf8(reader.noise().left(300)).simplified())};
        } else if (received > streamLimit) {
            broken = Silence{Silence::Unreadable,
                PHRASE("host", "the host sent more than 64 MiB for one refresh")};
        }
    }
    reader.finish();
    if (channel)
        (*channel)->closeWrite();

    const double whole = secondsBetween(start, systemNow());
    const double firstBegin = earliestBegin(reader, questions.size());
    for (qsizetype i = 0; i < questions.size(); ++i) {
        if (std::holds_alternative<MonitorCommand>(questions.at(i).ask))
            continue;
        if (const double begin = reader.answer(i).begin; arrived && begin > 0) {
            (*answers)[i].started = *arrived + milliseconds(qint64((begin - firstBegin) * 1000));
        }
        settle((*answers)[i], reader.answer(i), questions.at(i), whole);
        if (reader.isReadOnly() && std::holds_alternative<VirshCommand>(questions.at(i).ask))
            (*answers)[i].command = commandLine(questions.at(i), true);
        if (broken && reader.answer(i).progress < FramedAnswer::Ended) {
            (*answers)[i].silence = broken;
        } else if (arrived && reader.answer(i).progress == FramedAnswer::NotStarted) {
            (*answers)[i].silence
                = Silence{Silence::NotAsked, PHRASE("host", "the host did not come to it in time")};
        }
    }
    co_return true;
}

Task<bool> LiveHost::askMonitor(
    QByteArray socket, QList<Question> questions, QList<Observation> *answers, Deadline deadline)
{
    QList<qsizetype> indices;
    QList<QByteArray> commands;
    milliseconds limit{0};
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const auto *monitor = std::get_if<MonitorCommand>(&questions.at(i).ask);
        if (!monitor || monitor->socketPath != socket)
            continue;
        indices.append(i);
        commands.append(monitor->json);
        limit = std::max(limit, questions.at(i).limit);
    }
    const Deadline until = earlier(deadline, deadlineIn(limit));
    const WallTime start = systemNow();

    std::optional<Error> failed;
    QList<Result<QByteArray>> replies;
    Result<ChannelPtr> channel = co_await m_transport->openUnixSocket(socket, until);
    if (channel) {
        QmpClient client(std::move(*channel));
        if (const Result<void> ready = co_await client.negotiate(until); !ready)
            failed = ready.error();
        else
            replies = co_await client.execute(commands, until);
    } else {
        failed = channel.error();
    }
    const double took = secondsBetween(start, systemNow());
    for (qsizetype k = 0; k < indices.size(); ++k) {
        Observation &answer = (*answers)[indices.at(k)];
        answer.started = start;
        answer.duration = took;
        if (k < replies.size() && replies.at(k)) {
            answer.out = *replies.at(k) + '\n';
            continue;
        }
        const Error &error = failed ? *failed : replies.last().error();
        if (until.hasExpired())
            answer.silence = Silence{Silence::TimedOut, error.what};
        else
            answer.silence = Silence{channel ? Silence::Unreachable : Silence::Refused, error.what};
    }
    co_return true;
}

} // namespace plumbline
