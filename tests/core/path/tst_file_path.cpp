// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the walk along a disk's file changes: where the path lies, what its layer says, when it is
// taken.
#include "path/file_path.h"

#include "path/layout.h"
#include "path/round_plan.h"
#include "plans.h"
#include "probes/catalogue.h"

#include <QTest>

#include <algorithm>

namespace plumbline {

class TestFilePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linkToAnotherMount();
    void qemuSeesAnotherPath();
    void withoutRights();
    void linkToADevice();
    void namesBelowDevStay();
    void otherDomainsFollowTheSameLinks();
    void isAskedOnceAndThenSeldom();

private:
    void tell(const ProbeBase &probe, const Subject &subject, const QByteArray &text);
    void chain(const QByteArray &text) { tell(filePathChain, m_plan.pathSubject(file), text); }
    DiskPlan &disk() { return m_plan.disks[0]; }
    Layer layer(LayerKind kind);
    QStringList details(LayerKind kind);
    int asked(int round) const;

    static constexpr char file[] = "/images/vm1.img";
    DomainPlan m_plan;
    FactStore m_facts;
};

void TestFilePath::tell(const ProbeBase &probe, const Subject &subject, const QByteArray &text)
{
    Observation observation;
    observation.question = probe.ask(subject).key;
    observation.out = text;
    m_facts.add(probe, observation);
}

void TestFilePath::init()
{
    m_plan = *planFromProcess(processOf(QStringLiteral("libvirt_nfs.txt")));
    m_facts = FactStore();
    disk().chain.last().filename = file;
    tell(processMounts, m_plan.subject(),
        "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n37 20 0:38 / /srv/nfs rw - nfs4 n:/x rw,hard\n");
}

Layer TestFilePath::layer(LayerKind kind)
{
    const QList<Layer> layers = layOut(m_plan, disk(), m_facts);
    const auto found = std::find_if(
        layers.begin(), layers.end(), [kind](const Layer &item) { return item.kind == kind; });
    return found == layers.end() ? Layer() : *found;
}

QStringList TestFilePath::details(LayerKind kind)
{
    QStringList out;
    for (const LayerDetail &detail : layer(kind).details)
        out.append(
            detail.label.textIn(nullptr) + QStringLiteral(": ") + detail.value.textIn(nullptr));
    return out;
}

int TestFilePath::asked(int round) const
{
    const QList<Planned> plan = planRound(m_plan, m_facts, round);
    return int(std::count_if(plan.begin(), plan.end(),
        [](const Planned &item) { return item.probe == &filePathChain; }));
}

void TestFilePath::linkToAnotherMount()
{
    QCOMPARE(layer(LayerKind::HostMount).name, QStringLiteral("/"));
    chain("namespace\tqemu\tsame\nlink\thost\t/images\tsrv/b\nlink\thost\t/srv/b\tnfs/a\n"
          "remote\thost\t/srv/nfs\tnfs4\t0:38\t/\t/a/vm1.img\n");
    QCOMPARE(layer(LayerKind::HostMount).name, QStringLiteral("/srv/nfs"));
    const QStringList said = details(LayerKind::HostMount);
    QVERIFY(said.contains(QStringLiteral("symlinks: /images → srv/b; /srv/b → nfs/a")));
    QVERIFY(said.contains(QStringLiteral("path for QEMU: leads to /srv/nfs/a/vm1.img; not looked "
                                         "at further: it lies on nfs4")));
    // The mount that it leads to is the one to try.
    const QList<Planned> plan = planRound(m_plan, m_facts, 1);
    QVERIFY(std::any_of(plan.begin(), plan.end(), [](const Planned &item) {
        return item.probe == &mountAnswers && item.subject.path == "/srv/nfs";
    }));
}

