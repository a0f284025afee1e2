// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/sample_diagnosis.h"

#include "base/duration_phrase.h"
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

static Phrase lookSeconds()
{
    return durationPhrase(5);
}

static Phrase stallText()
{
    return PHRASE_N("rules", "%n request(s) sent, none answered in %1; %2")
        .arg(durationPhrase(252))
        .arg(PHRASE("rules", "hard mount: no error will ever be returned"))
        .count(7);
}

// What is said of a disk is said in the words of the rules: a picture promises nothing else.
static Phrase stopsAt(const char *disk, const Phrase &where, const Phrase &why)
{
    return PHRASE("rules", "Requests of %1 stop at %2: %3.").arg(text(disk)).arg(where).arg(why);
}

static Phrase completed(qint64 requests)
{
    return PHRASE_N("rules", "%n request(s) completed in %1").arg(lookSeconds()).count(requests);
}

static Layer application()
{
    return layer(LayerKind::GuestApplication, "",
        unknown(PHRASE("rules", "not visible from outside the guest")));
}

static const EvidenceList queueLooks{
    {queueFirst, 4, 4}, {queueFirst, 14, 15}, {queueSecond, 14, 15}};

static Layer nfsMount(Verdict verdict)
{
    Layer mount = layer(LayerKind::HostMount, "/var/lib/virt/images", std::move(verdict));
    const auto detail = [&mount](Phrase label, const char *value) {
        mount.details.append({std::move(label), Phrase::verbatim(text(value))});
    };
    detail(PHRASE("path", "file system"), "nfs4");
    detail(PHRASE("path", "source"), "nfs-2:/images");
    detail(PHRASE("path", "image"), "/var/lib/virt/images/prod-worker-07.qcow2");
    return mount;
}

static DiskDiagnosis stalledDisk()
{
    const EvidenceList answers{{mountFirst, 1, 2}, {mountFirst, 11, 11}, {mountSecond, 11, 11}};
    DiskDiagnosis disk;
    disk.name = QStringLiteral("vda");
    disk.layers = {
        application(),
        layer(LayerKind::GuestKernel, "vda",
            waiting(PHRASE_N("rules", "%n request(s) of it are in flight").count(5), queueLooks)),
        counted(
            layer(LayerKind::Virtqueue, "vda.0",
                waiting(PHRASE_N("rules", "%n request(s) seen by the device, none completed in %1")
                            .arg(lookSeconds())
                            .count(5),
                    queueLooks)),
            5, 0, std::nullopt),
        layer(LayerKind::Device, "virtio-disk0",
            waiting(PHRASE_N("rules", "%n request(s) went into QEMU, none came back in %1")
                        .arg(lookSeconds())
                        .count(5),
                queueLooks)),
        counted(layer(LayerKind::BlockNode, "libvirt-1-format",
                    waiting(PHRASE_N("rules", "%n request(s) in it, none completed in %1")
                                .arg(lookSeconds())
                                .count(5),
                        {{blockFirst, 5, 6}, {blockSecond, 5, 6}})),
            5, 0, 0),
        layer(LayerKind::HostProcess, "pid 18221",
            waiting(PHRASE_N("rules", "%n thread(s) of QEMU in uninterruptible sleep for %1 (%2)")
                        .arg(durationPhrase(252))
                        .arg(text("nfs_file_direct_write"))
                        .count(3),
                {{threads, 1, 3}})),
        counted(nfsMount(stalled(stallText()).sinceTime(ago(252)).citing(answers)), 7, 0, 0),
        layer(LayerKind::Backend, "NFS nfs-2:/images",
            unknown(PHRASE("rules", "cannot be told from this host")).citing(answers)),
    };
    disk.summary.verdict = State::Stalled;
    disk.summary.boundary = Boundary{LayerKind::HostProcess, LayerKind::HostMount};
    const Phrase mount = PHRASE("rules", "%1 (%2 %3)")
                             .arg(PHRASE("rules", "the %1 %2")
                                     .arg(layerKindPhrase(LayerKind::HostMount))
                                     .arg(disk.layers.at(6).name))
                             .arg(disk.layers.at(6).details.at(0).value)
                             .arg(disk.layers.at(6).details.at(1).value);
    disk.summary.text = stopsAt("prod-worker-07/vda", mount, stallText());
    disk.summary.since = ago(252);
    disk.summary.evidence = {{mountFirst, 11, 11}, {mountSecond, 11, 11}};
    DiskSummary also = disk.summary;
    also.verdict = State::Stalled;
    disk.blastRadius
        = {{text("db-12/vda"), also}, {text("build-3/vda"), also}, {text("build-3/vdb"), {}}};
    return disk;
}

