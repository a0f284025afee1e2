// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule.h"

#include "base/duration_phrase.h"
#include "rules/catalogue.h"

#include <algorithm>

namespace plumbline {

struct StuckThreads
{
    int count = 0;
    QByteArray wchan;
    EvidenceList evidence;
};

// Threads that were in uninterruptible sleep in the same place at both looks.
static StuckThreads stuckThreads(const Twice<TaskTable> &threads)
{
    StuckThreads stuck;
    for (const ThreadState &now : threads.last.value.threads) {
        if (now.state != 'D')
            continue;
        const ThreadState *before = threads.first.value.thread(now.tid);
        if (!before || before->state != 'D' || before->wchan != now.wchan)
            continue;
        ++stuck.count;
        if (stuck.wchan.isEmpty())
            stuck.wchan = now.wchan;
        stuck.evidence.append(cite(threads.first, before->line));
        stuck.evidence.append(cite(threads.last, now.line));
    }
    return stuck;
}

static Verdict waitsInKernel(const Twice<TaskTable> &threads)
{
    const StuckThreads stuck = stuckThreads(threads);
    if (stuck.count > 0 && threads.seconds() >= stallSeconds) {
        return stalled(
            PHRASE_N("rules", "%n thread(s) of QEMU in uninterruptible sleep for %1 (%2)")
                .arg(durationPhrase(threads.seconds()))
                .arg(stuck.wchan.isEmpty() || stuck.wchan == "0"
                        ? PHRASE("rules", "where needs more rights")
                        : Phrase::verbatim(QString::fromUtf8(stuck.wchan)))
                .count(stuck.count))
            .citing(stuck.evidence);
    }
    return unknown(PHRASE("rules", "no thread of QEMU waits in the kernel for a disk"))
        .as(Modifier::Idle)
        .citing({cite(threads.last)});
}

// Which disk a sleeping thread works for cannot be seen, so a disk whose requests complete is not
// blamed for it.
static std::optional<Verdict> threads(const DiskContext &context, const Layer &)
{
    const Verdict passage = judgedByPassage(context);
    if (passage.state == State::Healthy)
        return passage;
    const auto queue = ownMovement(context);
    const Verdict verdict
        = judge(waitsInKernel, context.facts.twice(processThreads, context.plan.subject()));
    if (verdict.state == State::Stalled && (!queue || queue->stuck == 0)) {
        return unknown(PHRASE("rules", "%1; for which disk cannot be seen").arg(verdict.reason))
            .citing(verdict.evidence);
    }
    return verdict;
}

const Rule hostProcessThreads{LayerKind::HostProcess, "host-process.threads",
    "Do QEMU's threads wait in the kernel?", threads};

} // namespace plumbline
