// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"

namespace plumbline {

/// Carries the command out, prints, and gives the exit status.
Task<int> runCli(CliOptions options, Prompter *prompter);

} // namespace plumbline
