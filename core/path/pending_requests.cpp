// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/pending_requests.h"

#include "probes/catalogue.h"

#include <QHash>

#include <algorithm>

namespace plumbline {

// More are counted, not decoded: each costs two questions.
static constexpr qsizetype decodedAtMost = 16;
// A ring of more entries is not read as text.
static constexpr quint32 largestRing = 1024;
// Descriptors of one request that are added up; virtio-blk's usual seg_max is 254.
static constexpr int chainAtMost = 260;

// Flags of a descriptor (virtio 1.2, 2.7.5).
static constexpr quint16 hasNext = 1;
static constexpr quint16 isIndirect = 4;

namespace {

struct Descriptor
{
    quint64 address = 0;
    quint32 length = 0;
    quint16 flags = 0;
    quint16 next = 0;
};

/// Whole rings that belong to the present indices.
struct Rings
{
    GuestWords avail;
    GuestWords used;
    GuestWords descriptors;
    WallTime time;
};

/// What a request consists of, as far as it has been read.
struct Chain
{
    std::optional<Subject> missing; ///< to be read first
    QList<Descriptor> parts; ///< header, data, status
};

} // namespace

static Descriptor descriptorIn(const GuestWords &table, qsizetype number)
{
    const quint64 rest = table.word(2 * number + 1);
    return {table.word(2 * number), quint32(rest), quint16(rest >> 32), quint16(rest >> 48)};
}

QList<quint16> pendingHeads(const Ring &ring, const GuestWords &avail, const GuestWords &used)
{
    const auto size = int(ring.size);
    if (size == 0 || avail.words.size() < 2 + size || used.words.size() < 1 + 2 * size)
        return {};
    const auto submitted = quint16(avail.word(1));
    const auto completed = quint16(used.word(0) >> 16);
    const int pending = quint16(submitted - completed);
    if (pending == 0 || pending > size)
        return {};
    // In its first lap a ring is only as long as what was written.
    const bool isFirstLap = submitted < size
        && std::all_of(
            avail.words.begin() + 2 + submitted, avail.words.begin() + 2 + size,
            [](quint64 word) { return word == 0; });
    // Of the last so many submissions, those that did not come back since: a head that went in more
    // often than it came back is out.
    const int window = isFirstLap ? submitted : size;
    QHash<quint16, int> balance;
    for (int ago = pending + 1; ago <= window; ++ago)
        --balance[quint16(used.word(1 + 2 * (quint16(submitted - ago) % size)))];
    for (int ago = 1; ago <= window; ++ago)
        ++balance[quint16(avail.word(2 + quint16(submitted - ago) % size))];
    QList<quint16> heads;
    for (int ago = 1; ago <= window && heads.size() < pending; ++ago) {
        const auto head = quint16(avail.word(2 + quint16(submitted - ago) % size));
        if (balance.value(head) > 0 && !heads.contains(head))
            heads.prepend(head);
    }
    return heads;
}

static Subject memoryOf(const DomainPlan &plan, const VirtioPlan &device, int queue,
    const char *what, qsizetype slot, quint64 address, int words)
{
    Subject subject = queueSubject(plan, device, queue);
    // A few names for all: a guest that keeps changing its ring must not fill our memory.
    subject.part = QByteArray(what) + '-' + QByteArray::number(slot);
    subject.address = address;
    subject.words = words;
    subject.wordBytes = 8;
    return subject;
}

// Read at this place, and not before `since`: a driver uses the same memory for one request after
// the other.
static std::optional<GuestWords> wordsAt(
    const Subject &subject, const FactStore &facts, WallTime since = {})
{
    const auto known = facts.lastKnown(qemuMemory, subject);
    if (!known || known->value.address != subject.address || known->time < since
        || known->value.words.size() < subject.words)
        return std::nullopt;
    return known->value;
}

static QList<Descriptor> follow(const GuestWords &table, qsizetype first, qsizetype size)
{
    QList<Descriptor> parts;
    for (qsizetype at = first; at < size && parts.size() < chainAtMost;) {
        parts.append(descriptorIn(table, at));
        if (!(parts.last().flags & hasNext))
            break;
        at = parts.last().next;
    }
    return parts;
}

static Chain chainOf(const DomainPlan &plan, const VirtioPlan &device, int queue, const Ring &ring,
    quint16 head, qsizetype slot, const Rings &rings, const FactStore &facts)
{
    Chain chain;
    const Descriptor first = descriptorIn(rings.descriptors, head);
    if (!(first.flags & isIndirect)) {
        chain.parts = follow(rings.descriptors, head, qsizetype(ring.size));
        return chain;
    }
    const int count = std::min(int(first.length / 16), chainAtMost);
    if (count == 0 || !plan.ram.holds(first.address, quint64(count) * 16))
        return chain;
    const Subject table = memoryOf(plan, device, queue, "indirect", slot, first.address, 2 * count);
    if (const auto words = wordsAt(table, facts, rings.time))
        chain.parts = follow(*words, 0, count);
    else
        chain.missing = table;
    return chain;
}

static std::optional<Rings> ringsOf(const DomainPlan &plan, const VirtioPlan &device, int queue,
    const Ring &ring, const FactStore &facts, QList<Subject> &missing)
{
    const auto avail = ringPart(plan, device, queue, ring, RingPart::AvailRing);
    const auto used = ringPart(plan, device, queue, ring, RingPart::UsedRing);
    const auto descriptors = ringPart(plan, device, queue, ring, RingPart::Descriptors);
    const auto index = ringPart(plan, device, queue, ring, RingPart::AvailIndex);
    const auto look = lastLook(plan, device, queue, facts);
    if (!avail || !used || !descriptors || !index || !look)
        return std::nullopt;
    const auto submitted = facts.last(qemuMemory, *index);
    const auto availWords = wordsAt(*avail, facts);
    const auto usedWords = wordsAt(*used, facts);
    const auto table = wordsAt(*descriptors, facts);
    const bool current = availWords && usedWords && table && submitted
        && availWords->word(1) == submitted->value.word(1)
        && quint16(usedWords->word(0) >> 16) == look->used;
    if (!current) {
        missing = {*avail, *used, *descriptors};
        return std::nullopt;
    }
    return Rings{*availWords, *usedWords, *table, facts.lastKnown(qemuMemory, *avail)->time};
}

// virtio 1.2, 5.2.6
static QString typeName(quint32 type)
{
    switch (type) {
    case 0:
        return QStringLiteral("read");
    case 1:
        return QStringLiteral("write");
    case 4:
        return QStringLiteral("flush");
    case 8:
        return QStringLiteral("get-id");
    case 10:
        return QStringLiteral("get-lifetime");
    case 11:
        return QStringLiteral("discard");
    case 13:
        return QStringLiteral("write-zeroes");
    case 14:
        return QStringLiteral("secure-erase");
    default:
        return QStringLiteral("type %1").arg(type);
    }
}

static PendingRequest decoded(quint16 head, const Chain &chain, const GuestWords &header)
{
    PendingRequest request;
    request.head = head;
    request.type = typeName(quint32(header.word(0)));
    request.sector = header.word(1);
    // The first part is the header, the last one byte of status.
    for (qsizetype i = 1; i + 1 < chain.parts.size(); ++i)
        request.bytes += chain.parts.at(i).length;
    if (chain.parts.size() > 2)
        request.page = chain.parts.at(1).address;
    return request;
}

namespace {

struct Decoding
{
    QList<Subject> missing;
    QList<PendingRequest> requests;
};

} // namespace

static Decoding decode(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    Decoding result;
    const auto ring = ringOf(plan, device, queue, facts);
    if (!ring || ring->packed || ring->size > largestRing)
        return result;
    const auto rings = ringsOf(plan, device, queue, *ring, facts, result.missing);
    if (!rings)
        return result;
    QList<quint16> heads = pendingHeads(*ring, rings->avail, rings->used);
    heads.resize(std::min(heads.size(), decodedAtMost));
    for (qsizetype slot = 0; slot < heads.size(); ++slot) {
        const quint16 head = heads.at(slot);
        const Chain chain = chainOf(plan, device, queue, *ring, head, slot, *rings, facts);
        result.requests.append(PendingRequest{head, {}, 0, 0, 0});
        if (chain.missing) {
            result.missing.append(*chain.missing);
            continue;
        }
        // Only virtio-blk begins with a header of 16 bytes that all drivers write alike.
        if (!device.name.endsWith("-blk") || chain.parts.isEmpty()
            || chain.parts.first().length < 16 || !plan.ram.holds(chain.parts.first().address, 16))
            continue;
        const Subject header
            = memoryOf(plan, device, queue, "header", head, chain.parts.first().address, 2);
        if (const auto words = wordsAt(header, facts))
            result.requests.last() = decoded(head, chain, *words);
        else
            result.missing.append(header);
    }
    return result;
}

QList<Planned> planPending(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    QList<Planned> out;
    for (const Subject &subject : decode(plan, device, queue, facts).missing)
        out.append({&qemuMemory, subject});
    return out;
}

QList<PendingRequest> pendingRequests(
    const DomainPlan &plan, const VirtioPlan &device, int queue, const FactStore &facts)
{
    return decode(plan, device, queue, facts).requests;
}

} // namespace plumbline
