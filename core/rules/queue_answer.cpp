// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/queue_answer.h"

#include "probes/catalogue.h"
#include "rules/rule.h"

namespace plumbline {

QueueAnswer unclear(Phrase why, const EvidenceList &evidence)
{
    return {QueueAnswer::Unknown, 0, std::move(why), evidence};
}

QueueAnswer yes(Phrase why, const EvidenceList &evidence)
{
    return {QueueAnswer::Yes, 0, std::move(why), evidence};
}

QueueAnswer no(qint64 missing, Phrase why, const EvidenceList &evidence)
{
    return {QueueAnswer::No, missing, std::move(why), evidence};
}

QueueAnswer silentAnswer(const SilentFact &silent)
{
    return unclear(silent.silence.why, {{silent.observation, 0, 0}});
}

Phrase lookAgain()
{
    return PHRASE("rules", "it moved between the readings, or was read once: look again");
}

qint16 ahead(quint16 index, quint16 of)
{
    return qint16(quint16(index - of));
}

const DiskPlan *diskOf(const AskedQueue &asked)
{
    for (const DiskPlan &disk : asked.plan.disks) {
        if (disk.qomPath == asked.device.qomPath && !disk.sharesQueues)
            return &disk;
    }
    return nullptr;
}

bool cannotHaveLapped(const AskedQueue &asked)
{
    const DiskPlan *disk = diskOf(asked);
    if (!disk)
        return false;
    const auto block = blockMovement(asked.plan, *disk, asked.facts);
    return block && block->completed < qint64(asked.ring.size);
}

EvidenceList countEvidence(const AskedQueue &asked)
{
    const auto status
        = asked.facts.last(qemuVirtqueue, queueSubject(asked.plan, asked.device, asked.queue));
    return status ? EvidenceList{cite(*status)} : EvidenceList{};
}

} // namespace plumbline