static DiskDiagnosis healthyDisk(
    const char *name, const char *device, const char *node, const char *backend)
{
    const Phrase through = PHRASE("rules", "%1 on the way through it").arg(completed(920));
    const QByteArray queue = QByteArray(name) + ".0";
    DiskDiagnosis disk;
    disk.name = text(name);
    disk.layers = {
        application(),
        layer(LayerKind::GuestKernel, name,
            healthy(PHRASE("rules", "%1 submitted and %2 taken back in %3")
                        .arg(921)
                        .arg(920)
                        .arg(lookSeconds()))
                .citing(queueLooks)),
        counted(layer(LayerKind::Virtqueue, queue.constData(),
                    healthy(completed(920)).citing(queueLooks)),
            0, 184, std::nullopt),
        layer(LayerKind::Device, device, healthy(completed(920)).citing(queueLooks)),
        counted(layer(LayerKind::BlockNode, node,
                    healthy(completed(920)).citing({{blockFirst, 5, 6}, {blockSecond, 5, 6}})),
            1, 184, 4.2 * 1024 * 1024),
        counted(layer(LayerKind::Backend, backend, healthy(through)), 1, 184, 4.2 * 1024 * 1024),
    };
    disk.summary.verdict = State::Healthy;
    disk.summary.text = PHRASE("rules", "Requests of %1 complete: %2.")
                            .arg(text("prod-worker-07/") + disk.name)
                            .arg(completed(920));
    disk.summary.evidence = queueLooks;
    return disk;
}

static Verdict network(bool moves)
{
    const Phrase traffic = moves ? PHRASE("rules", "%1 from the guest, %2 to it").arg(214).arg(187)
                                 : PHRASE("rules", "%1 from the guest, %2 to it").arg(0).arg(6);
    const Phrase notes = PHRASE("rules", "%1, %2")
                             .arg(PHRASE("rules", "packets in %1").arg(lookSeconds()))
                             .arg(PHRASE("rules", "in %1").arg(text("br0")));
    const Phrase said = PHRASE("rules", "%1: %2")
                            .arg(text("vnet4"))
                            .arg(PHRASE("rules", "%1 (%2)").arg(traffic).arg(notes));
    return moves ? healthy(said) : unknown(said).as(Modifier::Idle);
}

static QList<SideChannel> channels(bool agentAnswers)
{
    const Verdict agent = agentAnswers
        ? healthy(PHRASE("rules", "%1; %2")
                  .arg(PHRASE("rules", "answers guest-ping, which needs no disk"))
                  .arg(PHRASE("rules", "version %1").arg(text("10.0.13"))))
        : unknown(PHRASE("rules", "does not respond: weak evidence, nothing about IO"))
              .citing({{agentPing, 0, 0}});
    const Phrase age = durationPhrase(131);
    const Verdict console = agentAnswers
        ? healthy(PHRASE("rules", "%1 bytes, last line %2 ago").arg(4211).arg(age))
        : healthy(PHRASE("rules", "reports hung tasks; last line %1 ago").arg(age))
              .citing({{serialLog, 2, 4}});
    return {{SideChannel::GuestAgent, agent},
        {SideChannel::Monitor, healthy(PHRASE("rules", "answers: %1").arg(text("running")))},
        {SideChannel::Libvirt, healthy(PHRASE("rules", "answers; QEMU's monitor is free"))},
        {SideChannel::SerialConsole, console},
        {SideChannel::ConsolePicture,
            healthy(PHRASE("rules", "%1 × %2 pixels, taken at %3")
                        .arg(720)
                        .arg(400)
                        .arg(clockTime(ago(3))))
                .citing({{screenshot, 0, 0}})},
        {SideChannel::Network, network(agentAnswers)}};
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
    out.findings = {unknown(PHRASE("rules", "hung: %1: %2")
                                .arg(out.observations.value(mountAnswer).command)
                                .arg(out.observations.value(mountAnswer).silence->why))
            .citing({{mountAnswer, 0, 0}})};
    return out;
}

Diagnosis twoDisks()
{
    Diagnosis out = stalledMount();
    out.disks.append(
        healthyDisk("vdb", "virtio-disk1", "libvirt-2-format", "nbd://nbd-1:10809/scratch"));
    DiskDiagnosis &second = out.disks.last();
    second.layers.insert(5, out.disks.first().layers.at(5)); // the threads are the same ones
    return out;
}

