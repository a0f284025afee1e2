// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/sample_virtqueues.h"

#include "base/duration_phrase.h"

namespace plumbline::sample {

Phrase unnoticed()
{
    return PHRASE_N("rules",
        "%n completion(s) lie in the ring and the driver did not notice in %1: its interrupt "
        "was lost or is masked, or the guest does not handle it")
        .arg(durationPhrase(5))
        .count(5);
}

static Phrase completed(qint64 requests)
{
    return PHRASE_N("rules", "%n request(s) completed in %1")
        .arg(durationPhrase(5))
        .count(requests);
}

static Phrase readyForInput(qint64 buffers)
{
    return PHRASE_N("rules", "%n buffer(s) lie ready for input").count(buffers);
}

static QueueAnswer answer(
    QueueAnswer::Word word, qint64 missing, Phrase why, const EvidenceList &evidence = {})
{
    return {word, missing, std::move(why), evidence};
}

static Virtqueue queue(const char *device, const char *kind, int number, const char *role,
    const char *layout, quint32 size, qint64 inFlight)
{
    const QueueAnswer yes = answer(QueueAnswer::Yes, 0, PHRASE("rules", "nothing is in flight"));
    return {QString::fromUtf8(device), QString::fromUtf8(kind), number, QString::fromUtf8(role),
        QString::fromUtf8(layout), size, inFlight, yes, yes, yes};
}

QList<Virtqueue> virtqueues(ObservationId device, ObservationId memory)
{
    QList<Virtqueue> all{queue("virtio-disk0", "virtio-blk", 0, "requests", "split", 1024, 1),
        queue("virtio-disk0", "virtio-blk", 1, "requests", "split", 1024, 0),
        queue("virtio-disk1", "virtio-blk", 0, "requests", "packed", 256, 0),
        queue("virtio-disk1", "virtio-blk", 1, "requests", "packed", 256, 0),
        queue("net0", "virtio-net", 0, "input", "split", 256, 256),
        queue("net0", "virtio-net", 1, "requests", "split", 256, 0),
        queue("net0", "virtio-net", 2, "control", "split", 64, 0),
        queue("virtio-serial0", "virtio-serial", 4, "input", "split", 128, 127),
        queue("virtio-serial0", "virtio-serial", 5, "requests", "split", 128, 0)};
    all[0].completed = answer(QueueAnswer::Yes, 0, completed(12), {{device, 0, 0}});
    all[3].seen = answer(QueueAnswer::Yes, 0,
        PHRASE("rules", "nothing lies ahead of place %1").arg(137), {{memory, 0, 0}});
    all[3].noticed = answer(QueueAnswer::No, 5, unnoticed(), {{device, 0, 0}, {memory, 0, 0}});
    all[4].completed = answer(QueueAnswer::Unknown, 0, readyForInput(256), {{device, 0, 0}});
    all[5].noticed = answer(QueueAnswer::Unknown, 0,
        PHRASE("rules", "the driver has put its interrupt off"), {{memory, 0, 0}});
    all[7].completed = answer(QueueAnswer::Unknown, 0, readyForInput(127));
    return all;
}

} // namespace plumbline::sample
