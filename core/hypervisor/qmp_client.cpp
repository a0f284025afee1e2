// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/qmp_client.h"

#include "base/turn.h"

#include <QJsonDocument>

namespace plumbline {

static constexpr qsizetype maxInFlight = 8;
static constexpr qsizetype replyLimit = 4 * 1024 * 1024;
// Read on a worker thread.
static constexpr qsizetype longLine = 64 * 1024;

// All lines of one conversation, events and what is none of ours included.
static constexpr qint64 conversationLimit = 64 * 1024 * 1024;

Task<Result<QByteArray>> QmpClient::readLine(Wanted isWanted, Deadline deadline)
{
    Turn turn;
    while (!deadline.hasExpired()) {
        if (turn.isOver())
            co_await turn.next();
        if (const qsizetype end = m_buffer.indexOf('\n'); end >= 0) {
            QByteArray line = m_buffer.first(end);
            m_buffer.remove(0, end + 1);
            const auto read
                = [isWanted, line] { return isWanted(QJsonDocument::fromJson(line).object()); };
            if (line.size() < longLine ? read() : co_await onWorker(read))
                co_return line;
            continue;
        }
        if (m_buffer.size() > replyLimit)
            co_return failure(PHRASE("qmp", "a reply of more than 4 MiB"));
        Result<Chunk> chunk = co_await m_channel->read(deadline);
        if (!chunk)
            co_return std::unexpected(chunk.error());
        m_buffer += chunk->out;
        m_received += chunk->out.size();
        if (m_received > conversationLimit)
            co_return failure(PHRASE("qmp", "the monitor sent more than 64 MiB"));
        if (chunk->atEnd && !m_buffer.contains('\n'))
            co_return failure(PHRASE("qmp", "QEMU closed the monitor connection"));
    }
    co_return failure(PHRASE("qmp", "no reply came in time"));
}

Task<Result<void>> QmpClient::negotiate(Deadline deadline)
{
    const auto anything = [](const QJsonObject &) { return true; };
    const Result<QByteArray> greeting = co_await readLine(anything, deadline);
    if (!greeting) {
        if (deadline.hasExpired()) {
            co_return failure(PHRASE("qmp",
                "no greeting: QEMU is stopped or wedged, or another client holds the monitor"));
        }
        co_return std::unexpected(greeting.error());
    }
    if (!QJsonDocument::fromJson(*greeting).object().contains(u"QMP"))
        co_return failure(PHRASE("qmp", "this socket does not speak QMP"));
    if (Result<void> sent = m_channel->write("{\"execute\":\"qmp_capabilities\"}\n"); !sent)
        co_return std::unexpected(sent.error());
    const auto isReply = [](const QJsonObject &message) {
        return message.contains(u"return") || message.contains(u"error");
    };
    const Result<QByteArray> reply = co_await readLine(isReply, deadline);
    if (!reply)
        co_return std::unexpected(reply.error());
    if (QJsonDocument::fromJson(*reply).object().contains(u"error"))
        co_return failure(PHRASE("qmp", "QEMU refused qmp_capabilities"));
    co_return Result<void>();
}

static QByteArray withId(const QByteArray &command, qsizetype id)
{
    const qsizetype close = command.lastIndexOf('}');
    return command.first(close) + ",\"id\":" + QByteArray::number(id) + "}\n";
}

Task<QList<Result<QByteArray>>> QmpClient::execute(QList<QByteArray> commands, Deadline deadline)
{
    QList<Result<QByteArray>> replies;
    qsizetype sent = 0;
    while (replies.size() < commands.size()) {
        while (sent < commands.size() && sent - replies.size() < maxInFlight) {
            if (Result<void> wrote = m_channel->write(withId(commands.at(sent), sent)); !wrote) {
                replies.append(std::unexpected(wrote.error()));
                co_return replies;
            }
            ++sent;
        }
        // In-band commands are answered in order, so the id only tells replies from events.
        const auto isNext = [id = replies.size()](const QJsonObject &message) {
            return message[u"id"].toInteger(-1) == id;
        };
        Result<QByteArray> reply = co_await readLine(isNext, deadline);
        const bool failed = !reply;
        replies.append(std::move(reply));
        if (failed)
            co_return replies;
    }
    co_return replies;
}

} // namespace plumbline
