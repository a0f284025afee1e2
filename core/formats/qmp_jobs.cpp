// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qmp_jobs.h"

#include "formats/qmp_read.h"

namespace plumbline {

Result<QList<IoThread>> readQueryIothreads(QByteArrayView reply)
{
    return readList<IoThread>(reply, [](JsonFields &fields, const JsonValue &item) {
        return IoThread{.id = fields.text("id"),
            .thread = fields.integer<qint64>("thread-id"),
            .line = item.line()};
    });
}

Result<QList<BlockJob>> readQueryBlockJobs(QByteArrayView reply)
{
    return readList<BlockJob>(reply, [](JsonFields &fields, const JsonValue &item) {
        BlockJob job;
        job.type = fields.text("type");
        job.id = fields.text("device");
        job.length = fields.integer<quint64>("len");
        job.offset = fields.integer<quint64>("offset");
        job.speed = fields.optionalInteger<quint64>("speed").value_or(0);
        job.busy = fields.boolean("busy");
        job.paused = fields.boolean("paused");
        job.ready = fields.optionalBoolean("ready");
        job.ioStatus = fields.text("io-status");
        job.status = fields.optionalText("status");
        job.error = fields.optionalText("error");
        job.line = item.line();
        job.offsetLine = fields.lines().value("offset");
        return job;
    });
}

Result<QList<Job>> readQueryJobs(QByteArrayView reply)
{
    return readList<Job>(reply, [](JsonFields &fields, const JsonValue &item) {
        return Job{.id = fields.text("id"),
            .type = fields.text("type"),
            .status = fields.text("status"),
            .progress = fields.integer<quint64>("current-progress"),
            .total = fields.integer<quint64>("total-progress"),
            .error = fields.optionalText("error"),
            .line = item.line()};
    });
}

bool Migration::isActive() const
{
    return !status.isEmpty() && status != "none" && status != "completed" && status != "failed"
        && status != "cancelled";
}

Result<Migration> readQueryMigrate(QByteArrayView reply)
{
    return readOne<Migration>(reply, [](JsonFields &fields, const JsonValue &value) {
        Migration migration;
        migration.status = fields.optionalText("status");
        migration.totalTimeMs = fields.optionalInteger<quint64>("total-time");
        migration.error = fields.optionalText("error-desc");
        migration.line = fields.lines().value("status");
        if (const JsonValue *ram = value.find("ram"); ram && ram->isObject()) {
            JsonFields counts(*ram);
            migration.remainingBytes = counts.optionalInteger<quint64>("remaining");
            migration.totalBytes = counts.optionalInteger<quint64>("total");
        }
        return migration;
    });
}

} // namespace plumbline
