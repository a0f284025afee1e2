// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_cursor.h"
#include "rules/catalogue.h"
#include "rules/host_wait.h"

namespace plumbline {

// Documentation/admin-guide/md.rst: states in which an array takes requests and completes none.
// "write-pending" is a moment of its metadata's writer; as a lasting state that writer hangs.
static Phrase whyHeld(const QByteArray &state)
{
    if (state == "suspended")
        return PHRASE("rules", "the array is suspended: no request is sent to its members");
    if (state == "write-pending")
        return PHRASE("rules", "the array waits for its metadata to be marked (write-pending)");
    if (state == "inactive" || state == "clear")
        return PHRASE("rules", "the array does not run (%1)").arg(QString::fromUtf8(state));
    return {};
}

static Phrase whyFailing(const QByteArray &state)
{
    if (state == "broken")
        return PHRASE("rules", "the array has failed: requests to it fail");
    if (state == "readonly")
        return PHRASE("rules", "the array is read-only: writes to it fail");
    return {};
}

static QByteArray blockedMember(const BlockDevice &before, const BlockDevice &now)
{
    for (const auto &[file, state] : now.files.asKeyValueRange()) {
        if (file.startsWith("md/dev-") && state.contains("blocked")
            && before.value(file).contains("blocked"))
            return file;
    }
    return {};
}

// "6528 / 32768"
static Phrase progressOf(const BlockDevice &array)
{
    const QByteArray text = array.value("md/sync_completed");
    TextCursor cursor(text);
    const auto done = cursor.number<quint64>();
    cursor.skipBlanks();
    const bool slash = cursor.skip('/');
    const auto all = cursor.number<quint64>();
    if (!done || !slash || !all || *all == 0)
        return Phrase::verbatim(QString::fromUtf8(array.value("md/sync_action")));
    return PHRASE("rules", "%1, %2 % done")
        .arg(QString::fromUtf8(array.value("md/sync_action")))
        .arg(100.0 * double(*done) / double(*all), 0);
}

static bool isSyncing(const BlockDevice &array)
{
    const QByteArray action = array.value("md/sync_action");
    return !action.isEmpty() && action != "idle" && action != "frozen";
}

static std::optional<Verdict> syncs(
    const DiskContext &context, const Observed<BlockStack> &look, const BlockDevice &array)
{
    const auto motion = deviceMotion(context, array.name);
    if (!isSyncing(array) || !motion || motion->completed <= 0)
        return std::nullopt;
    return healthy(PHRASE("rules", "%1, while its members are kept busy (%2)")
                       .arg(completedPhrase(motion->completed, motion->seconds))
                       .arg(progressOf(array)))
        .citing(motion->evidence)
        .citing({cite(look, array.line("md/sync_action"))});
}

static std::optional<Verdict> array(const DiskContext &context, const Layer &layer)
{
    const auto looks = context.facts.twice(hostBlockStack, context.plan.subject());
    const BlockDevice *before = looks ? deviceOf(layer, looks->first.value) : nullptr;
    const BlockDevice *now = looks ? deviceOf(layer, looks->last.value) : nullptr;
    if (!before || !now || now->kind != BlockDevice::Md || looks->seconds() < stallSeconds)
        return std::nullopt;
    const QByteArray state = now->value("md/array_state");
    const SeenTwice<BlockDevice> seen{*before, *now};
    const EvidenceList evidence = seen.cite(*looks, "md/array_state");
    if (const Phrase held = whyHeld(state);
        !held.isEmpty() && state == before->value("md/array_state"))
        return holdsUp(context, {now->name}, held, evidence);
    if (const QByteArray member = blockedMember(*before, *now); !member.isEmpty()) {
        return holdsUp(context, {now->name},
            PHRASE("rules", "its member %1 is blocked until its failure is on record")
                .arg(QString::fromUtf8(member.sliced(7).left(member.sliced(7).indexOf('/')))),
            seen.cite(*looks, member));
    }
    if (const Phrase failing = whyFailing(state); !failing.isEmpty())
        return unknown(failing).citing(evidence);
    return syncs(context, looks->last, *now);
}

const Rule hostBlockMd{LayerKind::HostBlock, "host-block.md", "Does the RAID array run?", array};

} // namespace plumbline
