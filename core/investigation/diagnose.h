// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "investigation/investigation.h"

namespace plumbline {

/// A diagnosis from start to end, as the command line wants it.
struct DiagnoseOptions
{
    int samples = 2;
    milliseconds interval{5000};
    /// For everything, connection included. The last sample is taken earlier rather than too late.
    milliseconds deadline{10000};
    QString disk;
    /// Reads a block of each disk from the host between the samples (Investigation::readBlocks).
    bool readBlocks = false;
};

/// Finds the domain and takes the samples. Fails only when the domain or the disk does not exist.
Task<Result<Diagnosis>> diagnose(Investigation *investigation, DiagnoseOptions options);

} // namespace plumbline
