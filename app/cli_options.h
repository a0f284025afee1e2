// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "host_session.h"
#include "investigation/diagnose.h"

#include <QStringList>

namespace plumbline {

/// The command line of plumbline-cli, understood.
struct CliOptions
{
    enum Command { Diagnose, Domains, Hosts, Record, Events, Tasks, Help, Version };

    Command command = Help;
    Target target;
    DiagnoseOptions diagnose;
    HostSession::Options session;
    bool json = false;
    /// Round of a recording to stop at; -1 is the one it is about.
    int round = -1;
    /// Logs to read; "-" is standard input.
    QStringList files;
    /// Of tasks: only those that are blocked.
    bool blocked = false;
};

Result<CliOptions> readCliOptions(const QStringList &arguments);
/// What `plumbline-cli help` prints.
QString cliHelp();

} // namespace plumbline
