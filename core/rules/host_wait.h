// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "path/block_layers.h"
#include "rules/rule.h"

namespace plumbline {

/// Does something above the host's devices wait for requests that do not come back? Without an
/// answer no device is blamed: counters of idle devices drift, and a failed transport that nobody
/// needs stalls nobody.
struct HostWait
{
    enum Answer { No, Yes, NotKnown };
    Answer answer = NotKnown;
    /// At least since then, if yes.
    std::optional<WallTime> since;
    EvidenceList evidence;
};
HostWait hostWait(const DiskContext &context);

/// What went through one device between two looks.
struct DeviceMotion
{
    /// At the second look, as far as any counter shows: a request that the driver has not got yet
    /// is missing in sysfs, one of a bio-based device may be missing in both.
    qint64 inFlight = 0;
    qint64 completed = 0;
    bool heldBefore = false; ///< in flight at the first look too
    /// The driver's own tags are in use at both looks: a count that cannot drift.
    bool heldByDriver = false;
    double seconds = 0;
    EvidenceList evidence;

    bool isStuck() const;
};
Known<DeviceMotion> deviceMotion(const DiskContext &context, const QByteArray &device);

/// For a layer whose state holds requests up (suspended, blocked, no session): stalled if the disk
/// waits, unknown with the same reason if it does not or if nobody can see whether it does.
/// `devices` are those that are held up: their own counters may tell as well, and while another leg
/// of each takes its requests nothing is stalled here. Empty where no device is known.
Verdict holdsUp(const DiskContext &context, const QList<QByteArray> &devices, const Phrase &what,
    const EvidenceList &evidence);

/// The same file of a device or transport at two looks that are far enough apart.
template <typename Owner> struct SeenTwice
{
    const Owner &before;
    const Owner &now;
    EvidenceList cite(const Twice<BlockStack> &looks, const QByteArray &file) const
    {
        return {plumbline::cite(looks.first, before.line(file)),
            plumbline::cite(looks.last, now.line(file))};
    }
};

} // namespace plumbline
