// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/channel_bridge.h"

namespace plumbline {

static constexpr qsizetype mostQueued = 1024 * 1024;
/// Of what a ProxyCommand says on its standard error.
static constexpr qsizetype mostErrorText = 400;

ChannelBridge::ChannelBridge(
    ChannelPtr channel, Taken taken, FileDescriptor socket, std::function<void(Error)> ended)
    : m_channel(std::move(channel)),
      m_taken(std::move(taken)),
      m_socket(std::move(socket)),
      m_ended(std::move(ended)),
      m_outward(toChannel()),
      m_inward(toSocket())
{
    m_outward.start();
    m_inward.start();
}

Task<void> ChannelBridge::toChannel()
{
    for (;;) {
        auto chunk = co_await m_socket.read(Deadline(Deadline::Forever));
        if (!chunk || !m_channel->write(chunk->out))
            break;
        if (!co_await m_taken(mostQueued, Deadline(Deadline::Forever)) || chunk->atEnd)
            break;
    }
    m_channel->closeWrite();
}

Task<void> ChannelBridge::toSocket()
{
    QByteArray errors;
    Error why{PHRASE("transport", "The way to the host was closed from its far end"), {}};
    for (;;) {
        auto chunk = co_await m_channel->read(Deadline(Deadline::Forever));
        if (!chunk) {
            why = chunk.error();
            break;
        }
        errors = (errors + chunk->err)
                     .last(std::min(errors.size() + chunk->err.size(), mostErrorText));
        if (!chunk->out.isEmpty() && !m_socket.write(chunk->out))
            break;
        if (!co_await m_socket.taken(mostQueued, Deadline(Deadline::Forever)) || chunk->atEnd)
            break;
    }
    if (!errors.isEmpty())
        why.what = PHRASE("transport", "The way to the host ended: %1")
                       .arg(QString::fromLocal8Bit(errors).trimmed());
    m_ended(why); // before the socket tells libssh only that it has ended
    m_socket.closeWrite();
}

} // namespace plumbline
