// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/local_transport.h"

#include "transport/process_channel.h"
#include "transport/socket_connect.h"

#include <pwd.h>

namespace plumbline {

static QString loginShell()
{
    const passwd *user = ::getpwuid(::getuid());
    const QString shell = user ? QString::fromLocal8Bit(user->pw_shell) : QString();
    return shell.isEmpty() ? QStringLiteral("/bin/sh") : shell;
}

QString LocalTransport::name() const
{
    return QStringLiteral("local");
}

Task<Result<void>> LocalTransport::connectLink(Deadline)
{
    co_return Result<void>();
}

Task<Result<ChannelPtr>> LocalTransport::exec(QByteArray command, Deadline)
{
    auto channel = ProcessChannel::start(
        loginShell(), {QStringLiteral("-c"), QString::fromLocal8Bit(command)});
    if (!channel)
        co_return std::unexpected(channel.error());
    co_return ChannelPtr(std::move(*channel));
}

Task<Result<ChannelPtr>> LocalTransport::openUnixSocket(QByteArray path, Deadline deadline)
{
    auto socket = co_await connectUnix(std::move(path), deadline);
    if (!socket)
        co_return std::unexpected(socket.error());
    co_return ChannelPtr(std::make_unique<DescriptorChannel>(std::move(*socket)));
}

} // namespace plumbline
