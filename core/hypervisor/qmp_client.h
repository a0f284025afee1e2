// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <functional>

namespace plumbline {

/// One QMP conversation over a connected socket: greeting, qmp_capabilities, then commands in
/// order, all sent at once (at most 8 in flight, docs/interop/qmp-spec: more block the monitor) and
/// matched by id. Events in between are dropped. Whatever the far side sends, the deadline holds
/// and the event loop runs.
class QmpClient
{
public:
    explicit QmpClient(ChannelPtr channel) : m_channel(std::move(channel)) { }

    /// Greeting and capabilities. Without a greeting within the deadline another client holds the
    /// monitor, or QEMU's monitor thread is stopped.
    Task<Result<void>> negotiate(Deadline deadline);
    /// Replies as JSON lines, in the order of the commands. Those that came before a failure are
    /// given; the first missing one carries the error, and nothing follows it.
    Task<QList<Result<QByteArray>>> execute(QList<QByteArray> commands, Deadline deadline);

private:
    using Wanted = std::function<bool(const QJsonObject &message)>;
    /// The next line that is wanted; those before it are dropped.
    Task<Result<QByteArray>> readLine(Wanted isWanted, Deadline deadline);

    ChannelPtr m_channel;
    QByteArray m_buffer;
    qint64 m_received = 0;
};

} // namespace plumbline
