// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "base/result.h"
#include "base/task.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace plumbline {

/// A piece of what came through a channel.
struct Chunk
{
    QByteArray out;
    QByteArray err;
    /// Nothing more will come. The bytes of this chunk are still valid.
    bool atEnd = false;
};

/// A running command on a host, or a connection to one of its unix sockets. Destroying it closes
/// it: the far side sees end of input and its writes fail.
class Channel
{
public:
    virtual ~Channel() = default;

    /// Queues bytes for the far side; never blocks.
    virtual Result<void> write(QByteArray bytes) = 0;
    /// End of input for the far side, after what is queued.
    virtual void closeWrite() = 0;
    /// Waits for the next bytes or the end. At most 256 KiB at once. Fails when the deadline passes
    /// (the channel stays usable) or the link breaks. Returns from the event loop, never at once.
    virtual Task<Result<Chunk>> read(Deadline deadline) = 0;
    /// Of the command, once read() has said atEnd; nullopt for sockets and for death by a signal.
    virtual std::optional<int> exitCode() const = 0;
};

using ChannelPtr = std::unique_ptr<Channel>;

} // namespace plumbline
