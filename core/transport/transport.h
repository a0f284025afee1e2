// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "transport/channel.h"

#include <QObject>
#include <QString>

namespace plumbline {

/// How a host is reached. It carries commands and bytes and knows nothing of what they mean.
/// All of it lives on one thread and never blocks it.
class Transport : public QObject
{
    Q_OBJECT

public:
    enum class LinkState { Down, Connecting, Up };
    Q_ENUM(LinkState)

    using QObject::QObject;

    /// The host as the user named it: "kvm-07", "root@kvm-07:2222", "local".
    virtual QString name() const = 0;
    virtual LinkState linkState() const = 0;
    /// Why the link is down; empty while it is up or was never tried.
    virtual Phrase linkError() const = 0;

    /// It is down for a reason that only a human can change: a key, a password, an unknown host.
    virtual bool linkNeedsHuman() const { return false; }

    /// Brings the link up if it is not. Calls side by side share one attempt.
    virtual Task<Result<void>> connectLink(Deadline deadline) = 0;
    /// Starts `command` under the user's login shell, without a terminal. Connects first if needed.
    virtual Task<Result<ChannelPtr>> exec(QByteArray command, Deadline deadline) = 0;
    /// Connects to a unix socket on the host. Connects the link first if needed.
    virtual Task<Result<ChannelPtr>> openUnixSocket(QByteArray path, Deadline deadline) = 0;

Q_SIGNALS:
    void linkStateChanged(plumbline::Transport::LinkState state);
};

} // namespace plumbline
