// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "transport/descriptor_channel.h"

#include <functional>
#include <memory>

namespace plumbline {

/// Carries bytes both ways between a channel and a socket, so that libssh, which wants a socket,
/// can speak through a jump host or a ProxyCommand. A side that is not read stops the other.
class ChannelBridge
{
public:
    /// Waits until the channel has passed on all but some of what was written to it.
    using Taken = std::function<Task<bool>(qsizetype most, Deadline deadline)>;

    /// `ended` is told once why the channel ended.
    ChannelBridge(
        ChannelPtr channel, Taken taken, FileDescriptor socket, std::function<void(Error)> ended);

private:
    Task<void> toChannel();
    Task<void> toSocket();

    ChannelPtr m_channel;
    Taken m_taken;
    DescriptorChannel m_socket;
    std::function<void(Error)> m_ended;
    Task<void> m_outward;
    Task<void> m_inward;
};

} // namespace plumbline
