// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"
#include "rules/host_wait.h"
#include "rules/legs.h"

namespace plumbline {

// session_recovery_timedout in drivers/scsi/scsi_transport_iscsi.c: below 0 never, 0 at once.
static Phrase sessionFate(const BlockTransport &session)
{
    const auto seconds = session.number("recovery_tmo");
    if (!seconds)
        return PHRASE("rules", "recovery_tmo is not known");
    if (*seconds < 0)
        return PHRASE("rules", "recovery_tmo is negative: requests are queued for ever");
    if (*seconds == 0)
        return PHRASE("rules", "recovery_tmo is 0: requests fail at once");
    return PHRASE("rules", "requests are queued for %1 s (recovery_tmo), then they fail")
        .arg(*seconds);
}

template <typename Bad>
static std::optional<Verdict> transport(const DiskContext &context, const QByteArray &name,
    QMap<QByteArray, BlockTransport> BlockStack::*all, const QByteArray &file, const Bad &bad)
{
    const auto looks = context.facts.twice(hostBlockStack, context.plan.subject());
    if (name.isEmpty() || !looks || looks->seconds() < stallSeconds)
        return std::nullopt;
    const BlockTransport before = (looks->first.value.*all).value(name);
    const BlockTransport now = (looks->last.value.*all).value(name);
    const Phrase why = bad(now);
    if (why.isEmpty() || bad(before).isEmpty())
        return std::nullopt;
    const SeenTwice<BlockTransport> seen{before, now};
    return holdsUp(context, devicesOn(context, name), why, seen.cite(*looks, file));
}

static Phrase lostSession(const BlockTransport &session)
{
    const QByteArray state = session.value("state");
    if (state.isEmpty() || state == "LOGGED_IN")
        return {};
    return PHRASE("rules", "the iSCSI session is %1: %2")
        .arg(QString::fromUtf8(state))
        .arg(sessionFate(session));
}

static std::optional<Verdict> iscsi(const DiskContext &context, const Layer &layer)
{
    return transport(context, identityAfter(layer, "fabric:iscsi:"), &BlockStack::sessions, "state",
        lostSession);
}

const Rule fabricIscsi{LayerKind::Fabric, "fabric.iscsi", "Is the iSCSI session up?", iscsi};

// fc_port_state names (drivers/scsi/scsi_transport_fc.c).
static Phrase lostPort(const BlockTransport &port)
{
    const QByteArray state = port.value("port_state");
    if (state.isEmpty() || state == "Online" || state == "Marginal")
        return {};
    const auto fast = port.number("fast_io_fail_tmo");
    const auto loss = port.number("dev_loss_tmo");
    const Phrase fate = fast
        ? PHRASE("rules", "requests fail after %1 s (fast_io_fail_tmo)").arg(*fast)
        : loss ? PHRASE("rules", "requests wait for up to %1 s (dev_loss_tmo)").arg(*loss)
               : PHRASE("rules", "how long requests wait is not known");
    return PHRASE("rules", "the remote port is %1: %2").arg(QString::fromUtf8(state)).arg(fate);
}

static std::optional<Verdict> fibreChannel(const DiskContext &context, const Layer &layer)
{
    return transport(context, identityAfter(layer, "fabric:fc:"), &BlockStack::remotePorts,
        "port_state", lostPort);
}

const Rule fabricFc{
    LayerKind::Fabric, "fabric.fc", "Is the Fibre Channel port there?", fibreChannel};

// spa_state_to_name (OpenZFS, module/zfs/spa_misc.c).
static Phrase lostPool(const BlockTransport &pool)
{
    const QByteArray state = pool.value("state");
    if (state != "SUSPENDED")
        return {};
    return PHRASE("rules", "the ZFS pool is suspended: its requests wait for zpool clear");
}

static std::optional<Verdict> pool(const DiskContext &context, const Layer &layer)
{
    return transport(
        context, identityAfter(layer, "host-block:zpool:"), &BlockStack::pools, "state", lostPool);
}

const Rule hostBlockPool{
    LayerKind::HostBlock, "host-block.zfs-pool", "Does the ZFS pool take requests?", pool};

} // namespace plumbline
