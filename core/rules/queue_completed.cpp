// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "rules/queue_answer.h"
#include "rules/rule.h"

namespace plumbline {

// Completed? What went in against what came out, by the device's own count.
QueueAnswer isCompleted(const AskedQueue &asked)
{
    const auto look = lastLook(asked.plan, asked.device, asked.queue, asked.facts);
    if (!look)
        return silentAnswer(look.error());
    const auto looks = queueLooks(asked.plan, asked.device, asked.queue, asked.facts);
    const QueueLooks once{*look, *look, asked.ring, {}};
    const qint64 pending = once.pending(*look);
    if (pending == 0)
        return yes(PHRASE("rules", "nothing is in flight"),
            looks ? looks->evidence : countEvidence(asked));
    if (!looks)
        return unclear(lookAgain(), countEvidence(asked));
    if (looks->completed() > 0) {
        return yes(completedPhrase(looks->completed(), looks->seconds()), looks->evidence);
    }
    if (looks->pending(looks->first) == 0 || looks->seconds() < stallSeconds)
        return unclear(lookAgain(), looks->evidence);
    if (asked.ring.packed && !cannotHaveLapped(asked))
        return unclear(lookAgain(), looks->evidence);
    if (const DiskPlan *disk = diskOf(asked)) {
        const auto block = blockMovement(asked.plan, *disk, asked.facts);
        if (block && mayBeSlow(*block, looks->seconds())) {
            return unclear(PHRASE("rules", "the disk is slow: a request takes %1 on average")
                               .arg(durationPhrase(*block->averageSeconds)),
                looks->evidence + block->evidence);
        }
        if (block && block->completed >= looks->lap())
            return unclear(lookAgain(), looks->evidence + block->evidence);
    }
    return no(pending,
        PHRASE_N("rules", "%n request(s) seen by the device, none completed in %1")
            .arg(durationPhrase(looks->seconds()))
            .count(pending),
        looks->evidence);
}

} // namespace plumbline
