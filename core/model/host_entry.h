// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/diagnosis.h"

#include <optional>

namespace plumbline {

/// One row of the list on the left: a domain and the worst that is known of it.
struct DomainEntry
{
    QString name;
    QString uuid;
    /// "running", "paused", "shut off"; empty when unknown.
    QString runState;
    /// 0 when it does not run or nobody told.
    qint64 pid = 0;
    /// Nullopt while it has not been diagnosed.
    std::optional<State> verdict;
    Modifier modifier = Modifier::None;
    /// When the verdict was true.
    std::optional<WallTime> judged;
    friend bool operator==(const DomainEntry &, const DomainEntry &) = default;
};

/// A hypervisor and its domains.
struct HostEntry
{
    /// As the user named it; several may have one name.
    QString name;
    /// "ssh://root@kvm-07": the target without a domain; the key.
    QString target;
    enum Link { Down, Connecting, Up };
    Link link = Down;
    /// Why the link is down or the list incomplete; empty when all is well.
    Phrase problem;
    /// When the last answer came.
    std::optional<WallTime> lastAnswer;
    QList<DomainEntry> domains;
    friend bool operator==(const HostEntry &, const HostEntry &) = default;
};

} // namespace plumbline
