// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/round_plan.h"

#include "path/block_layers.h"
#include "path/file_path.h"
#include "path/layout.h"
#include "path/nbd_sockets.h"
#include "path/network_plan.h"
#include "path/nfs_server.h"
#include "path/queue_plan.h"
#include "probes/catalogue.h"

#include <algorithm>
#include <array>

namespace plumbline {

// An experiment is repeated this rarely: each costs a dead mount one more request.
static constexpr int roundsBetweenExperiments = 12;
// Each is a process of its own on the host, which walks a path: those of a guest with many disks
// would take the time of everything else.
static constexpr int pathsAtOnce = 4;
// What hardly ever changes: once in some minutes is often enough.
static constexpr int roundsBetweenDetails = 24;

bool isRemoteFileSystem(QByteArrayView fsType)
{
    static constexpr std::array<QByteArrayView, 9> remote{
        "nfs", "nfs4", "cifs", "smb3", "ceph", "9p", "virtiofs", "glusterfs", "ocfs2"};
    return fsType.startsWith("fuse")
        || std::find(remote.begin(), remote.end(), fsType) != remote.end();
}

bool isDeviceFile(const DiskPlan &disk, const QByteArray &file)
{
    return disk.protocol()
        && (disk.protocol()->driver == "host_device" || file.startsWith("/dev/"));
}

QList<Planned> planDiscovery(const QByteArray &virshUri)
{
    Subject subject;
    subject.virshUri = virshUri;
    QList<Planned> out{{&hostIdentity, subject}, {&qemuProcesses, subject}};
    if (!virshUri.isEmpty()) {
        out.append({&libvirtDomains, subject});
        out.append({&libvirtStates, subject});
    }
    return out;
}

template <typename T> static bool isUnasked(const Known<T> &fact)
{
    return !fact && fact.error().observation == 0;
}

static void planMonitor(
    QList<Planned> &out, const DomainPlan &plan, const FactStore &facts, int round)
{
    const Subject domain = plan.subject();
    out.append({&qemuStatus, domain});
    out.append({&qemuBlockstats, domain});
    out.append({&qemuBlockJobs, domain});
    out.append({&qemuJobs, domain});
    out.append({&qemuMigration, domain});
    // IOThreads come and go with a reconfiguration only.
    const bool hasIothreads = std::any_of(plan.disks.begin(), plan.disks.end(),
        [](const DiskPlan &disk) { return !disk.iothreads.isEmpty(); });
    const auto iothreads = facts.last(qemuIothreads, domain);
    if (hasIothreads && !facts.lastKnown(qemuIothreads, domain)
        && (round % roundsBetweenExperiments == 1 || isUnasked(iothreads)))
        out.append({&qemuIothreads, domain});
    out += planQueues(plan, facts, round);
}

// Where threads wait in the kernel is of interest once one cannot be woken.
static void planStacks(QList<Planned> &out, const DomainPlan &plan, const FactStore &facts)
{
    const auto table = facts.last(processThreads, plan.subject());
    if (table
        && std::any_of(table->value.threads.begin(), table->value.threads.end(),
            [](const ThreadState &thread) { return thread.state == 'D'; }))
        out.append({&processStacks, plan.subject()});
}

static void planHost(QList<Planned> &out, const DomainPlan &plan)
{
    const Subject domain = plan.subject();
    out.append({&processStatus, domain});
    out.append({&processStart, domain});
    out.append({&processThreads, domain});
    out.append({&processMounts, domain});
    out.append({&processNfsStats, domain});
    out.append({&hostDisks, domain});
    out.append({&hostBlockStack, domain});
    bool unixSockets = false;
    bool tcpSockets = false;
    for (const DiskPlan &disk : plan.disks) {
        if (!disk.isNbd())
            continue;
        (disk.protocol()->nbd.unixPath.isEmpty() ? tcpSockets : unixSockets) = true;
    }
    if (unixSockets)
        out.append({&hostUnixSockets, domain});
    if (tcpSockets)
        out.append({&hostTcpSockets, domain});
    if (std::any_of(plan.disks.begin(), plan.disks.end(),
            [](const DiskPlan &disk) { return disk.isRbd(); }))
        out.append({&librbdRequests, domain});
    if (hasHostNetwork(plan))
        out.append({&hostNetwork, networkSubject(plan)});
}

// Processes on this host that serve the domain's NBD disks, once the socket table has shown them.
static void planPeers(QList<Planned> &out, const DomainPlan &plan, const FactStore &facts)
{
    QList<qint64> seen;
    for (const DiskPlan &disk : plan.disks) {
        if (!disk.isNbd())
            continue;
        const qint64 pid = nbdPeerPid(disk, plan, facts);
        if (pid > 0 && !seen.contains(pid)) {
            seen.append(pid);
            Subject peer;
            peer.pid = pid;
            out.append({&processStatus, peer});
        }
    }
}

// What only a helper can tell of a device.
static void planHelper(
    QList<Planned> &out, const DomainPlan &plan, const BlockDevice &device, const BlockStack &stack)
{
    if (device.isMultipath())
        out.append({&hostMultipath, plan.pathSubject(numberText(device))});
    if (device.kind == BlockDevice::Drbd
        && std::none_of(
            out.begin(), out.end(), [](const Planned &item) { return item.probe == &drbdStatus; }))
        out.append({&drbdStatus, plan.subject()});
    if (const BlockTransport *image = imageOf(device, stack))
        out.append({&cephRequests, plan.pathSubject(cephClientOf(*image))});
}

static void planDevices(QList<Planned> &out, const DomainPlan &plan, const FactStore &facts)
{
    const auto stack = facts.lastKnown(hostBlockStack, plan.subject());
    QList<QByteArray> seen;
    for (const DiskPlan &disk : plan.disks) {
        // Links stay what they are while a domain runs: one answer is enough.
        const QByteArray file = filePathOf(plan, disk, facts);
        const Subject node = plan.pathSubject(file);
        if (isDeviceFile(disk, file) && file.startsWith("/dev/")
            && !facts.lastKnown(deviceNode, node))
            out.append({&deviceNode, node});
        if (!stack)
            continue;
        for (const Layer &layer : layOut(plan, disk, facts)) {
            const BlockDevice *device = deviceOf(layer, stack->value);
            if (!device || seen.contains(device->name))
                continue;
            seen.append(device->name);
            planHelper(out, plan, *device, stack->value);
        }
    }
}

// Links seldom change while a domain runs, but what the host shows may be mounted or gone since.
static void planPaths(
    QList<Planned> &out, const DomainPlan &plan, const FactStore &facts, int round)
{
    QList<QByteArray> seen;
    int planned = 0;
    for (const DiskPlan &disk : plan.disks) {
        const QByteArray file = disk.filename();
        // Of an open descriptor QEMU was given instead of a name.
        if (!file.startsWith('/') || file.startsWith("/dev/fdset/") || seen.contains(file))
            continue;
        const int turn = 1 + int(seen.size()) / pathsAtOnce;
        seen.append(file);
        const Subject subject = plan.pathSubject(file);
        const bool due = round % roundsBetweenExperiments == turn % roundsBetweenExperiments;
        if ((due || isUnasked(facts.last(filePathChain, subject))) && planned < pathsAtOnce) {
            out.append({&filePathChain, subject});
            ++planned;
        }
    }
}

// Beside the question to the mount itself: is it the server, or the way to it?
static void planPort(QList<Planned> &out, const DomainPlan &plan, const Mount &mount)
{
    const auto server = nfsServerOf(mount);
    if (!server)
        return;
    const Subject subject = plan.pathSubject(server->endpoint());
    if (std::none_of(out.begin(), out.end(), [&subject](const Planned &item) {
            return item.probe == &portAnswers && item.subject == subject;
        }))
        out.append({&portAnswers, subject});
}

// Asked again at once, so that the end is seen: an old silence must not accuse the network.
static bool wasShut(const DomainPlan &plan, const FactStore &facts, const Mount &mount)
{
    const auto server = nfsServerOf(mount);
    if (!server)
        return false;
    const auto answer = facts.last(portAnswers, plan.pathSubject(server->endpoint()));
    return answer
        && (answer->value.kind == PortAnswer::Silent || answer->value.kind == PortAnswer::Refuses
            || answer->value.kind == PortAnswer::Unreachable);
}

static void planExperiments(
    QList<Planned> &out, const DomainPlan &plan, const FactStore &facts, int round)
{
    const auto mounts = facts.lastKnown(processMounts, plan.subject());
    if (!mounts)
        return;
    const bool due = round % roundsBetweenExperiments == 1;
    planPaths(out, plan, facts, round);
    QList<QByteArray> seen;
    for (const DiskPlan &disk : plan.disks) {
        const QByteArray file = filePathOf(plan, disk, facts);
        const Mount *mount = file.startsWith('/') ? mountOf(mounts->value, file) : nullptr;
        if (!mount || !isRemoteFileSystem(mount->fsType) || seen.contains(mount->mountPoint))
            continue;
        // One that hung is asked again at once, so that its end is seen: while a helper of ours
        // still hangs there, none is started.
        const auto last = facts.last(mountAnswers, plan.pathSubject(mount->mountPoint));
        const bool hung = !last && last.error().silence.kind == Silence::TimedOut;
        if (wasShut(plan, facts, *mount))
            planPort(out, plan, *mount);
        if (!due && !hung)
            continue;
        seen.append(mount->mountPoint);
        out.append({&mountAnswers, plan.pathSubject(mount->mountPoint)});
        planPort(out, plan, *mount);
    }
    if (const QByteArray log = readableSerialLog(plan, facts); !log.isEmpty())
        out.append({&consoleTail, plan.pathSubject(log)});
}

QByteArray readableSerialLog(const DomainPlan &plan, const FactStore &facts)
{
    const auto mounts = facts.lastKnown(processMounts, plan.subject());
    if (!mounts || !plan.serialLog.startsWith('/'))
        return {};
    const Mount *mount = mountOf(mounts->value, plan.serialLog);
    return mount && !isRemoteFileSystem(mount->fsType) ? plan.serialLog : QByteArray();
}

// The agent serves one command at a time: what does not answer a ping is asked nothing more.
static void planAgent(
    QList<Planned> &out, const DomainPlan &plan, const FactStore &facts, int round)
{
    const Subject domain = plan.subject();
    out.append({&guestAgentPing, domain});
    const auto ping = facts.last(guestAgentPing, domain);
    if (!ping || !ping->value)
        return;
    out.append({&guestAgentFreeze, domain});
    // While it has frozen the file systems it refuses the one, and of itself it tells what will not
    // last.
    const auto frozen = facts.last(guestAgentFreeze, domain);
    if (frozen && frozen->value)
        return;
    const auto info = facts.last(guestAgentInfo, domain);
    const bool wasAsked = info || info.error().observation != 0;
    const auto freezes = facts.twice(guestAgentFreeze, domain);
    const bool thawed = freezes && freezes->first.value;
    if (wasAsked && !thawed && round % roundsBetweenDetails != 1)
        return;
    out.append({&guestAgentInfo, domain});
    out.append({&guestAgentUptime, domain});
    out.append({&guestAgentDisks, domain});
}

QList<Planned> planRound(const DomainPlan &plan, const FactStore &facts, int round)
{
    QList<Planned> out;
    planHost(out, plan);
    planStacks(out, plan, facts);
    planPeers(out, plan, facts);
    if (plan.hasMonitor())
        planMonitor(out, plan, facts, round);
    if (plan.isLibvirt()) {
        out.append({&libvirtDomainControl, plan.subject()});
        out.append({&libvirtDomainState, plan.subject()});
        out.append({&libvirtDomainXml, plan.subject()});
        out.append({&libvirtDomainJob, plan.subject()});
        planAgent(out, plan, facts, round);
    }
    planDevices(out, plan, facts);
    planExperiments(out, plan, facts, round);
    return out;
}

} // namespace plumbline
