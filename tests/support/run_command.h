// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/transport.h"

namespace plumbline {

/// Everything that a command gave until its end.
struct CommandAnswer
{
    QByteArray out;
    QByteArray err;
    std::optional<int> exitCode;
};

inline Task<Result<CommandAnswer>> runCommand(Transport *transport, QByteArray command,
    QByteArray input = {}, std::chrono::milliseconds limit = std::chrono::seconds(15))
{
    const Deadline deadline = deadlineIn(limit);
    auto channel = co_await transport->exec(std::move(command), deadline);
    if (!channel)
        co_return std::unexpected(channel.error());
    if (!input.isEmpty()) {
        if (const auto written = (*channel)->write(std::move(input)); !written)
            co_return std::unexpected(written.error());
    }
    (*channel)->closeWrite();
    CommandAnswer answer;
    for (bool atEnd = false; !atEnd;) {
        auto chunk = co_await (*channel)->read(deadline);
        if (!chunk)
            co_return std::unexpected(chunk.error());
        answer.out += chunk->out;
        answer.err += chunk->err;
        atEnd = chunk->atEnd;
    }
    answer.exitCode = (*channel)->exitCode();
    co_return answer;
}

} // namespace plumbline