void TestFilePath::qemuSeesAnotherPath()
{
    chain("namespace\tqemu\town\nfile\thost\t/images/vm1.img\t1:2\t0:0\tregular file\n"
          "link\tqemu\t/images\t/srv/nfs\nremote\tqemu\t/srv/nfs\tnfs4\t0:38\t/\t/vm1.img\n");
    QCOMPARE(layer(LayerKind::HostMount).name, QStringLiteral("/srv/nfs"));
    const QStringList said = details(LayerKind::HostMount);
    QVERIFY(said.contains(QStringLiteral("symlinks: /images → /srv/nfs")));
    QVERIFY(said.contains(QStringLiteral("path on the host: leads to /images/vm1.img")));
}

void TestFilePath::withoutRights()
{
    chain("namespace\tqemu\tclosed\nlink\thost\t/images\t/srv/nfs\n"
          "remote\thost\t/srv/nfs\tnfs4\t0:38\t/\t/vm1.img\n");
    QCOMPARE(filePathOf(m_plan, disk(), m_facts), "/srv/nfs/vm1.img");
    const QStringList said = details(LayerKind::HostMount);
    QVERIFY(said.contains(QStringLiteral(
        "path for QEMU: not seen: /proc/PID/root needs root's rights, or its own user's")));
    QCOMPARE(said.filter(QStringLiteral("path on the host: leads to")).size(), 1);
}

void TestFilePath::linkToADevice()
{
    chain("namespace\tqemu\tsame\nlink\thost\t/images/vm1.img\t/dev/sdb\n"
          "file\thost\t/dev/sdb\t6:3\t8:10\tblock special file\n");
    QCOMPARE(layer(LayerKind::HostMount).name, QString());
    QCOMPARE(layer(LayerKind::HostBlock).name, QStringLiteral("sdb"));
    QVERIFY(details(LayerKind::HostBlock)
            .contains(QStringLiteral("symlinks: /images/vm1.img → /dev/sdb")));
}

void TestFilePath::namesBelowDevStay()
{
    disk().chain.last().filename = "/dev/zvol/tank/vm1";
    tell(filePathChain, m_plan.pathSubject("/dev/zvol/tank/vm1"),
        "namespace\tqemu\tsame\nlink\thost\t/dev/zvol/tank/vm1\t../../zd0\n"
        "file\thost\t/dev/zd0\t6:3\te6:0\tblock special file\n");
    QCOMPARE(filePathOf(m_plan, disk(), m_facts), "/dev/zvol/tank/vm1");
    QVERIFY(details(LayerKind::HostBlock)
            .contains(QStringLiteral("symlinks: /dev/zvol/tank/vm1 → ../../zd0")));
}

void TestFilePath::otherDomainsFollowTheSameLinks()
{
    chain("namespace\tqemu\tsame\nlink\thost\t/images\tsrv/b/../nfs\n"
          "remote\thost\t/srv/nfs\tnfs4\t0:38\t/\t/vm1.img\n");
    DiskPlan other = disk();
    other.chain.last().filename = "/images/vm2.img";
    followKnownLinks(other, m_plan, m_facts);
    QCOMPARE(other.filename(), "/srv/nfs/vm2.img");
    other.chain.last().filename = "/images2/vm2.img";
    followKnownLinks(other, m_plan, m_facts);
    QCOMPARE(other.filename(), "/images2/vm2.img");
}

void TestFilePath::isAskedOnceAndThenSeldom()
{
    QCOMPARE(asked(1), 1);
    QCOMPARE(asked(3), 1);
    chain("not readable");
    QCOMPARE(asked(4), 0);
    QCOMPARE(asked(13), 1);
    // Two disks on one file are one path; a descriptor that libvirt handed over is none.
    m_plan.disks.append(disk());
    QCOMPARE(asked(13), 1);
    m_plan.disks.resize(1);
    disk().chain.last().filename = "/dev/fdset/3";
    QCOMPARE(asked(13), 0);
    disk().chain.last().filename = file;
    m_facts = FactStore();
    QCOMPARE(asked(1), 0);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestFilePath)
#include "tst_file_path.moc"
