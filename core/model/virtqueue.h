// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict.h"

#include <QList>
#include <QString>

#include <optional>

namespace plumbline {

/// One of the three questions about a virtqueue, with its measured answer.
struct QueueAnswer
{
    enum Word { Unknown, Yes, No };

    Word word = Unknown;
    /// Requests for which it is "no"; 0 otherwise.
    qint64 missing = 0;
    Phrase why;
    EvidenceList evidence;
    friend bool operator==(const QueueAnswer &, const QueueAnswer &) = default;
};

/// One request that went into a queue and did not come out, decoded from guest RAM.
struct PendingRequest
{
    quint16 head = 0; ///< of its descriptor chain
    /// virtio-blk's name of the operation: "read", "write", "flush" …; empty while it is not
    /// decoded.
    QString type;
    quint64 sector = 0; ///< of 512 bytes
    quint64 bytes = 0;
    quint64 page = 0; ///< guest-physical address of its first data buffer; 0 for none
    friend bool operator==(const PendingRequest &, const PendingRequest &) = default;
};

/// One virtqueue of a domain. Between driver and device a request can be lost at three places, and
/// each has its question.
struct Virtqueue
{
    QString device; ///< "virtio-disk0"
    QString kind; ///< QEMU's name: "virtio-blk"
    int queue = 0;
    /// "requests", "input" (empty buffers lie ready, which is no stall) or "control".
    QString role;
    /// "split", "packed"; empty while unknown.
    QString layout;
    quint32 size = 0; ///< entries
    std::optional<qint64> inFlight;
    QueueAnswer seen; ///< has the device seen all that the driver submitted?
    QueueAnswer completed; ///< has it completed all that it saw?
    QueueAnswer noticed; ///< has the driver noticed all completions?
    /// The oldest requests in it, at most 16, when it is stuck.
    QList<PendingRequest> pending = {};
    friend bool operator==(const Virtqueue &, const Virtqueue &) = default;
};

/// "unknown", "yes", "no": the words of the JSON.
QString queueAnswerName(QueueAnswer::Word word);
/// The same for people.
Phrase queueAnswerPhrase(QueueAnswer::Word word);

} // namespace plumbline
