// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"

namespace plumbline {

/// `plumbline-cli events FILE`: prints what a log reports, and gives the exit status.
int runEvents(const CliOptions &options);
/// `plumbline-cli tasks FILE [FILE2]`: prints the stacks that a kernel has printed, or what became
/// of them between two texts.
int runTasks(const CliOptions &options);

} // namespace plumbline
