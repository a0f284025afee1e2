// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_agent.h"

#include "transport/descriptor_channel.h"
#include "transport/socket_connect.h"

#include <QtEndian>

#include <unistd.h>

namespace plumbline {

enum MessageType : char {
    Failure = 5,
    RequestIdentities = 11,
    IdentitiesAnswer = 12,
    SignRequest = 13
};

/// What OpenSSH's agent allows for one message.
static constexpr quint32 mostBytes = 256 * 1024;

static QByteArray withLength(const QByteArray &bytes)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(bytes.size()), length.data());
    return length + bytes;
}

/// Takes "length, bytes" from the front; nullopt when it is not all there.
static std::optional<QByteArray> takeString(QByteArrayView &bytes)
{
    if (bytes.size() < 4)
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(bytes.data());
    if (length > size_t(bytes.size()) - 4)
        return std::nullopt;
    const QByteArray string = bytes.sliced(4, length).toByteArray();
    bytes = bytes.sliced(4 + qsizetype(length));
    return string;
}

Task<Result<QByteArray>> SshAgent::ask(QByteArray message, Deadline deadline)
{
    auto socket = co_await connectUnix(m_path.toLocal8Bit(), deadline);
    if (!socket)
        co_return std::unexpected(socket.error());
    DescriptorChannel channel(std::move(*socket));
    if (const auto written = channel.write(withLength(message)); !written)
        co_return std::unexpected(written.error());
    QByteArray received;
    while (received.size() <= mostBytes) {
        auto chunk = co_await channel.read(deadline);
        if (!chunk)
            co_return std::unexpected(chunk.error());
        received += chunk->out;
        QByteArrayView view(received);
        if (auto answer = takeString(view))
            co_return std::move(*answer);
        if (chunk->atEnd)
            break;
    }
    co_return failure(PHRASE("transport", "The SSH agent gave no proper answer"), m_path);
}

Task<Result<QList<AgentIdentity>>> SshAgent::identities(Deadline deadline)
{
    const auto answer = co_await ask(QByteArray(1, RequestIdentities), deadline);
    if (!answer)
        co_return std::unexpected(answer.error());
    QList<AgentIdentity> list;
    if (answer->size() < 5 || answer->at(0) != IdentitiesAnswer)
        co_return list;
    QByteArrayView rest = QByteArrayView(*answer).sliced(5); // the count is in the list itself
    while (!rest.isEmpty()) {
        auto blob = takeString(rest);
        auto comment = takeString(rest);
        if (!blob || !comment)
            break;
        list.append({std::move(*blob), QString::fromUtf8(*comment)});
    }
    co_return list;
}

AgentSeat::AgentSeat(ssh_session session)
{
    auto pair = socketPair();
    if (!pair)
        return;
    m_end = std::move(pair->first);
    m_libsshEnd = pair->second.release();
    ssh_set_agent_socket(session, m_libsshEnd);
}

QByteArray AgentSeat::refusal()
{
    return QByteArray(1, Failure);
}

static QByteArray readAll(int descriptor)
{
    QByteArray bytes;
    char buffer[16 * 1024];
    for (ssize_t count; (count = ::read(descriptor, buffer, sizeof(buffer))) > 0;)
        bytes.append(buffer, count);
    return bytes;
}

void AgentSeat::prepare(const AgentIdentity &identity, const QByteArray &signature)
{
    readAll(m_end.number());
    readAll(m_libsshEnd);
    QByteArray list(1, IdentitiesAnswer);
    list += QByteArray("\0\0\0\1", 4) + withLength(identity.blob)
        + withLength(identity.comment.toUtf8());
    const QByteArray answers = withLength(list) + withLength(signature);
    // A fresh socket has room for far more than one key and one signature.
    [[maybe_unused]] const auto written
        = ::write(m_end.number(), answers.constData(), size_t(answers.size()));
}

QByteArray AgentSeat::signRequest()
{
    const QByteArray asked = readAll(m_end.number());
    QByteArrayView rest(asked);
    while (auto message = takeString(rest)) {
        if (message->startsWith(char(SignRequest)))
            return std::move(*message);
    }
    return {};
}

} // namespace plumbline
