// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layer.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

#include <QList>

namespace plumbline {

/// The ordered layers of one disk, from the guest down, with identity, name and details, still
/// without verdicts. Which layers there are depends on what serves the disk: a file on NFS has a
/// mount, a fabric and a server; an NBD disk has a socket and a server but no mount.
QList<Layer> layOut(const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// The layers of a disk that nothing is known of, for a host that never answered.
QList<Layer> layOutUnknown(const Phrase &reason);

} // namespace plumbline
