// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scenes/sample_observations.h"

#include "base/duration_phrase.h"
#include "views/scenes/sample_display.h"

namespace plumbline::sample {

static Observation answer(ObservationId id, const char *question, const char *command,
    const char *time, double duration, QByteArray out)
{
    Observation observation;
    observation.id = id;
    observation.host = QStringLiteral("kvm-07");
    observation.question = QString::fromLatin1(question);
    observation.command = QString::fromUtf8(command);
    observation.started
        = wallTimeFromIso(QStringLiteral("2026-11-21T02:18:") + QString::fromLatin1(time));
    observation.duration = duration;
    observation.exitCode = 0;
    observation.out = std::move(out);
    return observation;
}

static Observation silent(Observation observation, Silence::Kind kind, Phrase why,
    std::optional<int> exitCode, QByteArray err)
{
    observation.silence = Silence{kind, std::move(why)};
    observation.exitCode = exitCode;
    observation.err = std::move(err);
    return observation;
}

static Phrase noAnswer(double seconds)
{
    return PHRASE("host", "no answer within %1").arg(durationPhrase(seconds));
}

static QByteArray mountstats(int age, int sent, int pending)
{
    return QByteArrayLiteral(
               "device nfs-2:/images mounted on /var/lib/virt/images with fstype nfs4 "
               "statvers=1.1\n"
               "\topts:\trw,vers=4.2,rsize=524288,wsize=524288,namlen=255,hard,proto=tcp,timeo=50,"
               "retrans=2,sec=sys,local_lock=none\n"
               "\tage:\t")
        + QByteArray::number(age)
        + "\n"
          "\timpl_id:\tname='',domain='',date='0,0'\n"
          "\tcaps:\tcaps=0xfffbc0bf,wtmult=512,dtsize=524288,bsize=0,namlen=255\n"
          "\tnfsv4:\tbm0=0xfdffbfff,bm1=0x40fdbe3e,bm2=0x62803,acl=0x3,sessions\n"
          "\tsec:\tflavor=1,pseudoflavor=1\n"
          "\tevents:\t13 18 1 0 0 1 45 8 0 4 0 6 0 3 11 328 75 10 0 0 4 0 0 0 0 0 0\n"
          "\tbytes:\t296328 327708 342152 88688648 460936 88759312 29 8\n"
          "\tRPC iostats version: 1.1  p/v: 100003/4 (nfs)\n"
          "\txprt:\ttcp 0 0 6 0 0 "
        + QByteArray::number(sent) + " " + QByteArray::number(sent - pending)
        + " 0 1550 0 6 6 21\n"
          "\tper-op statistics\n"
          "\t        NULL: 1 1 0 44 24 11 20 34 0\n"
          "\t        READ: 0 0 0 0 0 0 0 0 0\n"
          "\t       WRITE: 1327 1320 0 89003432 148624 1015 14439 15845 0\n"
          "\t      COMMIT: 1 1 0 156 104 0 17 18 0\n"
          "\t        OPEN: 1 1 0 272 400 0 38 40 0\n"
          "\t       CLOSE: 1 1 0 164 112 0 4 5 0\n"
          "\t     GETATTR: 45 45 0 9360 10952 3 210 219 0\n";
}

static QByteArray queueStatus()
{
    return "{\n  \"return\": {\n    \"signalled-used\": 2694,\n    \"inuse\": 5,\n"
           "    \"name\": \"virtio-blk\",\n    \"vring-align\": 4096,\n"
           "    \"vring-desc\": 63668224,\n    \"signalled-used-valid\": true,\n"
           "    \"vring-num-default\": 1024,\n    \"vring-avail\": 63684608,\n"
           "    \"queue-index\": 0,\n    \"last-avail-idx\": 2699,\n"
           "    \"vring-used\": 63686720,\n    \"used-idx\": 2694,\n"
           "    \"shadow-avail-idx\": 2699,\n    \"vring-num\": 1024\n  },\n"
           "  \"id\": \"libvirt-543\"\n}\n";
}

static QByteArray blockstats()
{
    return "{\n  \"return\": [\n    {\n      \"qdev\": \"/machine/peripheral/virtio-disk0\",\n"
           "      \"stats\": {\"wr_operations\": 1320, \"wr_bytes\": 88688648,\n"
           "        \"rd_operations\": 1080, \"flush_operations\": 96,\n"
           "        \"idle_time_ns\": 252605016777}\n    }\n  ]\n}\n";
}

static QByteArray taskTable()
{
    return "1441\tworker\tD\tnfs_file_direct_write\t296 0xe 0x7fa534002550 0x28 0x5a0400\n"
           "1457\tworker\tD\tnfs_file_direct_write\t18 0xe 0x7fa5187f6000 0x400 0x5ee400\n"
           "1458\tworker\tD\tnfs_file_direct_write\t18 0xe 0x7fa5101ab800 0x800 0x50800\n"
           "18221\tqemu-system-x86\tS\tdo_sys_poll\t271 0x563241aba0d0 0x47\n"
           "343\tqemu-system-x86\tS\tfutex_wait_queue\t202 0x5632119ab7a8 0x0\n"
           "344\tIO iothread1\tS\tdo_sys_poll\t271 0x7fa534000bb0 0x2\n"
           "347\tCPU 0/KVM\tS\tkvm_vcpu_block\t16 0x1b 0xae80\n";
}

QMap<ObservationId, Observation> observations()
{
    constexpr auto query
        = "virsh qemu-monitor-command prod-worker-07 "
          "'{\"execute\":\"x-query-virtio-queue-status\",\"arguments\":{\"path\":\"/machine/"
          "peripheral/virtio-disk0/virtio-backend\",\"queue\":0}}'";
    constexpr auto blocks
        = "virsh qemu-monitor-command prod-worker-07 '{\"execute\":\"query-blockstats\"}'";
    const QList<Observation> all{
        silent(answer(agentPing, "agent.ping",
                   "virsh qemu-agent-command prod-worker-07 --timeout 5 "
                   "'{\"execute\":\"guest-ping\"}'",
                   "12.104Z", 5.33, {}),
            Silence::TimedOut, noAnswer(5), 1,
            "error: Guest agent is not responding: guest agent didn't respond to synchronization "
            "within '5' seconds\n"),
        answer(serialLog, "guest.serial", "tail -c 40000 /var/log/libvirt/qemu/prod-worker-07.log",
            "12.110Z", 0.004,
            "[  129.775522] EXT4-fs (vda1): mounted filesystem r/w. Quota mode: none.\n"
            "[ 7541.203117] INFO: task fio:812 blocked for more than 120 seconds.\n"
            "[ 7541.203301] INFO: task jbd2/vda1-8:301 blocked for more than 120 seconds.\n"
            "[ 7541.203420] INFO: task kworker/u8:2:77 blocked for more than 120 seconds.\n"
            "~ # \x1b[6n\n"),
        answer(queueFirst, "qmp.queue/vda/0", query, "12.121Z", 0.021, queueStatus()),
        answer(queueSecond, "qmp.queue/vda/0", query, "17.125Z", 0.019, queueStatus()),
        answer(threads, "host.threads/18221",
            "for t in /proc/18221/task/*; do … comm, state, wchan, syscall; done", "17.131Z", 0.038,
            taskTable()),
        answer(blockFirst, "qmp.blockstats", blocks, "12.140Z", 0.012, blockstats()),
        answer(blockSecond, "qmp.blockstats", blocks, "17.142Z", 0.011, blockstats()),
        answer(mountFirst, "host.mountstats", "cat /proc/self/mountstats", "12.152Z", 0.038,
            mountstats(788, 1525, 7)),
        answer(mountSecond, "host.mountstats", "cat /proc/self/mountstats", "17.155Z", 0.036,
            mountstats(793, 1525, 7)),
        silent(answer(mountAnswer, "host.mount-answers",
                   "timeout 5 stat -f /var/lib/virt/images/prod-worker-07.qcow2", "12.170Z", 5, {}),
            Silence::TimedOut, noAnswer(5), std::nullopt, {}),
        silent(answer(refused, "qmp.blockstats", blocks, "12.180Z", 0.031, {}), Silence::Refused,
            Phrase::verbatim(QStringLiteral("operation forbidden: read only access prevents "
                                            "virDomainQemuMonitorCommand")),
            1,
            "error: operation forbidden: read only access prevents "
            "virDomainQemuMonitorCommand\n"),
        answer(screenshot, "console.screenshot",
            "virsh -c qemu:///system screenshot 5f0c2a53-9d0e-4d52-9d6e-1ab0c0ffee01 "
            "/proc/self/fd/1",
            "14.300Z", 0.21, guestDisplay()),
    };
    QMap<ObservationId, Observation> out;
    for (const Observation &observation : all)
        out.insert(observation.id, observation);
    return out;
}

} // namespace plumbline::sample
