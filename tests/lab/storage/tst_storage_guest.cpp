// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What real kernels say of broken block devices, and what becomes of it here. A guest with Debian's
// kernel makes device-mapper, md, SCSI, NVMe, loop and virtio devices, breaks them one after the
// other and looks at them with the very commands of our probes, which run there; nothing is
// recorded. Only the waiting virtual machine above the devices is told.

#include "core/rules/story.h"

#include "base/shell_quote.h"
#include "path/block_layers.h"
#include "path/layout.h"
#include "rules/summary.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace plumbline {

class TestStorageGuest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void culprits_data();
    void culprits();
    void verdicts_data();
    void verdicts();
    void loopLeadsToItsFile();

private:
    void writeProbe(const ProbeBase &probe);
    void run(const QString &program, const QStringList &arguments, int seconds);
    Story story(const QByteArray &state, const QByteArray &device, bool waits) const;

    QTemporaryDir m_folder;
    /// "STATE NUMBER PROBE" → answer.
    QMap<QByteArray, QByteArray> m_looks;
};

void TestStorageGuest::writeProbe(const ProbeBase &probe)
{
    Subject subject;
    subject.pid = 1;
    const QDir folder(m_folder.filePath(QStringLiteral("extra/probes")));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QFile file(folder.filePath(QString::fromLatin1(probe.id())));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(shellCommandLine(std::get<HostCommand>(probe.ask(subject).ask).argv) + '\n');
}

void TestStorageGuest::run(const QString &program, const QStringList &arguments, int seconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(seconds * 1000);
    if (!ended)
        process.kill();
    process.waitForFinished();
    QVERIFY2(ended && process.exitCode() == 0, process.readAll().constData());
}

static QMap<QByteArray, QByteArray> looksIn(const QByteArray &text)
{
    QMap<QByteArray, QByteArray> looks;
    QByteArray key;
    for (const QByteArray &line : text.split('\n')) {
        if (line == "=== end")
            key.clear();
        else if (line.startsWith("=== "))
            key = line.sliced(4);
        else if (!key.isEmpty())
            looks[key] += line + '\n';
    }
    return looks;
}

void TestStorageGuest::initTestCase()
{
    writeProbe(hostBlockStack);
    writeProbe(hostDisks);
    writeProbe(processMounts);
    const QString folder = m_folder.path();
    run(QStringLiteral("bash"),
        {QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/lab/storage/build.sh"), QStringLiteral(MAPPER),
            folder, m_folder.filePath(QStringLiteral("extra"))},
        60);
    if (QTest::currentTestFailed())
        return;
    QFile image(m_folder.filePath(QStringLiteral("images")));
    QVERIFY(image.open(QIODevice::WriteOnly) && image.resize(32 * 1024 * 1024));
    // The first disk answers its first few MB, and then as good as nothing.
    run(QStringLiteral("qemu-system-x86_64"),
        QStringLiteral(
            "-machine q35,accel=tcg -cpu max -m 256 -smp 1 -nodefaults -display none -no-reboot "
            "-kernel %1/vmlinuz -initrd %1/initramfs "
            "-append console=ttyS0|panic=-1|quiet|mitigations=off|tsc=reliable "
            "-serial file:%1/console -device virtio-serial-pci -chardev "
            "file,id=looks,path=%1/looks "
            "-device virtserialport,chardev=looks,name=looks "
            "-drive driver=null-co,size=67108864,if=none,id=stuck,throttling.bps-total=1,"
            "throttling.bps-total-max=4000000 -device virtio-blk-pci,drive=stuck "
            "-blockdev driver=null-co,node-name=fast,size=67108864 "
            "-device nvme,drive=fast,serial=lab "
            "-drive file=%1/images,if=none,format=raw,id=images "
            "-device virtio-blk-pci,drive=images")
            .arg(folder)
            .split(u' ')
            .replaceInStrings(QStringLiteral("|"), QStringLiteral(" ")),
        240);
    QFile looks(m_folder.filePath(QStringLiteral("looks")));
    QVERIFY(looks.open(QIODevice::ReadOnly));
    const QByteArray text = looks.readAll();
    m_looks = looksIn(text);
    QVERIFY2(
        text.contains("=== done"), text.last(std::min<qsizetype>(text.size(), 300)).constData());
}

Story TestStorageGuest::story(const QByteArray &state, const QByteArray &device, bool waits) const
{
    Story story(Story::LocalFile);
    story.onDevice(device);
    const QList<const ProbeBase *> probes{&hostBlockStack, &hostDisks, &processMounts};
    for (const int number : {1, 2}) {
        story.at(number == 1 ? 0 : 2.2).queue(297, waits ? 294 : 297);
        for (const ProbeBase *probe : probes) {
            const QByteArray key = state + ' ' + QByteArray::number(number) + ' ' + probe->id();
            story.says(*probe, story.plan.subject(), m_looks.value(key));
        }
    }
    return story;
}

static DiskDiagnosis diagnosed(const Story &story)
{
    return diagnoseDisk(story.context(), layOut(story.plan, story.disk(), story.facts));
}

