// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel_bridge.h"
#include "transport/prompter.h"
#include "transport/ssh_config.h"

namespace plumbline {

class SshTransport;

/// How the bytes of an SSH connection get to the host: over TCP, through jump hosts (ProxyJump) or
/// through a command (ProxyCommand). Kept between attempts: a jump host that is up stays up.
class SshRoute
{
public:
    SshRoute(SshAddress address, int depth, Prompter *prompter);
    ~SshRoute();

    /// A connected socket. `ended` is told why a jump host or command gave up. `limit` is for the
    /// connection alone: the human may have to let us into a jump host first.
    Task<Result<FileDescriptor>> open(
        SshConfig config, std::chrono::milliseconds limit, std::function<void(Error)> ended);
    /// A jump host is not to be entered without the human.
    bool needsHuman() const;
    /// What the attempt waits for.
    Phrase doing() const;

private:
    Task<Result<FileDescriptor>> throughJumpHost(
        SshConfig config, std::chrono::milliseconds limit, std::function<void(Error)> ended);
    Task<Result<FileDescriptor>> throughCommand(SshConfig config, std::function<void(Error)> ended);

    SshAddress m_address;
    int m_depth;
    Prompter *m_prompter;
    Phrase m_doing;
    std::unique_ptr<SshTransport> m_jumpHost;
    std::unique_ptr<ChannelBridge> m_bridge;
};

} // namespace plumbline
