// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/sample_diagnosis.h"

#include "views/scenes/sample_observations.h"
#include "views/scenes/sample_virtqueues.h"

namespace plumbline::sample {

static QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

WallTime now()
{
    return wallTimeFromIso(QStringLiteral("2026-11-21T02:18:19.000Z"));
}

static WallTime ago(double seconds)
{
    return now() - milliseconds(qint64(seconds * 1000));
}

static Layer layer(LayerKind kind, const char *name, Verdict verdict, double measured = 2)
{
    Layer out;
    out.kind = kind;
    out.name = text(name);
    out.identity = layerKindName(kind) + u':' + out.name;
    out.verdict = std::move(verdict);
    out.measured = ago(measured);
    return out;
}

static Layer counted(Layer out, qint64 inFlight, double completed, std::optional<double> bytes)
{
    out.inFlight = inFlight;
    out.completedPerSecond = completed;
    out.bytesPerSecond = bytes;
    return out;
}

static Verdict waiting(Phrase reason, const EvidenceList &evidence)
{
    return unknown(std::move(reason)).as(Modifier::Waiting).sinceTime(ago(252)).citing(evidence);
}

static DiskDiagnosis stalledDisk()
{
    DiskDiagnosis disk;
    disk.name = QStringLiteral("vda");
    disk.layers = {
        layer(LayerKind::GuestApplication, "postgres",
            unknown(PHRASE("sample", "not visible from outside: the guest agent is silent"))
                .citing({{agentPing, 0, 0}})),
        layer(LayerKind::GuestKernel, "ext4 on vda1",
            waiting(PHRASE("sample", "3 tasks blocked in the guest's log, the oldest for 251 s"),
                {{serialLog, 2, 4}})),
        counted(layer(LayerKind::Virtqueue, "virtio-disk0 queue 0",
                    waiting(PHRASE("sample",
                                "5 requests seen and not completed; the guest noticed all before"),
                        {{queueFirst, 4, 4}, {queueFirst, 14, 15}, {queueSecond, 14, 15}})),
            5, 0, std::nullopt),
        layer(LayerKind::Device, "virtio-blk-pci, iothread1",
            healthy(PHRASE("sample", "the I/O thread polls and waits for nothing itself"))
                .as(Modifier::Waiting)
                .citing({{threads, 6, 6}})),
        counted(layer(LayerKind::BlockNode, "libvirt-1-format (qcow2)",
                    waiting(PHRASE("sample", "5 requests inside, none completed between two looks"),
                        {{blockFirst, 5, 6}, {blockSecond, 5, 6}})),
            5, 0, 0),
        layer(LayerKind::HostProcess, "qemu-system-x86 18221",
            waiting(PHRASE("sample", "3 worker threads in D state in nfs_file_direct_write"),
                {{threads, 1, 3}})),
        counted(layer(LayerKind::HostMount, "nfs-2:/images on /var/lib/virt/images",
                    stalled(PHRASE("sample",
                                "7 requests sent to nfs-2 and none answered in 4 min 12 s; hard "
                                "mount: no error will ever be returned"))
                        .sinceTime(ago(252))
                        .citing({{mountFirst, 1, 2}, {mountFirst, 11, 11}, {mountSecond, 11, 11}})),
            7, 0, 0),
        layer(LayerKind::Backend, "nfs-2:2049",
            unknown(PHRASE("sample",
                        "port 2049 takes the connection and answers nothing; needs a look at "
                        "nfs-2 itself"))
                .citing({{socket, 2, 2}})),
    };
    disk.layers[6].details = {{PHRASE("sample", "protocol"), text("NFS 4.2 over tcp")},
        {PHRASE("sample", "options"), text("hard,timeo=50,retrans=2")}};
    disk.summary.verdict = State::Stalled;
    disk.summary.boundary = Boundary{LayerKind::HostProcess, LayerKind::HostMount};
    disk.summary.text = PHRASE("sample",
        "Requests of prod-worker-07/vda stop at the NFS mount nfs-2:/images: "
        "7 sent, 0 answered in 4 min 12 s.");
    disk.summary.since = ago(252);
    disk.summary.evidence = {{mountFirst, 11, 11}, {mountSecond, 11, 11}};
    disk.blastRadius = {text("db-12/vda"), text("build-3/vda"), text("build-3/vdb")};
    return disk;
}

static DiskDiagnosis healthyDisk(const char *name, const char *backend)
{
    DiskDiagnosis disk;
    disk.name = text(name);
    const QByteArray of = QByteArray(name);
    disk.layers = {
        layer(LayerKind::GuestApplication, "backup",
            unknown(PHRASE("sample", "not visible from outside: the guest agent is silent"))
                .citing({{agentPing, 0, 0}})),
        layer(LayerKind::GuestKernel, QByteArray("xfs on " + of).constData(),
            healthy(PHRASE("sample", "no blocked task of this disk in the log"))),
        counted(layer(LayerKind::Virtqueue, QByteArray("virtio-" + of + " queue 0").constData(),
                    healthy(PHRASE("sample", "all that was seen is completed and noticed"))),
            0, 184, std::nullopt),
        layer(LayerKind::Device, QByteArray("virtio-blk-pci " + of).constData(),
            healthy(PHRASE("sample", "its requests are answered"))),
        counted(layer(LayerKind::BlockNode, QByteArray("raw for " + of).constData(),
                    healthy(PHRASE("sample", "184 requests completed per second"))),
            1, 184, 4.2 * 1024 * 1024),
        counted(
            layer(LayerKind::Backend, backend, healthy(PHRASE("sample", "answers within 3 ms"))), 1,
            184, 4.2 * 1024 * 1024),
    };
    disk.summary.verdict = State::Healthy;
    disk.summary.text = PHRASE("sample",
        "Requests of prod-worker-07/%1 come back: 184 per second, the slowest after 3 ms.")
                            .arg(disk.name);
    return disk;
}

static QList<SideChannel> channels(bool agentAnswers)
{
    return {
        {SideChannel::GuestAgent,
            agentAnswers ? healthy(PHRASE("sample", "answered guest-ping in 4 ms"))
                         : unknown(PHRASE("sample", "no answer for 4 min; proves nothing about IO"))
                               .citing({{agentPing, 0, 0}})},
        {SideChannel::Monitor, healthy(PHRASE("sample", "answered query-status in 2 ms"))},
        {SideChannel::Libvirt, healthy(PHRASE("sample", "answers; says running"))},
        {SideChannel::SerialConsole,
            healthy(PHRASE("sample", "last line 02:14, hung_task")).citing({{serialLog, 2, 4}})}};
}

static Diagnosis domain(QList<DiskDiagnosis> disks)
{
    Diagnosis out;
    out.target = text("ssh://root@kvm-07/prod-worker-07");
    out.host = text("kvm-07");
    out.domainName = text("prod-worker-07");
    out.domainState = text("running");
    out.disks = std::move(disks);
    out.sideChannels = channels(false);
    out.observations = observations();
    out.taken = ago(2);
    out.rounds = 2;
    return out;
}

Diagnosis stalledMount()
{
    Diagnosis out = domain({stalledDisk()});
    out.findings = {unknown(PHRASE("sample",
                                "df on kvm-07 did not come back within 5 s and was left behind; it "
                                "is not started again"))
            .citing({{df, 0, 0}})};
    return out;
}

Diagnosis twoDisks()
{
    Diagnosis out = stalledMount();
    out.disks.append(healthyDisk("vdb", "nbd://10.9.9.3:10809/scratch"));
    DiskDiagnosis &second = out.disks.last();
    second.layers.insert(5, out.disks.first().layers.at(5)); // the threads are the same ones
    return out;
}

Diagnosis healthyDisks()
{
    DiskDiagnosis first = healthyDisk("vda", "nfs-2:2049");
    Layer mount = counted(layer(LayerKind::HostMount, "nfs-2:/images on /var/lib/virt/images",
                              healthy(PHRASE("sample", "every request answered, 4 ms on average"))
                                  .citing({{mountFirst, 11, 11}})),
        1, 184, 4.2 * 1024 * 1024);
    first.layers.insert(5, mount);
    DiskDiagnosis second = healthyDisk("vdb", "nbd://10.9.9.3:10809/scratch");
    for (DiskDiagnosis *disk : {&first, &second})
        disk->layers[0].verdict
            = healthy(PHRASE("sample", "the agent answers and no task waits for IO"));
    second.layers[2] = counted(second.layers[2], 0, 0, std::nullopt);
    second.layers[2].verdict = healthy(PHRASE("sample", "nothing was asked")).as(Modifier::Idle);
    Diagnosis out = domain({first, second});
    out.sideChannels = channels(true);
    return out;
}

Diagnosis lostInterrupt()
{
    Diagnosis out = healthyDisks();
    DiskDiagnosis &disk = out.disks.last();
    Layer driver = counted(
        layer(LayerKind::VirtioDriver, "virtio_blk",
            stalled(PHRASE("sample",
                        "queue 1: 5 completions lie in the ring and the driver did not notice in 5 "
                        "s: its interrupt was lost or is masked"))
                .citing({{blockFirst, 0, 0}, {blockSecond, 0, 0}})),
        5, 0, std::nullopt);
    disk.layers.insert(2, driver);
    disk.layers[1].verdict
        = unknown(PHRASE("sample", "5 requests of it are in flight")).as(Modifier::Waiting);
    disk.summary.verdict = State::Stalled;
    disk.summary.boundary = Boundary{LayerKind::GuestKernel, LayerKind::VirtioDriver};
    disk.summary.text = PHRASE("sample",
        "Requests of prod-worker-07/vdb stop at the virtio driver: 5 completions lie in the ring "
        "and the driver did not notice in 5 s.");
    disk.summary.evidence = driver.verdict.evidence;
    out.virtqueues = virtqueues(blockFirst, blockSecond);
    return out;
}

Diagnosis unknownDisks()
{
    DiskDiagnosis disk = stalledDisk();
    for (Layer &each : disk.layers) {
        each.inFlight.reset();
        each.completedPerSecond.reset();
        each.bytesPerSecond.reset();
        each.verdict
            = unknown(PHRASE("sample", "needs root on kvm-07, or membership in the group libvirt"))
                  .citing({{refused, 0, 0}});
    }
    disk.layers[1].verdict = unknown(
        PHRASE("sample", "nothing in the guest's log; press SysRq W to make the guest say more"));
    disk.layers[2].verdict = unknown(
        PHRASE("sample", "QEMU is older than 7.2: read the rings from the guest's memory instead"));
    disk.layers[7].verdict = unknown(PHRASE("sample", "one look only; look again in 5 s"));
    disk.summary = {};
    disk.summary.text = PHRASE("sample",
        "Whether requests of prod-worker-07/vda come back cannot be told: "
        "the user viewer may not read QEMU's counters on kvm-07.");
    disk.summary.evidence = {{refused, 0, 0}};
    disk.blastRadius.clear();
    Diagnosis out = domain({disk});
    out.sideChannels[1].verdict
        = unknown(PHRASE("sample", "read only access prevents it")).citing({{refused, 0, 0}});
    return out;
}

Diagnosis staleDisks()
{
    Diagnosis out = stalledMount();
    out.staleSince = ago(41);
    out.taken = ago(43);
    for (Layer &each : out.disks.first().layers)
        each.measured = ago(43);
    return out;
}

QList<HostEntry> hosts(State verdict, HostEntry::Link link)
{
    const auto entry = [](const char *name, State state, Modifier modifier = Modifier::None) {
        return DomainEntry{text(name), {}, text("running"), 1, state, modifier};
    };
    HostEntry first;
    first.name = text("kvm-07");
    first.target = text("ssh://root@kvm-07");
    first.link = link;
    first.lastAnswer = ago(link == HostEntry::Up ? 2 : 43);
    first.domains = {entry("prod-worker-07", verdict), entry("db-12", verdict),
        entry("prod-worker-09", State::Healthy), entry("build-3", State::Healthy, Modifier::Slow),
        entry("mail-2", State::Healthy, Modifier::Idle),
        DomainEntry{text("template-13"), {}, text("shut off"), 0, {}, {}}};
    HostEntry second;
    second.name = text("kvm-08");
    second.target = text("ssh://root@kvm-08");
    second.link = HostEntry::Down;
    second.problem = PHRASE(
        "sample", "kvm-08 does not answer since 41 s: connection timed out; next try in 8 s");
    second.lastAnswer = ago(41);
    second.domains = {entry("web-1", State::Healthy), entry("web-2", State::Healthy)};
    return {first, second};
}

} // namespace plumbline::sample
