// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/mountinfo.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"
#include "probes/probe.h"

#include <QList>

namespace plumbline {

/// What to ask in the next refresh of a domain, given what is known. Stage by stage: the host's
/// kernel always; QEMU and libvirt what they answer from memory; the agent; experiments only where
/// the mount table says that they are needed and safe. `round` counts from 0.
QList<Planned> planRound(const DomainPlan &plan, const FactStore &facts, int round);

/// What to ask of a host to learn what runs there. Without a URI libvirt is left alone.
QList<Planned> planDiscovery(const QByteArray &virshUri);

/// The disk, whose file lies at this path, is a device of the host.
bool isDeviceFile(const DiskPlan &disk, const QByteArray &file);

/// A file system whose server may go silent: NFS, FUSE, Ceph, CIFS and the like.
bool isRemoteFileSystem(QByteArrayView fsType);

/// The path of the serial log that the domain writes on the host, if reading it cannot hang: it
/// lies on no remote file system. Empty where there is none, or where that is not known.
QByteArray readableSerialLog(const DomainPlan &plan, const FactStore &facts);

} // namespace plumbline