Diagnosis healthyDisks()
{
    DiskDiagnosis first
        = healthyDisk("vda", "virtio-disk0", "libvirt-1-format", "NFS nfs-2:/images");
    Layer mount = counted(
        nfsMount(healthy(
            PHRASE_N("rules", "%n answer(s) from the server in %1").arg(lookSeconds()).count(920))
                .citing({{mountFirst, 11, 11}})),
        1, 184, 4.2 * 1024 * 1024);
    first.layers.insert(5, mount);
    DiskDiagnosis second
        = healthyDisk("vdb", "virtio-disk1", "libvirt-2-format", "nbd://nbd-1:10809/scratch");
    Diagnosis out = domain({first, second});
    out.sideChannels = channels(true);
    return out;
}

Diagnosis lostInterrupt()
{
    Diagnosis out = healthyDisks();
    DiskDiagnosis &disk = out.disks.last();
    const Phrase why = unnoticed();
    Layer driver = counted(layer(LayerKind::VirtioDriver, "virtio_blk",
                               stalled(PHRASE("rules", "queue %1: %2").arg(1).arg(why))
                                   .citing({{queueFirst, 0, 0}, {queueSecond, 0, 0}})),
        5, 0, std::nullopt);
    disk.layers.insert(2, driver);
    disk.layers[1].verdict
        = unknown(PHRASE_N("rules", "%n request(s) of it are in flight").count(5))
              .as(Modifier::Waiting);
    disk.summary.verdict = State::Stalled;
    disk.summary.boundary = Boundary{LayerKind::GuestKernel, LayerKind::VirtioDriver};
    disk.summary.text = stopsAt("prod-worker-07/vdb",
        PHRASE("rules", "the %1 %2")
            .arg(layerKindPhrase(LayerKind::VirtioDriver))
            .arg(text("virtio_blk")),
        driver.verdict.reason);
    disk.summary.evidence = driver.verdict.evidence;
    out.virtqueues = virtqueues(queueFirst, queueSecond);
    return out;
}

Diagnosis unknownDisks()
{
    DiskDiagnosis disk = stalledDisk();
    const Phrase refusal = observations().value(refused).silence->why;
    for (Layer &each : disk.layers) {
        each.inFlight.reset();
        each.completedPerSecond.reset();
        each.bytesPerSecond.reset();
        each.verdict = unknown(refusal).citing({{refused, 0, 0}});
    }
    disk.layers[0] = application();
    disk.layers[7].verdict
        = unknown(PHRASE("rules", "cannot be told from this host")).citing({{refused, 0, 0}});
    disk.summary = {};
    disk.summary.text = PHRASE("rules", "Whether requests of %1 complete is unknown: %2.")
                            .arg(text("prod-worker-07/vda"))
                            .arg(refusal);
    disk.summary.evidence = {{refused, 0, 0}};
    disk.blastRadius.clear();
    Diagnosis out = domain({disk});
    out.sideChannels[1].verdict
        = unknown(PHRASE("rules", "silent: %1").arg(refusal)).citing({{refused, 0, 0}});
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
    HostEntry first;
    first.name = text("kvm-07");
    first.target = text("ssh://root@kvm-07");
    first.link = link;
    first.lastAnswer = ago(link == HostEntry::Up ? 2 : 43);
    qint64 pid = 18221;
    const auto entry = [&](const char *name, State state, Modifier modifier = Modifier::None) {
        return DomainEntry{
            text(name), {}, text("running"), pid++, state, modifier, first.lastAnswer};
    };
    first.domains = {entry("prod-worker-07", verdict), entry("db-12", verdict),
        entry("prod-worker-09", State::Healthy), entry("build-3", State::Healthy, Modifier::Slow),
        entry("mail-2", State::Healthy, Modifier::Idle),
        DomainEntry{text("template-13"), {}, text("shut off"), 0, {}, {}, {}}};
    HostEntry second;
    second.name = text("kvm-08");
    second.target = text("ssh://root@kvm-08");
    second.link = HostEntry::Down;
    second.problem = Phrase::verbatim(text("connect: Connection timed out"));
    second.lastAnswer = ago(41);
    second.domains = {entry("web-1", State::Healthy), entry("web-2", State::Healthy)};
    return {first, second};
}

} // namespace plumbline::sample
