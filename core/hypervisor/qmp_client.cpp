// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/qmp_client.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace plumbline {

static constexpr qsizetype maxInFlight = 8;
static constexpr qsizetype replyLimit = 4 * 1024 * 1024;

Task<Result<QByteArray>> QmpClient::readLine(Deadline deadline)
{
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n');
        if (end >= 0) {
            QByteArray line = m_buffer.first(end);
            m_buffer.remove(0, end + 1);
            co_return line;
        }
        if (m_buffer.size() > replyLimit)
            co_return failure(PHRASE("qmp", "a reply of more than 4 MiB"));
        Result<Chunk> chunk = co_await m_channel->read(deadline);
        if (!chunk)
            co_return std::unexpected(chunk.error());
        m_buffer += chunk->out;
        if (chunk->atEnd && !m_buffer.contains('\n'))
            co_return failure(PHRASE("qmp", "QEMU closed the monitor connection"));
    }
}

Task<Result<void>> QmpClient::negotiate(Deadline deadline)
{
    const Result<QByteArray> greeting = co_await readLine(deadline);
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
    for (;;) {
        const Result<QByteArray> line = co_await readLine(deadline);
        if (!line)
            co_return std::unexpected(line.error());
        const QJsonObject reply = QJsonDocument::fromJson(*line).object();
        if (reply.contains(u"return"))
            co_return Result<void>();
        if (reply.contains(u"error"))
            co_return failure(PHRASE("qmp", "QEMU refused qmp_capabilities"));
    }
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
        Result<QByteArray> line = co_await readLine(deadline);
        if (!line) {
            replies.append(std::unexpected(line.error()));
            co_return replies;
        }
        const QJsonObject reply = QJsonDocument::fromJson(*line).object();
        // In-band commands are answered in order, so the id only tells replies from events.
        if (reply[u"id"].toInteger(-1) == replies.size())
            replies.append(*std::move(line));
    }
    co_return replies;
}

} // namespace plumbline
