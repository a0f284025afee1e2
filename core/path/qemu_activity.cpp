// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/qemu_activity.h"

#include "base/duration_phrase.h"
#include "path/layer_parts.h"
#include "probes/catalogue.h"

namespace plumbline {

static qint64 mebibytes(quint64 bytes)
{
    return qint64(bytes / (1024 * 1024));
}

bool isJobOf(const BlockJob &job, const DomainPlan &plan, const DiskPlan &disk)
{
    return plan.disks.size() == 1 || job.id.split('-').contains(disk.target)
        || (!disk.driveId.isEmpty() && job.id == disk.driveId)
        || (!disk.topNode.isEmpty() && job.id.contains(disk.topNode));
}

Phrase jobPhrase(const BlockJob &job)
{
    Phrase text = PHRASE("path", "%1, %2 of %3 MiB")
                      .arg(asPhrase(job.type))
                      .arg(mebibytes(job.offset))
                      .arg(mebibytes(job.length));
    if (job.paused)
        text = PHRASE("path", "%1, paused").arg(text);
    else if (job.ready)
        text = PHRASE("path", "%1, ready: it waits to be completed").arg(text);
    else if (!job.status.isEmpty())
        text = PHRASE("path", "%1, %2").arg(text).arg(asPhrase(job.status));
    if (job.speed > 0)
        text = PHRASE("path", "%1, limited to %2 bytes a second").arg(text).arg(qint64(job.speed));
    if (job.ioStatus != "ok")
        text = PHRASE("path", "%1, I/O status %2").arg(text).arg(asPhrase(job.ioStatus));
    if (!job.error.isEmpty())
        text = PHRASE("path", "%1: %2").arg(text).arg(asPhrase(job.error));
    return text;
}

Phrase migrationPhrase(const Migration &migration)
{
    Phrase text = asPhrase(migration.status);
    if (migration.isActive() && migration.remainingBytes && migration.totalBytes) {
        text = PHRASE("path", "%1, %2 of %3 MiB of memory left")
                   .arg(text)
                   .arg(mebibytes(*migration.remainingBytes))
                   .arg(mebibytes(*migration.totalBytes));
    }
    if (migration.isActive() && migration.totalTimeMs) {
        text = PHRASE("path", "%1, for %2")
                   .arg(text)
                   .arg(durationPhrase(double(*migration.totalTimeMs) / 1000));
    }
    if (!migration.error.isEmpty())
        text = PHRASE("path", "%1: %2").arg(text).arg(asPhrase(migration.error));
    return text;
}

void addJobDetails(
    Layer &layer, const DomainPlan &plan, const DiskPlan &disk, const FactStore &facts)
{
    const auto jobs = facts.last(qemuBlockJobs, plan.subject());
    if (!jobs)
        return;
    for (const BlockJob &job : jobs->value) {
        if (isJobOf(job, plan, disk))
            layer.details.append(
                {PHRASE("path", "block job %1").arg(asPhrase(job.id)), jobPhrase(job)});
    }
}

void addMigrationDetail(Layer &layer, const DomainPlan &plan, const FactStore &facts)
{
    const auto migration = facts.last(qemuMigration, plan.subject());
    if (migration && !migration->value.status.isEmpty() && migration->value.status != "none")
        layer.details.append({PHRASE("path", "migration"), migrationPhrase(migration->value)});
}

} // namespace plumbline
