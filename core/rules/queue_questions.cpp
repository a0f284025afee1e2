// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/queue_questions.h"

#include "path/pending_requests.h"
#include "path/queue_plan.h"
#include "probes/catalogue.h"
#include "rules/queue_answer.h"

#include <algorithm>

namespace plumbline {

static QString roleName(QueueRole role)
{
    switch (role) {
    case QueueRole::Requests:
        return QStringLiteral("requests");
    case QueueRole::Input:
        return QStringLiteral("input");
    case QueueRole::Control:
        break;
    }
    return QStringLiteral("control");
}

// Where nobody waits for an answer a standstill is no stall.
static void soften(Virtqueue &queue, QueueRole role)
{
    if (role == QueueRole::Requests)
        return;
    for (QueueAnswer *answer : {&queue.seen, &queue.completed, &queue.noticed}) {
        if (answer->word == QueueAnswer::No)
            *answer = unclear(PHRASE("rules", "nobody need wait for this queue"), answer->evidence);
    }
    if (role == QueueRole::Input && queue.inFlight.value_or(0) > 0) {
        queue.completed
            = unclear(PHRASE_N("rules", "%n buffer(s) lie ready for input").count(*queue.inFlight),
                queue.completed.evidence);
    }
}

static Virtqueue questioned(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    Virtqueue result;
    result.device = QString::fromUtf8(device.device);
    result.kind = QString::fromUtf8(device.name);
    result.queue = queue;
    const auto status = facts.lastKnown(qemuVirtioStatus, queueSubject(plan, device, 0));
    const QueueRole role = queueRole(device.name, queue, status ? status->value.queues : 0);
    result.role = roleName(role);
    const auto ring = ringOf(plan, device, queue, facts);
    if (!ring) {
        const QueueAnswer answer
            = silentAnswer(status ? SilentFact{{Silence::NotAsked, lookAgain()}} : status.error());
        result.seen = result.completed = result.noticed = answer;
        return result;
    }
    const AskedQueue asked{plan, device, queue, facts, *ring, role};
    result.layout = ring->packed ? QStringLiteral("packed") : QStringLiteral("split");
    result.size = ring->size;
    if (const auto look = lastLook(plan, device, queue, facts))
        result.inFlight = QueueLooks{*look, *look, *ring, {}}.pending(*look);
    result.seen = isSeen(asked);
    result.completed = isCompleted(asked);
    result.noticed = isNoticed(asked);
    soften(result, role);
    if (result.completed.word == QueueAnswer::No)
        result.pending = pendingRequests(plan, device, queue, facts);
    return result;
}

Virtqueue askQueue(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    // Several rules ask about each queue.
    const QByteArray key = "virtqueue/" + QByteArray::number(plan.pid) + device.qomPath + '/'
        + QByteArray::number(queue);
    return facts.derived<Virtqueue>(key, [&] { return questioned(plan, device, queue, facts); });
}

LostRequests lostRequests(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    LostRequests lost;
    if (disk.qomPath.isEmpty() || disk.bus == DiskPlan::Other)
        return lost;
    for (int queue = 0; queue < disk.queueCount; ++queue) {
        const Virtqueue asked = askQueue(plan, virtioOf(disk), disk.firstQueue + queue, facts);
        lost.unseen += asked.seen.missing;
        lost.unnoticed += asked.noticed.missing;
        for (const QueueAnswer *answer : {&asked.seen, &asked.noticed}) {
            if (answer->word == QueueAnswer::No)
                lost.evidence += answer->evidence;
        }
    }
    return lost;
}

QList<Virtqueue> askQueues(const DomainPlan &plan, const FactStore &facts)
{
    QList<Virtqueue> all;
    for (const VirtioPlan &device : virtioDevices(plan)) {
        const auto status = facts.lastKnown(qemuVirtioStatus, queueSubject(plan, device, 0));
        // VIRTIO_QUEUE_MAX: the number comes from the host.
        const int count = status ? std::clamp(status->value.queues, 0, 1024) : 0;
        for (int queue = 0; queue < count; ++queue) {
            const auto ring = ringOf(plan, device, queue, facts);
            if (ring && ring->isSetUp() && !isUntouched(plan, device, queue, facts))
                all.append(askQueue(plan, device, queue, facts));
        }
    }
    return all;
}

} // namespace plumbline
