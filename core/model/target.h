// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace plumbline {

/// What to diagnose, as it is written on the command line and in incidents:
///
///     ssh://[user@]host[:port]/DOMAIN    local:/DOMAIN    recorded:PATH
///
/// DOMAIN is a domain name, a UUID, a QEMU pid or the path of a QMP socket; percent-encoding is
/// undone. It may be missing where a whole host is meant.
struct Target
{
    enum Scheme { Ssh, Local, Recorded };

    Scheme scheme = Local;
    /// Host name or alias of ~/.ssh/config.
    QString host;
    QString user;
    /// 0: as ~/.ssh/config says, else 22.
    quint16 port = 0;
    QString domain;
    /// Of a recording.
    QString path;

    static Result<Target> parse(const QString &text);
    QString toString() const;
    /// The host part alone: "ssh://user@host:port", "local:", "recorded:PATH".
    Target withoutDomain() const;
    friend bool operator==(const Target &, const Target &) = default;
};

} // namespace plumbline
