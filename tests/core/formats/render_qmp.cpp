// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renderings.h"

#include "formats/guest_words.h"
#include "formats/qmp_jobs.h"
#include "formats/qmp_queries.h"
#include "formats/qmp_reply.h"

namespace plumbline::tests {

static QByteArray message(QByteArrayView text)
{
    return rendering(readQmpMessage(text), [](Listing &out, const QmpMessage &m) {
        static constexpr const char *kinds[] = {"greeting", "return", "error", "event"};
        out.field("kind", kinds[int(m.kind)]).field("id", m.id).field("event", m.event);
        out.field("class", m.error.errorClass).field("description", m.error.description);
        if (m.kind == QmpMessage::Kind::Error)
            out.field("description line", m.error.line);
        out.field("line", m.line);
    });
}

static QByteArray version(QByteArrayView text)
{
    return rendering(readQueryVersion(text), [](Listing &out, const QemuVersion &v) {
        out.field("major", v.major).field("minor", v.minor).field("micro", v.micro);
        out.field("line", v.line);
    });
}

static QByteArray status(QByteArrayView text)
{
    return rendering(readQueryStatus(text), [](Listing &out, const VmStatus &s) {
        out.field("status", s.status).field("running", s.running).field("line", s.line);
    });
}

static void showStats(Listing &out, const BlockStats &s)
{
    out.field("device", s.device).field("node", s.nodeName).field("qdev", s.qdev);
    out.field("reads", s.readOps).field("writes", s.writeOps).field("flushes", s.flushOps);
    out.field("unmaps", s.unmapOps).field("read bytes", s.readBytes);
    out.field("write bytes", s.writeBytes).field("failed", s.failed());
    out.field("read ns", s.readTotalNs).field("write ns", s.writeTotalNs);
    out.field("flush ns", s.flushTotalNs).field("idle ns", s.idleNs).field("line", s.line);
    out.field("wr_operations line", s.lines.value("wr_operations"));
    out.list("parent", s.parent, showStats).list("backing", s.backing, showStats);
}

static QByteArray blockstats(QByteArrayView text)
{
    return rendering(readQueryBlockstats(text),
        [](Listing &out, const QList<BlockStats> &all) { out.list("node", all, showStats); });
}

static QByteArray virtioStatus(QByteArrayView text)
{
    return rendering(readQueryVirtioStatus(text), [](Listing &out, const VirtioStatus &s) {
        out.field("name", s.name).field("queues", s.queues);
        out.field("vhost started", s.vhostStarted).field("broken", s.broken);
        out.field("disabled", s.disabled).field("started", s.started).field("isr", s.isr);
        out.field("driver", s.driverStatus).field("features", s.guestFeatures);
        out.field("driver ok", s.isDriverOk()).field("event idx", s.hasEventIdx());
        out.field("packed", s.isPacked()).field("lines", s.lines);
    });
}

static QByteArray queueStatus(QByteArrayView text)
{
    return rendering(readQueryVirtioQueueStatus(text), [](Listing &out, const VirtqueueStatus &q) {
        out.field("name", q.name).field("queue", q.queue).field("in use", q.inUse);
        out.field("size", q.size).field("default size", q.defaultSize).field("align", q.align);
        out.field("descriptors", q.descriptors).field("avail", q.avail).field("used", q.used);
        out.field("last avail", q.lastAvailIndex).field("shadow avail", q.shadowAvailIndex);
        out.field("used index", q.usedIndex).field("signalled", q.signalledUsed);
        out.field("signalled valid", q.signalledUsedValid).field("pending", q.pending());
        out.field("lines", q.lines);
    });
}

static QByteArray vhostQueue(QByteArrayView text)
{
    return rendering(readQueryVhostQueueStatus(text), [](Listing &out, const VhostQueueStatus &q) {
        out.field("name", q.name).field("size", q.size).field("descriptors", q.descriptors);
        out.field("avail", q.avail).field("used", q.used).field("lines", q.lines);
    });
}

static QByteArray guestWords(QByteArrayView text)
{
    return rendering(readGuestWords(text), [](Listing &out, const GuestWords &memory) {
        out.field("address", memory.address);
        for (const quint64 word : memory.words)
            out.field("word", word);
    });
}

static QByteArray iothreads(QByteArrayView text)
{
    return rendering(readQueryIothreads(text), [](Listing &out, const QList<IoThread> &all) {
        out.list("iothread", all, [](Listing &row, const IoThread &thread) {
            row.field("id", thread.id).field("thread", thread.thread).field("line", thread.line);
        });
    });
}

static QByteArray blockJobs(QByteArrayView text)
{
    return rendering(readQueryBlockJobs(text), [](Listing &out, const QList<BlockJob> &all) {
        out.list("job", all, [](Listing &row, const BlockJob &job) {
            row.field("id", job.id).field("type", job.type).field("status", job.status);
            row.field("length", job.length).field("offset", job.offset).field("speed", job.speed);
            row.field("busy", job.busy).field("paused", job.paused).field("ready", job.ready);
            row.field("io status", job.ioStatus).field("error", job.error);
            row.field("line", job.line).field("offset line", job.offsetLine);
        });
    });
}

static QByteArray jobs(QByteArrayView text)
{
    return rendering(readQueryJobs(text), [](Listing &out, const QList<Job> &all) {
        out.list("job", all, [](Listing &row, const Job &job) {
            row.field("id", job.id).field("type", job.type).field("status", job.status);
            row.field("progress", job.progress).field("total", job.total);
            row.field("error", job.error).field("line", job.line);
        });
    });
}

static QByteArray migration(QByteArrayView text)
{
    return rendering(readQueryMigrate(text), [](Listing &out, const Migration &m) {
        out.field("status", m.status).field("active", m.isActive()).field("error", m.error);
        out.field("ms", m.totalTimeMs).field("remaining", m.remainingBytes);
        out.field("total", m.totalBytes).field("line", m.line);
    });
}

std::vector<Format> qmpFormats()
{
    return {{"qmp_message", message}, {"query_version", version}, {"query_status", status},
        {"query_blockstats", blockstats}, {"query_virtio_status", virtioStatus},
        {"query_virtio_queue_status", queueStatus}, {"query_virtio_vhost_queue_status", vhostQueue},
        {"guest_words", guestWords}, {"query_iothreads", iothreads},
        {"query_block_jobs", blockJobs}, {"query_jobs", jobs}, {"query_migrate", migration}};
}

} // namespace plumbline::tests
