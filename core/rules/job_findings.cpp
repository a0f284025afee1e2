// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/job_findings.h"

#include "base/duration_phrase.h"
#include "path/movement.h"
#include "path/qemu_activity.h"
#include "probes/catalogue.h"
#include "rules/rule.h"

#include <algorithm>

namespace plumbline {

static const BlockJob *find(const QList<BlockJob> &jobs, const BlockJob &like)
{
    const auto found = std::find_if(jobs.begin(), jobs.end(),
        [&like](const BlockJob &job) { return job.id == like.id && job.type == like.type; });
    return found == jobs.end() ? nullptr : &*found;
}

static Phrase nameOf(const BlockJob &job)
{
    return PHRASE("rules", "block job %1 (%2)").arg(QString::fromUtf8(job.id)).arg(jobPhrase(job));
}

// A mirror copies in pieces of up to 16 MiB: under a limit of 64 KiB/s (measured) it stood at its
// first one for minutes.
static bool limitExplains(const BlockJob &job, double seconds)
{
    static constexpr double largestPiece = 16 * 1024 * 1024;
    return job.speed > 0 && double(job.speed) * seconds < largestPiece;
}

// A job that is paused, or ready and with nothing to copy, stands still rightly.
static bool shouldMove(const BlockJob &job)
{
    return !job.paused && !job.ready && job.ioStatus == "ok" && job.offset < job.length
        && (job.status.isEmpty() || job.status == "running");
}

static QList<Verdict> findBlockJobs(const DomainPlan &plan, const FactStore &facts)
{
    QList<Verdict> findings;
    const auto jobs = facts.last(qemuBlockJobs, plan.subject());
    if (!jobs)
        return findings;
    const auto looks = facts.twice(qemuBlockJobs, plan.subject());
    for (const BlockJob &job : jobs->value) {
        if (job.ioStatus != "ok") {
            findings.append(unknown(PHRASE("rules", "%1 stopped at an I/O error").arg(nameOf(job)))
                    .citing({cite(*jobs, job.line)}));
            continue;
        }
        const BlockJob *before = looks ? find(looks->first.value, job) : nullptr;
        if (before && shouldMove(job) && shouldMove(*before) && before->offset == job.offset
            && looks->seconds() >= stallSeconds && !limitExplains(job, looks->seconds())) {
            findings.append(unknown(PHRASE("rules", "%1 made no progress in %2")
                                        .arg(nameOf(job))
                                        .arg(durationPhrase(looks->seconds())))
                    .citing({cite(looks->first, before->offsetLine),
                        cite(looks->last, job.offsetLine)}));
        }
    }
    return findings;
}

// Of jobs that are no block jobs nothing else tells; of all, why one failed that nobody dismissed.
static QList<Verdict> findOtherJobs(const DomainPlan &plan, const FactStore &facts)
{
    QList<Verdict> findings;
    const auto jobs = facts.last(qemuJobs, plan.subject());
    if (!jobs)
        return findings;
    for (const Job &job : jobs->value) {
        const Phrase name = PHRASE("rules", "QEMU's job %1 (%2)")
                                .arg(QString::fromUtf8(job.id))
                                .arg(QString::fromUtf8(job.type));
        const bool isOther
            = job.type == "create" || job.type == "amend" || job.type.startsWith("snapshot-");
        if (!job.error.isEmpty()) {
            findings.append(unknown(
                PHRASE("rules", "%1 failed: %2").arg(name).arg(QString::fromUtf8(job.error)))
                    .citing({cite(*jobs, job.line)}));
        } else if (isOther && job.status != "concluded" && job.status != "null") {
            findings.append(
                unknown(PHRASE("rules", "%1 is %2").arg(name).arg(QString::fromUtf8(job.status)))
                    .citing({cite(*jobs, job.line)}));
        }
    }
    return findings;
}

static QList<Verdict> findMigration(const DomainPlan &plan, const FactStore &facts)
{
    const auto migration = facts.last(qemuMigration, plan.subject());
    if (!migration)
        return {};
    const EvidenceList evidence{cite(*migration, migration->value.line)};
    if (migration->value.isActive()) {
        return {unknown(
            PHRASE("rules", "a migration is under way: %1").arg(migrationPhrase(migration->value)))
                .citing(evidence)};
    }
    if (migration->value.status == "failed") {
        return {unknown(PHRASE("rules", "the last migration did not succeed: %1")
                            .arg(migrationPhrase(migration->value)))
                .citing(evidence)};
    }
    return {};
}

QList<Verdict> findJobs(const DomainPlan &plan, const FactStore &facts)
{
    return findBlockJobs(plan, facts) + findOtherJobs(plan, facts) + findMigration(plan, facts);
}

} // namespace plumbline
