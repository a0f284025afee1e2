// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A form feed parts two texts. Every task is in one group and in one list of the comparison; chains
// have an end.
#include "tasks/dump_comparison.h"
#include "tasks/stack_groups.h"
#include "tasks/wait_chains.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace plumbline;

static void require(bool condition)
{
    if (!condition)
        std::abort();
}

static void ask(const TaskDumps &dumps)
{
    const WaitJudge judge(dumps);
    for (const TaskDump &dump : dumps.dumps) {
        size_t tasks = 0;
        for (const StackGroup &group : groupStacks(dumps, dump, judge))
            tasks += group.tasks.size();
        require(tasks == dump.tasks.size());
        for (const DumpedTask &task : dump.tasks) {
            const WaitVerdict verdict = judge.judge(task);
            require(!verdict.wait || (verdict.frame >= 0 && verdict.frame < task.frames.size()));
        }
    }
    for (const WaitChain &chain : waitChains(dumps, judge))
        require(chain.links.size() >= 2 && chain.links.front().reason == ChainLink::Start);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    const qsizetype middle = std::max<qsizetype>(text.indexOf('\f'), 0);
    const TaskDumps before = readTaskDumps(text.first(middle));
    const TaskDumps after = readTaskDumps(text.sliced(middle));
    ask(before);
    ask(after);
    (void)compareDumps(before, after);
    require(compareDumps(after, after).gone.empty() && compareDumps(after, after).fresh.empty());
    return 0;
}
