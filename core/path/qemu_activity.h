// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/qmp_jobs.h"
#include "model/layer.h"
#include "path/domain_plan.h"
#include "probes/fact_store.h"

namespace plumbline {

/// A block job names itself; libvirt puts the disk into the name ("pull-vda-libvirt-2-format"), and
/// a bare QEMU's is the drive's unless somebody chose another. True also for a domain's only disk.
bool isJobOf(const BlockJob &job, const DomainPlan &plan, const DiskPlan &disk);

/// "mirror, 512 of 2048 MiB, paused, I/O status nospace"
Phrase jobPhrase(const BlockJob &job);

/// "active, 12 of 4096 MiB of memory left after 12 s"
Phrase migrationPhrase(const Migration &migration);

/// Jobs on the block-node layer.
void addJobDetails(
    Layer &layer, const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts);

/// Migration, on the device layer, from when one was begun.
void addMigrationDetail(Layer &layer, const DomainPlan &plan, const FactStore &facts);

} // namespace plumbline
