// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "support/golden.h"

#include <QRegularExpression>

namespace plumbline {

static const char nbdGuest[] = "qemu_command_line/good.libvirt_nbd.txt";
static const char rbdGuest[] = "qemu_command_line/good.rbd.txt";
static const char nfsGuest[] = "qemu_command_line/good.libvirt_nfs.txt";

QByteArray fixture(const char *name)
{
    return contentsOf(QStringLiteral(FIXTURES_DIR "/formats/") + QString::fromLatin1(name));
}

/// `text` with every number that follows `key` replaced.
static QByteArray with(QByteArray text, const char *key, qint64 number)
{
    QString out = QString::fromUtf8(text);
    out.replace(QRegularExpression(QStringLiteral("(\"%1\": )\\d+").arg(QString::fromLatin1(key))),
        QStringLiteral("\\1%1").arg(number));
    return out.toUtf8();
}

static DomainPlan planOf(const char *commandLine, qint64 pid)
{
    ListedProcess process;
    process.pid = pid;
    process.uid = 64055;
    process.arguments = fixture(commandLine).split('\n');
    DomainPlan plan = *planFromProcess(process);
    plan.virshUri = "qemu:///system";
    for (DiskPlan &disk : plan.disks)
        disk.queueCount = 1;
    return plan;
}

Story::Story(Backend backend)
    : plan(backend == Nfs      ? planOf(nfsGuest, 341)
              : backend == Rbd ? planOf(rbdGuest, 464)
                               : planOf(nbdGuest, 470)),
      m_backend(backend)
{
    if (backend == Fuse || backend == LocalFile)
        plan.disks.removeFirst();
    plan.disks.resize(1);
    if (backend == NbdTcp) {
        NbdServer &server = disk().chain.last().nbd;
        server.unixPath.clear();
        server.host = "10.0.0.2";
        server.port = "10809";
    } else if (backend == VhostUser) {
        disk().vhostUser = true;
        disk().vhostSocket = "/run/vhost.sock";
        disk().chain.clear();
    }
    if (backend == Nfs)
        says(processMounts, plan.subject(), fixture("mountinfo/good.nfs.txt"));
    else if (backend == Fuse)
        says(processMounts, plan.subject(),
            "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n41 20 0:38 / /lab/img rw - fuse.nbdfuse nbdfuse "
            "rw\n");
    else if (backend == LocalFile)
        says(processMounts, plan.subject(), "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n")
            .hostDisk(100, 0);
}

Story &Story::at(double seconds)
{
    m_time = m_start + milliseconds(qint64(seconds * 1000));
    return *this;
}

Story &Story::says(const ProbeBase &probe, const Subject &subject, const QByteArray &text)
{
    Observation observation;
    observation.question = probe.ask(subject).key;
    observation.started = m_time;
    observation.out = text;
    facts.add(probe, observation);
    return *this;
}

Story &Story::silent(
    const ProbeBase &probe, const Subject &subject, Silence::Kind kind, const QString &why)
{
    Observation observation;
    observation.question = probe.ask(subject).key;
    observation.started = m_time;
    observation.silence = Silence{kind, Phrase::verbatim(why)};
    facts.add(probe, observation);
    return *this;
}

Story &Story::queueSilent(Silence::Kind kind, const QString &why)
{
    return silent(qemuVirtqueue, deviceSubject(), kind, why);
}

Story &Story::queue(quint16 seen, quint16 completed, int number, int inUse)
{
    QByteArray text = fixture("query_virtio_queue_status/good.nbd_stalled.txt");
    text = with(with(text, "shadow-avail-idx", seen), "last-avail-idx", seen);
    text = with(
        with(text, "used-idx", completed), "inuse", inUse < 0 ? quint16(seen - completed) : inUse);
    return says(qemuVirtqueue, deviceSubject(number), text);
}

Story &Story::features(bool packed, bool eventIdx)
{
    QByteArray text = fixture("query_virtio_status/good.healthy.txt");
    const qsizetype guest = text.indexOf("guest-features");
    const qsizetype event = text.indexOf("VIRTIO_RING_F_EVENT_IDX", guest);
    if (!eventIdx)
        text.replace(event, 23, "VIRTIO_F_IN_ORDER______");
    if (packed)
        text.replace(text.indexOf("VIRTIO_F_RING_RESET", guest), 19, "VIRTIO_F_RING_PACKED");
    return says(qemuVirtioStatus, deviceSubject(), text);
}

Story &Story::ringWords(RingPart part, const QList<quint16> &words, int number)
{
    const VirtioPlan device = virtioOf(disk());
    const auto ring = ringOf(plan, device, number, facts);
    const auto subject = ringPart(plan, device, number, *ring, part);
    QByteArray text = QByteArray::number(subject->address, 16).rightJustified(16, '0') + ':';
    for (const quint16 word : words)
        text += " 0x" + QByteArray::number(word, 16).rightJustified(4, '0');
    return says(qemuMemory, *subject, "{\"return\": \"" + text + "\\r\\n\"}");
}

Story &Story::ring(quint16 submitted, quint16 noticed, int number)
{
    return ringWords(RingPart::AvailIndex, {0, submitted}, number)
        .ringWords(RingPart::UsedEvent, {noticed}, number);
}

Story &Story::blocks(int completed, int failed, double idleSeconds, qint64 moreNanoseconds)
{
    QByteArray text = fixture("query_blockstats/good.nbd_stalled.txt");
    text = with(with(text, "wr_operations", completed), "failed_wr_operations", failed);
    text = with(text, "idle_time_ns", qint64(idleSeconds * 1e9));
    text = with(text, "wr_total_time_ns", 3'000'000'000 + moreNanoseconds);
    return says(qemuBlockstats, plan.subject(), text);
}

static QByteArray processText(const QByteArray &name, qint64 pid, const QByteArray &stateLine)
{
    QByteArray text = fixture("proc_status/good.stopped.txt");
    text.replace("qemu-system-x86", name).replace("T (stopped)", stateLine);
    return text.replace("id:\t470", "id:\t" + QByteArray::number(pid));
}

Story &Story::qemuState(const QByteArray &stateLine)
{
    return says(processStatus, plan.subject(), processText("qemu-system-x86", plan.pid, stateLine));
}

Story &Story::server(const QByteArray &stateLine)
{
    Subject subject;
    subject.pid = serverPid;
    return says(processStatus, subject, processText("nbdkit", serverPid, stateLine));
}

Story &Story::machine(const QByteArray &status, bool running)
{
    QByteArray text = fixture("query_status/good.paused.txt");
    text.replace("\"paused\"", '"' + status + '"').replace("false", running ? "true" : "false");
    return says(qemuStatus, plan.subject(), text);
}

Story &Story::virtio(bool broken)
{
    QByteArray text = fixture("query_virtio_status/good.healthy.txt");
    if (broken)
        text.replace("\"broken\": false", "\"broken\": true");
    return says(qemuVirtioStatus, deviceSubject(), text);
}

Story &Story::threads(const QByteArray &table)
{
    return says(processThreads, plan.subject(), table);
}

Story &Story::nfs(quint64 sends, quint64 receives, const QByteArray &option)
{
    QByteArray text = fixture("mountstats/good.nfs4_stalled.txt");
    text.replace("1525 1522", QByteArray::number(sends) + ' ' + QByteArray::number(receives));
    text.replace(",hard,", ',' + option + ',');
    return says(processNfsStats, plan.subject(), text);
}

Story &Story::hostDisk(quint64 completed, quint64 inFlight)
{
    return says(hostDisks, plan.subject(),
        "   8       1 sda1 " + QByteArray::number(completed) + " 0 800 10 0 0 0 0 "
            + QByteArray::number(inFlight) + " 5 15 0 0 0 0 0 0\n");
}

Story &Story::onDevice(const QByteArray &path)
{
    BlockNode &node = disk().chain.last();
    node.driver = "host_device";
    node.filename = path;
    return *this;
}

Story &Story::stack(const QByteArray &what, const QByteArray &with)
{
    QByteArray text = fixture("block_stack/good.storage_guest.txt");
    if (!what.isEmpty())
        text.replace(what, with);
    return says(hostBlockStack, plan.subject(), text);
}

Story &Story::device(const QByteArray &name, quint64 completed, quint64 inFlight)
{
    return says(hostDisks, plan.subject(),
        "   8       0 " + name + ' ' + QByteArray::number(completed) + " 0 800 10 0 0 0 0 "
            + QByteArray::number(inFlight) + " 5 15 0 0 0 0 0 0\n");
}

Story &Story::sockets(int unread, int unsent)
{
    const QByteArray in = QByteArray::number(unread);
    const QByteArray out = QByteArray::number(unsent);
    if (m_backend == NbdTcp)
        return says(hostTcpSockets, plan.subject(),
            "State Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n"
            "ESTAB 0 "
                + out
                + " 10.0.0.1:40312 10.0.0.2:10809 "
                  "users:((\"qemu-system-x86\",pid=470,fd=15)) timer:(on,12sec,6)\n");
    return says(hostUnixSockets, plan.subject(),
        "Netid State Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n"
        "u_str ESTAB 0 "
            + out
            + " * 98868 * 98869 users:((\"qemu-system-x86\",pid=470,fd=15))\n"
              "u_str ESTAB "
            + in + " 0 /lab/run/nbd.sock 98869 * 98868 users:((\"nbdkit\",pid=78,fd=6))\n");
}

Story &Story::statHangs()
{
    return silent(mountAnswers, plan.pathSubject("/var/lib/virt/images"), Silence::TimedOut,
        QStringLiteral("no answer within 2 s"));
}

Story &Story::ceph(const QByteArray &text)
{
    return says(librbdRequests, plan.subject(), text);
}

Story &Story::limit(const QByteArray &name, const QByteArray &value)
{
    disk().limits.insert(name, value);
    return *this;
}

} // namespace plumbline
