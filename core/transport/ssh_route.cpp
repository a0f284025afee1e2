// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ssh_route.h"

#include "transport/process_channel.h"
#include "transport/socket_connect.h"
#include "transport/ssh_channel.h"
#include "transport/ssh_transport.h"

namespace plumbline {

/// Jump hosts whose configuration leads through each other would never end.
static constexpr int mostJumps = 8;

SshRoute::SshRoute(SshAddress address, int depth, Prompter *prompter)
    : m_address(std::move(address)), m_depth(depth), m_prompter(prompter)
{
}

SshRoute::~SshRoute() = default;

bool SshRoute::needsHuman() const
{
    return m_jumpHost && m_jumpHost->linkNeedsHuman();
}

static Phrase byWay(const SshTransport &jumpHost, const Phrase &what)
{
    return PHRASE("transport", "By way of %1: %2").arg(jumpHost.name()).arg(what);
}

Phrase SshRoute::doing() const
{
    if (m_jumpHost && m_jumpHost->linkState() != Transport::LinkState::Up)
        return byWay(*m_jumpHost, m_jumpHost->doing());
    return m_doing;
}

Task<Result<FileDescriptor>> SshRoute::open(
    SshConfig config, std::chrono::milliseconds limit, std::function<void(Error)> ended)
{
    m_bridge.reset();
    if (!config.proxyJump.isEmpty())
        return throughJumpHost(std::move(config), limit, std::move(ended));
    if (!config.proxyCommand.isEmpty())
        return throughCommand(std::move(config), std::move(ended));
    return connectTcp(config.hostName, config.port, deadlineIn(limit), &m_doing);
}

Task<Result<FileDescriptor>> SshRoute::throughJumpHost(
    SshConfig config, std::chrono::milliseconds limit, std::function<void(Error)> ended)
{
    if (m_depth >= mostJumps)
        co_return failure(PHRASE("transport", "The jump hosts (ProxyJump) lead in a circle"));
    if (!m_jumpHost) {
        // "a,b" means: to b through a.
        const QString list = config.proxyJump;
        SshAddress last = SshAddress::fromText(list.section(u',', -1));
        last.configFile = m_address.configFile;
        last.knownHostsFile = m_address.knownHostsFile;
        last.proxyJump = list.section(u',', 0, -2);
        m_jumpHost = std::make_unique<SshTransport>(last, m_prompter, nullptr, m_depth + 1);
    }
    const auto byWayOf = [this](const Error &error) {
        return failure(byWay(*m_jumpHost, error.what), error.where);
    };
    // Every step of a login has a limit of its own but for what the human takes, who may refuse
    // once and be asked again when that is his wish.
    const auto entered = co_await m_jumpHost->connectLink(Deadline(Deadline::Forever));
    if (!entered)
        co_return byWayOf(entered.error());
    m_doing = byWay(*m_jumpHost,
        PHRASE("transport", "it has not reached port %2 of %1 yet")
            .arg(config.hostName)
            .arg(int(config.port)));
    auto channel = co_await m_jumpHost->openTcp(config.hostName, config.port, deadlineIn(limit));
    if (!channel)
        co_return byWayOf(channel.error());
    auto pair = socketPair();
    if (!pair)
        co_return std::unexpected(pair.error());
    auto taken = [raw = channel->get()](
                     qsizetype most, Deadline until) { return raw->taken(most, until); };
    m_bridge = std::make_unique<ChannelBridge>(
        std::move(*channel), std::move(taken), std::move(pair->first), std::move(ended));
    co_return std::move(pair->second);
}

Task<Result<FileDescriptor>> SshRoute::throughCommand(
    SshConfig config, std::function<void(Error)> ended)
{
    m_doing = PHRASE("transport", "the ProxyCommand has not led to the host yet");
    auto process = ProcessChannel::start(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("exec ") + config.proxyCommand});
    if (!process)
        co_return std::unexpected(process.error());
    auto pair = socketPair();
    if (!pair)
        co_return std::unexpected(pair.error());
    auto taken = [raw = process->get()](
                     qsizetype most, Deadline until) { return raw->taken(most, until); };
    m_bridge = std::make_unique<ChannelBridge>(
        std::move(*process), std::move(taken), std::move(pair->first), std::move(ended));
    co_return std::move(pair->second);
}

} // namespace plumbline
