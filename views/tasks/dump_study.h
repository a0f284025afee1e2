// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tasks/stack_groups.h"
#include "tasks/wait_chains.h"

namespace plumbline {

/// The task dumps of a log with all that is worked out of them: a value that a worker makes and the
/// views show.
struct DumpStudy
{
    TaskDumps dumps;
    std::vector<std::vector<StackGroup>> groups; ///< of each dump
    std::vector<WaitChain> chains; ///< point into `dumps`

    DumpStudy() = default;
    // The chains point into the dumps: moving keeps what they point to, copying would not.
    DumpStudy(DumpStudy &&) = default;
    DumpStudy &operator=(DumpStudy &&) = default;
    DumpStudy(const DumpStudy &) = delete;
    DumpStudy &operator=(const DumpStudy &) = delete;
    ~DumpStudy() = default;
};

DumpStudy study(TaskDumps dumps);

} // namespace plumbline