static QByteArray told(const DiskDiagnosis &disk)
{
    QByteArray text = disk.summary.text.textIn(nullptr).toUtf8() + '\n';
    for (const Layer &layer : disk.layers)
        text += layer.identity.toUtf8() + ' ' + verdictWord(layer.verdict).textIn(nullptr).toUtf8()
            + ": " + layer.verdict.reason.textIn(nullptr).toUtf8() + '\n';
    return text;
}

void TestStorageGuest::culprits_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("device");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("suspended mapping")
        << QByteArray("dm-suspended") << QByteArray("/dev/vg0/vm1")
        << QStringLiteral("host-block:dm-0")
        << QStringLiteral(
               "the host block device vg0-vm1 (dm-0): the device-mapper device is suspended");
    QTest::newRow("multipath without a path")
        << QByteArray("multipath-queues") << QByteArray("/dev/mapper/mpatha")
        << QStringLiteral("host-block:dm-1") << QStringLiteral("none of its 2 path(s)");
    QTest::newRow("NVMe controller across a fabric")
        << QByteArray("nvme-connecting") << QByteArray("/dev/nvme1n1")
        << QStringLiteral("fabric:nvme:nvme1")
        << QStringLiteral("the controller nvme1 is connecting: it tries for 600 s");
    QTest::newRow("virtio disk that stands still")
        << QByteArray("slow-virtio") << QByteArray("/dev/vda") << QStringLiteral("host-block:vda")
        << QStringLiteral("1 request(s) in its queue, none completed");
    QTest::newRow("SCSI disk below a mapping")
        << QByteArray("scsi-silent") << QByteArray("/dev/mapper/vg0-vm1")
        << QStringLiteral("host-block:sda")
        << QStringLiteral("1 command(s) unanswered by the device");
}

void TestStorageGuest::culprits()
{
    QFETCH(const QByteArray, state);
    QFETCH(const QByteArray, device);
    QFETCH(const QString, identity);
    QFETCH(const QString, sentence);
    const DiskDiagnosis disk = diagnosed(story(state, device, true));
    const qsizetype above = disk.stuckBelow();
    QVERIFY2(above >= 0, told(disk).constData());
    QVERIFY2(disk.layers.at(above + 1).identity == identity, told(disk).constData());
    QVERIFY2(disk.summary.text.textIn(nullptr).contains(sentence), told(disk).constData());
    // The same devices while nobody waits stall nobody.
    const DiskDiagnosis idle = diagnosed(story(state, device, false));
    QVERIFY2(idle.summary.verdict != State::Stalled, told(idle).constData());
}

void TestStorageGuest::verdicts_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("device");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *state, const char *device, const char *identity,
                         const char *word, const char *reason) {
        QTest::addRow("%s %s", state, identity)
            << QByteArray(state) << QByteArray(device) << QString::fromLatin1(identity)
            << QString::fromLatin1(word) << QString::fromLatin1(reason);
    };
    row("rest", "/dev/vg0/vm1", "host-block:dm-0", "idle", "nothing in flight");
    row("rest", "/dev/nvme0n1", "host-block:nvme0n1", "idle", "nothing in flight");
    row("rest", "/dev/nvme1n1", "backend:nvme:lab", "unknown", "");
    row("moving", "/dev/vg0/vm1", "host-block:dm-0", "healthy", "completed in");
    row("moving", "/dev/vg0/vm1", "host-block:sda", "healthy", "completed in");
    row("md-recovers", "/dev/md0", "host-block:md0", "healthy", "kept busy (recover, ");
    row("md-recovers", "/dev/md0", "host-block:sde", "healthy", "completed in");
    row("md-readonly", "/dev/md0", "host-block:md0", "unknown", "read-only");
    row("multipath-queues", "/dev/mapper/mpatha", "host-block:sdb", "unknown", "is offline");
}

void TestStorageGuest::verdicts()
{
    QFETCH(const QByteArray, state);
    QFETCH(const QByteArray, device);
    QFETCH(const QString, identity);
    QFETCH(const QString, word);
    QFETCH(const QString, reason);
    const DiskDiagnosis disk = diagnosed(story(state, device, false));
    const auto layer = std::find_if(disk.layers.begin(), disk.layers.end(),
        [&identity](const Layer &item) { return item.identity == identity; });
    QVERIFY2(layer != disk.layers.end(), told(disk).constData());
    QVERIFY2(verdictWord(layer->verdict).textIn(nullptr) == word, told(disk).constData());
    QVERIFY2(layer->verdict.reason.textIn(nullptr).contains(reason), told(disk).constData());
}

void TestStorageGuest::loopLeadsToItsFile()
{
    const DiskDiagnosis disk = diagnosed(story("rest", "/dev/loop0", false));
    QStringList below;
    for (const Layer &layer : disk.layers) {
        if (layer.kind > LayerKind::HostProcess)
            below.append(layer.identity);
    }
    QCOMPARE(below,
        (QStringList{QStringLiteral("host-block:loop0"),
            QStringLiteral("host-mount:254:16:/images"), QStringLiteral("host-block:vdb")}));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestStorageGuest)
#include "tst_storage_guest.moc"
