// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasks/dump_study.h"

namespace plumbline {

DumpStudy study(TaskDumps dumps)
{
    DumpStudy result;
    result.dumps = std::move(dumps);
    const WaitJudge judge(result.dumps);
    for (const TaskDump &dump : result.dumps.dumps)
        result.groups.push_back(groupStacks(result.dumps, dump, judge));
    result.chains = waitChains(result.dumps, judge);
    return result;
}

} // namespace plumbline
