// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/transport.h"

namespace plumbline {

/// This machine itself. Its link is always up. Commands run in a session of their own, and end with
/// their channel.
class LocalTransport final : public Transport
{
    Q_OBJECT

public:
    using Transport::Transport;

    QString name() const override;
    LinkState linkState() const override { return LinkState::Up; }
    Phrase linkError() const override { return {}; }

    Task<Result<void>> connectLink(Deadline deadline) override;
    Task<Result<ChannelPtr>> exec(QByteArray command, Deadline deadline) override;
    Task<Result<ChannelPtr>> openUnixSocket(QByteArray path, Deadline deadline) override;
};

} // namespace plumbline
