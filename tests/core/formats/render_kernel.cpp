// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renderings.h"

#include "formats/diskstats.h"
#include "formats/iostat.h"
#include "formats/mountinfo.h"
#include "formats/mountstats.h"
#include "formats/proc_stat.h"
#include "formats/proc_status.h"
#include "formats/socket_table.h"

namespace plumbline::tests {

static QByteArray mountinfo(QByteArrayView text)
{
    return rendering(readMountinfo(text), [](Listing &out, const MountTable &table) {
        out.list("mount", table.mounts, [](Listing &mount, const Mount &m) {
            mount.field("id", m.id).field("parent", m.parent);
            mount.field("major", m.major).field("minor", m.minor);
            mount.field("root", m.root).field("mount point", m.mountPoint);
            mount.field("type", m.fsType).field("source", m.source);
            mount.field("options", m.options).field("super options", m.superOptions);
            mount.field("line", m.line);
        });
    });
}

static void showTransport(Listing &out, const NfsTransport &t)
{
    out.field("protocol", t.protocol).field("port", t.port).field("binds", t.binds);
    out.field("connects", t.connects).field("connect time", t.connectTime);
    out.field("idle", t.idleSeconds).field("sends", t.sends).field("receives", t.receives);
    out.field("in flight", t.inFlight()).field("bad xids", t.badXids);
    out.field("request queue", t.requestQueueTime).field("backlog", t.backlogQueueTime);
    out.field("max slots", t.maxSlots).field("sending", t.sendingQueueTime);
    out.field("pending", t.pendingQueueTime).field("line", t.line);
}

static QByteArray mountstats(QByteArrayView text)
{
    return rendering(readMountstats(text), [](Listing &out, const MountStatsTable &table) {
        out.list("nfs mount", table.mounts, [](Listing &mount, const NfsMountStats &m) {
            mount.field("device", m.device).field("mount point", m.mountPoint);
            mount.field("type", m.fsType).field("statvers", m.statVersion);
            mount.field("options", m.options).field("hard", m.isHard());
            mount.field("age", m.ageSeconds).field("line", m.line);
            mount.field("options line", m.optionsLine);
            mount.list("transport", m.transports, showTransport);
            QList<NfsOperation> used; // two thirds of the operations never happened
            for (const NfsOperation &operation : m.operations) {
                if (operation.transmissions > 0)
                    used.append(operation);
            }
            mount.field("operations", m.operations.size());
            mount.list("operation", used, [](Listing &row, const NfsOperation &o) {
                row.field("name", o.name).field("operations", o.operations);
                row.field("transmissions", o.transmissions);
                row.field("major timeouts", o.majorTimeouts).field("sent", o.bytesSent);
                row.field("received", o.bytesReceived).field("queue ms", o.queueMs);
                row.field("rtt ms", o.roundTripMs).field("execute ms", o.executeMs);
                row.field("errors", o.errors).field("line", o.line);
            });
        });
    });
}

static QByteArray diskstats(QByteArrayView text)
{
    return rendering(readDiskstats(text), [](Listing &out, const DiskTable &table) {
        out.list("disk", table.disks, [](Listing &disk, const DiskCounters &d) {
            disk.field("name", d.name).field("major", d.major).field("minor", d.minor);
            disk.field("reads", d.reads).field("merges", d.readMerges);
            disk.field("sectors", d.readSectors).field("ms", d.readMs);
            disk.field("writes", d.writes).field("merges", d.writeMerges);
            disk.field("sectors", d.writeSectors).field("ms", d.writeMs);
            disk.field("in flight", d.inFlight).field("io ms", d.ioMs);
            disk.field("weighted ms", d.weightedMs).field("discards", d.discards);
            disk.field("discard sectors", d.discardSectors).field("flushes", d.flushes);
            disk.field("completed", d.completed()).field("line", d.line);
        });
    });
}

static QByteArray iostat(QByteArrayView text)
{
    return rendering(readIostat(text), [](Listing &out, const IostatReport &report) {
        out.field("time", report.time).field("number", report.number);
        out.field("may span the uptime", report.maySpanUptime()).field("line", report.line);
        out.list("device", report.devices, [](Listing &device, const IostatDevice &d) {
            device.field("name", d.name).field("transfers", d.transfers);
            device.field("reads", d.reads).field("writes", d.writes);
            device.field("discards", d.discards).field("flushes", d.flushes);
            device.field("read kB", d.readKb).field("written kB", d.writtenKb);
            device.field("queue", d.queue).field("await", d.awaitMs);
            device.field("read await", d.readAwaitMs).field("write await", d.writeAwaitMs);
            device.field("flush await", d.flushAwaitMs).field("util", d.utilPercent);
            device.field("line", d.line);
        });
    });
}

static QByteArray procStat(QByteArrayView text)
{
    return rendering(readProcStat(text), [](Listing &out, const ProcessStat &p) {
        out.field("pid", p.pid).field("start", p.startTicks);
    });
}

static QByteArray procStatus(QByteArrayView text)
{
    return rendering(readProcStatus(text), [](Listing &out, const ProcessStatus &p) {
        out.field("name", p.name).field("state", p.state).field("state text", p.stateText);
        out.field("pid", p.pid).field("parent", p.parentPid).field("tracer", p.tracerPid);
        out.field("uid", p.uid).field("effective", p.effectiveUid).field("threads", p.threads);
        out.field("resident KiB", p.residentKib).field("state line", p.stateLine);
        out.field("tracer line", p.tracerLine);
    });
}

static QByteArray socketTable(QByteArrayView text)
{
    return rendering(readSocketTable(text), [](Listing &out, const SocketTable &table) {
        out.list("socket", table.sockets, [&table](Listing &socket, const Socket &s) {
            socket.field("netid", s.netid).field("state", s.state);
            socket.field("recv-q", s.recvQ).field("send-q", s.sendQ);
            socket.field("local", s.local).field("local port", s.localPort);
            socket.field("peer", s.peer).field("peer port", s.peerPort);
            for (const SocketUser &user : s.users)
                socket.field("user",
                    user.comm + ' ' + QByteArray::number(user.pid) + ' '
                        + QByteArray::number(user.fd));
            socket.field("timer", s.timer);
            if (!s.timer.isEmpty())
                socket.field("timer retries", s.timerRetries);
            socket.field("unacked", s.unacked).field("last send", s.lastSendMs);
            socket.field("last receive", s.lastReceiveMs).field("bytes sent", s.bytesSent);
            socket.field("bytes acked", s.bytesAcked).field("bytes received", s.bytesReceived);
            socket.field("inode", s.inode);
            if (const Socket *peer = table.peerOf(s))
                socket.field("peer's line", peer->line);
            socket.field("line", s.line);
        });
        if (table.unreadable > 0)
            out.field("unreadable lines", table.unreadable);
    });
}

std::vector<Format> kernelFormats()
{
    return {{"mountinfo", mountinfo}, {"mountstats", mountstats}, {"diskstats", diskstats},
        {"iostat", iostat}, {"proc_stat", procStat}, {"proc_status", procStatus},
        {"socket_table", socketTable}};
}

} // namespace plumbline::tests
