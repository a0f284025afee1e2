// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/duration_phrase.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"

namespace plumbline {

// scsi_device_state_name (drivers/scsi/scsi_sysfs.c): a blocked device takes nothing until its
// transport is back or gives up. Measured: its requests are in none of its own counters then, only
// in /proc/diskstats.
static bool isBlocked(const QByteArray &state)
{
    return state == "blocked" || state == "created-blocked" || state == "quiesce";
}

static bool isOffline(const QByteArray &state)
{
    return state == "offline" || state == "transport-offline";
}

static Phrase fateOf(const BlockDevice &device)
{
    const auto timeout = device.number("device/timeout");
    if (!timeout)
        return PHRASE("rules", "error recovery has not ended it");
    return PHRASE("rules", "error recovery begins after %1").arg(durationPhrase(double(*timeout)));
}

// Given to the device and not answered, at both looks. The two counters are read one after the
// other and some drivers forget a completion, so that the device must hold requests as well.
static std::optional<Verdict> unanswered(const DiskContext &context, const Twice<BlockStack> &looks,
    const BlockDevice &before, const BlockDevice &now)
{
    const auto requests = now.number("device/iorequest_cnt");
    const auto done = now.number("device/iodone_cnt");
    const auto doneBefore = before.number("device/iodone_cnt");
    if (!requests || !done || !doneBefore || *requests <= *done || *done != *doneBefore
        || before.inFlight().value_or(0) == 0 || now.inFlight().value_or(0) == 0)
        return std::nullopt;
    const Phrase what = PHRASE_N("rules", "%n command(s) unanswered by the device for %1; %2")
                            .arg(durationPhrase(looks.seconds()))
                            .arg(fateOf(now))
                            .count(*requests - *done);
    const SeenTwice<BlockDevice> seen{before, now};
    return holdsUp(context, {now.name}, what,
        seen.cite(looks, "device/iodone_cnt")
            + EvidenceList{cite(looks.last, now.line("device/iorequest_cnt"))});
}

static std::optional<Verdict> state(const DiskContext &context, const Twice<BlockStack> &looks,
    const BlockDevice &before, const BlockDevice &now)
{
    const QByteArray word = now.value("device/state");
    const SeenTwice<BlockDevice> seen{before, now};
    const EvidenceList evidence = seen.cite(looks, "device/state");
    if (isBlocked(word) && isBlocked(before.value("device/state"))) {
        return holdsUp(context, {now.name},
            PHRASE(
                "rules", "the SCSI device is %1: it takes no request until its transport is back")
                .arg(QString::fromUtf8(word)),
            evidence);
    }
    if (isOffline(word)) {
        return unknown(PHRASE("rules", "the SCSI device is %1: requests to it fail at once")
                           .arg(QString::fromUtf8(word)))
            .citing(evidence);
    }
    return unanswered(context, looks, before, now);
}

static std::optional<Verdict> scsi(const DiskContext &context, const Layer &layer)
{
    const auto looks = context.facts.twice(hostBlockStack, context.plan.subject());
    const BlockDevice *before = looks ? deviceOf(layer, looks->first.value) : nullptr;
    const BlockDevice *now = looks ? deviceOf(layer, looks->last.value) : nullptr;
    if (!before || !now || now->kind != BlockDevice::Scsi || looks->seconds() < stallSeconds)
        return std::nullopt;
    return state(context, *looks, *before, *now);
}

const Rule hostBlockScsi{
    LayerKind::HostBlock, "host-block.scsi", "Does the SCSI device answer?", scsi};

} // namespace plumbline
