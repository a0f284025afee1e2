// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renderings.h"

#include "formats/host_identity.h"
#include "formats/kernel_stacks.h"
#include "formats/path_chain.h"
#include "formats/port_answer.h"
#include "formats/process_list.h"
#include "formats/qemu_command_line.h"
#include "formats/task_table.h"

namespace plumbline::tests {

static QByteArray taskTable(QByteArrayView text)
{
    return rendering(readTaskTable(text), [](Listing &out, const TaskTable &table) {
        out.list("thread", table.threads, [](Listing &thread, const ThreadState &t) {
            thread.field("tid", t.tid).field("comm", t.comm).field("state", t.state);
            thread.field("wchan", t.wchan).field("syscall", t.syscall);
            thread.field("line", t.line);
        });
    });
}

static QByteArray processList(QByteArrayView text)
{
    return rendering(readProcessList(text), [](Listing &out, const ProcessList &list) {
        out.list("process", list.processes, [](Listing &process, const ListedProcess &p) {
            process.field("pid", p.pid).field("uid", p.uid).field("state", p.state);
            process.field("start", p.startTicks).field("cwd", p.folder).field("line", p.line);
            for (const QByteArray &argument : p.arguments)
                process.heading("argument").field(" ", argument);
        });
    });
}

static QByteArray hostIdentity(QByteArrayView text)
{
    return rendering(readHostIdentity(text), [](Listing &out, const HostIdentity &h) {
        out.field("kernel", h.kernel).field("hostname", h.hostname).field("uid", h.uid);
        out.field("user", h.user).field("boot id", h.bootId);
        out.field("ticks", h.ticksPerSecond).field("arch", h.arch);
    });
}

static void showNode(Listing &out, const BlockNode &n)
{
    out.field("name", n.nodeName).field("driver", n.driver).field("filename", n.filename);
    out.field("file", n.file).field("backing", n.backing);
    out.field("nbd unix", n.nbd.unixPath).field("nbd host", n.nbd.host);
    out.field("nbd port", n.nbd.port).field("nbd export", n.nbd.exportName);
    out.field("direct", n.cacheDirect).field("read only", n.readOnly).field("aio", n.aio);
    out.field("throttle group", n.throttleGroup);
}

static void showCommandLine(Listing &out, const QemuCommandLine &q)
{
    out.field("binary", q.binary).field("name", q.name).field("uuid", q.uuid);
    out.field("cpus", q.cpus).field("pid file", q.pidFile).field("qmp", q.qmpSockets);
    out.field("monitor by fd", q.monitorByFd).field("under libvirt", q.underLibvirt);
    out.field("agent", q.agentSocket).field("serial log", q.serialLog);
    out.field("iothreads", q.iothreads);
    out.list("controller", q.controllers, [](Listing &row, const QemuController &c) {
        row.field("driver", c.driver).field("id", c.id).field("iothread", c.iothread);
        row.field("queues", c.queues);
    });
    out.list("disk", q.disks, [&q](Listing &row, const QemuDiskDevice &d) {
        row.field("driver", d.driver).field("id", d.id).field("drive", d.drive);
        row.field("serial", d.serial).field("iothreads", d.iothreads).field("bus", d.bus);
        row.field("controller", d.controller).field("queues", d.queues);
        row.field("vhost-user", d.vhostUser).field("vhost socket", d.vhostSocket);
        QByteArray chain;
        for (const BlockNode &node : q.graph.chain(q.topNode(d)))
            chain += ' ' + node.nodeName + '(' + node.driver + ')';
        row.field("chain", chain.trimmed());
    });
    out.list("drive", q.drives, [](Listing &row, const QemuDrive &d) {
        row.field("id", d.id).field("interface", d.interface).field("node", d.node);
        row.field("throttling", d.throttling);
    });
    out.list("network", q.networks, [](Listing &row, const QemuNetwork &n) {
        row.field("type", n.type).field("id", n.id).field("interface", n.interface);
        row.field("vhost", n.vhost);
    });
    out.list("node", q.graph.nodes, showNode);
    if (q.unreadable > 0)
        out.field("unreadable options", q.unreadable);
}

/// The fixture holds one argument per line, as in the process list.
static QByteArray commandLine(QByteArrayView text)
{
    QList<QByteArray> arguments = text.toByteArray().split('\n');
    if (arguments.last().isEmpty())
        arguments.removeLast();
    for (QByteArray &argument : arguments)
        argument.replace('\1', '\n');
    return rendering(readQemuCommandLine(arguments), showCommandLine);
}

static QByteArray kernelStacks(QByteArrayView text)
{
    return rendering(readKernelStacks(text), [](Listing &out, const KernelStacks &stacks) {
        out.list("thread", stacks.threads, [](Listing &row, const KernelStack &thread) {
            row.field("tid", thread.tid).field("state", thread.state).field("comm", thread.comm);
            row.field("functions", thread.functions);
            row.field("line", thread.line).field("last line", thread.lastLine);
        });
    });
}

static QByteArray portAnswer(QByteArrayView text)
{
    return rendering(readPortAnswer(text), [](Listing &out, const PortAnswer &answer) {
        static constexpr const char *kinds[]
            = {"answers", "refuses", "unreachable", "silent", "untried", "failed"};
        out.field("kind", kinds[answer.kind]).field("program", answer.program);
        out.field("words", answer.words);
    });
}

static void showWalk(Listing &out, const PathWalk &walk)
{
    static constexpr const char *endings[]
        = {"", "file", "remote", "missing", "closed", "loop", "odd", "blind"};
    out.list("link", walk.links, [](Listing &row, const PathLink &link) {
        row.field("path", link.path).field("target", link.target).field("line", link.line);
    });
    out.field("ending", endings[walk.ending]).field("path", walk.path);
    out.field("identity", walk.identity).field("device", walk.deviceNumber);
    out.field("kind", walk.kind);
    out.field("file system", walk.fsType).field("mount device", walk.mountDevice);
    out.field("mount root", walk.mountRoot).field("rest", walk.rest);
    out.field("resolved", walk.resolved()).field("line", walk.line);
}

static QByteArray pathChain(QByteArrayView text)
{
    return rendering(readPathChain(text), [](Listing &out, const PathChain &chain) {
        static constexpr const char *namespaces[] = {"same", "own", "closed"};
        out.field("namespace", namespaces[chain.ofQemu]).field("line", chain.namespaceLine);
        out.list("host", QList{chain.host}, showWalk).list("qemu", QList{chain.qemu}, showWalk);
    });
}

std::vector<Format> ownFormats()
{
    return {{"task_table", taskTable}, {"process_list", processList},
        {"host_identity", hostIdentity}, {"qemu_command_line", commandLine},
        {"path_chain", pathChain}, {"kernel_stacks", kernelStacks}, {"port_answer", portAnswer}};
}

} // namespace plumbline::tests
