// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "transport/known_hosts.h"
#include "transport/prompter.h"
#include "transport/ssh_config.h"
#include "transport/ssh_session.h"

namespace plumbline {

/// The configured algorithms, those first for which a key of the host is known: else a server with
/// keys of several types would offer one that we cannot check.
QList<QByteArray> preferKnownTypes(QList<QByteArray> algorithms, const QList<KnownHostKey> &known);

/// Whether the session talks to the host it should. An unknown key is shown to the human and, once
/// accepted, saved; a changed or revoked one is refused.
Task<Result<void>> checkHostKey(std::shared_ptr<SshSession> session, SshConfig config,
    QList<KnownHostKey> known, Prompter *prompter);

} // namespace plumbline
