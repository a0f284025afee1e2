// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/sample_virtqueues.h"

namespace plumbline::sample {

static QueueAnswer answer(
    QueueAnswer::Word word, qint64 missing, Phrase why, const EvidenceList &evidence = {})
{
    return {word, missing, std::move(why), evidence};
}

static Virtqueue queue(const char *device, const char *kind, int number, const char *role,
    const char *layout, quint32 size, qint64 inFlight)
{
    const QueueAnswer yes = answer(QueueAnswer::Yes, 0, PHRASE("sample", "nothing is in flight"));
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
    all[0].completed = answer(
        QueueAnswer::Yes, 0, PHRASE("sample", "12 requests completed in 5 s"), {{device, 0, 0}});
    all[3].seen = answer(
        QueueAnswer::Yes, 0, PHRASE("sample", "nothing lies ahead of place 137"), {{memory, 0, 0}});
    all[3].noticed = answer(QueueAnswer::No, 5,
        PHRASE("sample",
            "5 completions lie in the ring and the driver did not notice in 5 s: its interrupt was "
            "lost or is masked"),
        {{device, 0, 0}, {memory, 0, 0}});
    all[4].completed = answer(QueueAnswer::Unknown, 0,
        PHRASE("sample", "256 buffers lie ready for input"), {{device, 0, 0}});
    all[5].noticed = answer(QueueAnswer::Unknown, 0,
        PHRASE("sample", "the driver has put its interrupt off"), {{memory, 0, 0}});
    all[7].completed
        = answer(QueueAnswer::Unknown, 0, PHRASE("sample", "127 buffers lie ready for input"));
    return all;
}

} // namespace plumbline::sample
