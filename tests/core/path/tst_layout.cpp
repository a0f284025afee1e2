// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of each disk of each command line in tests/fixtures/path, as text next to it.
#include "path/layout.h"

#include "plans.h"
#include "probes/catalogue.h"

#include <QSet>
#include <QTest>

namespace plumbline {

// One host for all: root on sda1, images on NFS and on FUSE.
static FactStore factsOf(const DomainPlan &plan)
{
    FactStore facts;
    tell(facts, processMounts, plan.subject(),
        "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "37 20 0:30 / /var/lib/virt/images rw - nfs4 10.9.9.1:/images rw,hard\n"
        "41 20 0:38 / /lab/fuse rw - fuse.nbdfuse nbdfuse rw\n");
    tell(facts, librbdRequests, plan.subject(),
        contentsOf(QStringLiteral(FIXTURES_DIR "/formats/librbd_requests/good.flowing.1.txt")));
    tell(facts, hostDisks, plan.subject(), "   8       1 sda1 1 0 8 1 0 0 0 0 0 1 1\n");
    return facts;
}

static QByteArray rendered(const QList<Layer> &layers)
{
    QByteArray text;
    for (const Layer &layer : layers) {
        text += "  " + layerKindName(layer.kind).leftJustified(18).toUtf8() + layer.name.toUtf8()
            + "\n      " + layer.identity.toUtf8() + '\n';
        for (const LayerDetail &detail : layer.details)
            text += "      " + detail.label.textIn(nullptr).toUtf8() + ": "
                + detail.value.textIn(nullptr).toUtf8() + '\n';
    }
    return text;
}

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layers_data();
    void layers();
    void whatIsSharedHasOneIdentity();
    void withoutAnyFact();
    void nothingKnownAtAll();
};

void TestLayout::layers_data()
{
    QTest::addColumn<QString>("fixture");
    for (const QString &fixture : commandLineFixtures())
        QTest::newRow(qPrintable(fixture)) << fixture;
}

void TestLayout::layers()
{
    QFETCH(QString, fixture);
    const DomainPlan plan = *planFromProcess(processOf(fixture));
    const FactStore facts = factsOf(plan);
    QByteArray text;
    for (const DiskPlan &disk : plan.disks) {
        const QList<Layer> layers = layOut(plan, disk, facts);
        text += disk.target + '\n' + rendered(layers);
        // Down only, and each layer once.
        QSet<QString> identities;
        for (qsizetype i = 0; i < layers.size(); ++i) {
            QVERIFY(i == 0 || layers.at(i - 1).kind < layers.at(i).kind);
            QVERIFY(!identities.contains(layers.at(i).identity));
            identities.insert(layers.at(i).identity);
        }
    }
    COMPARE_GOLDEN(QStringLiteral(FIXTURES_DIR "/path/layout/")
            + QString(fixture).replace(QLatin1String(".txt"), QLatin1String(".layers")),
        text);
}

void TestLayout::whatIsSharedHasOneIdentity()
{
    DomainPlan plan = *planFromProcess(processOf(QStringLiteral("libvirt_nfs.txt")));
    plan.disks.append(plan.disks.first());
    plan.disks[1].target = "vdb";
    plan.disks[1].device = "virtio-disk1";
    const FactStore facts = factsOf(plan);
    const QList<Layer> first = layOut(plan, plan.disks.at(0), facts);
    const QList<Layer> second = layOut(plan, plan.disks.at(1), facts);
    QCOMPARE(first.size(), second.size());
    for (qsizetype i = 0; i < first.size(); ++i) {
        const bool shared = first.at(i).kind >= LayerKind::HostMount;
        QCOMPARE(first.at(i).identity == second.at(i).identity, shared);
    }
}

void TestLayout::withoutAnyFact()
{
    for (const QString &fixture : commandLineFixtures()) {
        const DomainPlan plan = *planFromProcess(processOf(fixture));
        for (const DiskPlan &disk : plan.disks) {
            const QList<Layer> layers = layOut(plan, disk, FactStore());
            QVERIFY(layers.size() >= 5);
            QCOMPARE(layers.first().kind, LayerKind::GuestApplication);
        }
    }
}

void TestLayout::nothingKnownAtAll()
{
    const Phrase reason = Phrase::verbatim(QStringLiteral("link down"));
    const QList<Layer> layers = layOutUnknown(reason);
    QCOMPARE(layers.size(), 11);
    for (const Layer &layer : layers)
        QCOMPARE(layer.verdict, unknown(reason));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLayout)
#include "tst_layout.moc"
