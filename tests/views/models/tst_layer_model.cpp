// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/layer_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

static WallTime at(qint64 seconds)
{
    return WallTime(milliseconds(seconds * 1000));
}

static Layer layer(LayerKind kind, const QString &name, Verdict verdict)
{
    Layer out;
    out.kind = kind;
    out.name = name;
    out.identity = name;
    out.verdict = std::move(verdict);
    out.measured = at(100);
    return out;
}

static const Phrase because = Phrase::verbatim(QStringLiteral("because"));

/// vda ends at a stalled mount, vdb on NBD; QEMU's threads are shared.
static Diagnosis twoDisks()
{
    const Layer threads = layer(
        LayerKind::HostProcess, QStringLiteral("qemu 7"), unknown(because).as(Modifier::Waiting));
    DiskDiagnosis vda;
    vda.name = QStringLiteral("vda");
    vda.layers = {layer(LayerKind::GuestKernel, QStringLiteral("ext4"), unknown(because)), threads,
        layer(LayerKind::HostMount, QStringLiteral("nfs:/x"), stalled(because).sinceTime(at(40))),
        layer(LayerKind::Backend, QStringLiteral("nfs"), unknown(because))};
    vda.layers[2].inFlight = 7;
    vda.summary.verdict = State::Stalled;
    vda.summary.boundary = Boundary{LayerKind::HostMount, LayerKind::Backend};
    vda.blastRadius = {{QStringLiteral("db/vda"), {}}};
    DiskDiagnosis vdb;
    vdb.name = QStringLiteral("vdb");
    vdb.layers = {layer(LayerKind::GuestKernel, QStringLiteral("xfs"), healthy(because)), threads,
        layer(LayerKind::Backend, QStringLiteral("nbd"), healthy(because))};
    Diagnosis out;
    out.disks = {vda, vdb};
    return out;
}

class TestLayerModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void isAnHonestModel()
    {
        LayerModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setDiagnosis(twoDisks());
        Diagnosis one = twoDisks();
        one.disks.removeLast();
        model.setDiagnosis(one);
        model.setDiagnosis({});
        QCOMPARE(model.rowCount(), 0);
    }

    void sharedLayerStandsInOneRowAndSpans()
    {
        LayerModel model;
        model.setDiagnosis(twoDisks());
        QCOMPARE(model.rowCount(), 4);
        const QModelIndex threads = model.index(1, 1);
        QCOMPARE(threads.data(LayerModel::FirstColumnRole).toInt(), 0);
        QCOMPARE(threads.data(LayerModel::LastColumnRole).toInt(), 1);
        QVERIFY(!model.index(2, 1).data(LayerModel::PresentRole).toBool());
        QCOMPARE(model.index(3, 1).data(LayerModel::NameRole).toString(), QStringLiteral("nbd"));
    }

    void boundaryIsUnderTheLayerAboveIt()
    {
        LayerModel model;
        model.setDiagnosis(twoDisks());
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.index(row, 0).data(LayerModel::StuckBelowRole).toBool(), row == 2);
            QVERIFY(!model.index(row, 1).data(LayerModel::StuckBelowRole).toBool());
        }
    }

    void severalDevicesOfOneDisk()
    {
        // vda: a mapping on sda; vdb: sda alone; vdc: a loop device on a file on sda.
        const auto disk = [](const char *name, const QList<Layer> &layers) {
            DiskDiagnosis out;
            out.name = QString::fromLatin1(name);
            out.layers = layers;
            return out;
        };
        const auto block = [](const char *name) {
            return layer(LayerKind::HostBlock, QString::fromLatin1(name), unknown(because));
        };
        const Layer mount = layer(LayerKind::HostMount, QStringLiteral("/var"), unknown(because));
        Diagnosis diagnosis;
        diagnosis.disks = {disk("vda", {block("sda")}), disk("vdb", {block("dm-0"), block("sda")}),
            disk("vdc", {block("loop0"), mount, block("sda")})};
        Layer stuck = block("sda");
        stuck.verdict = stalled(because);
        diagnosis.disks[1].layers = {block("dm-0"), block("dm-1"), stuck};
        diagnosis.disks[1].summary.boundary = Boundary{LayerKind::HostBlock, LayerKind::HostBlock};
        LayerModel model;
        model.setDiagnosis(diagnosis);
        const auto column = [&model](int at) {
            QStringList names;
            for (int row = 0; row < model.rowCount(); ++row)
                names.append(model.index(row, at).data(LayerModel::NameRole).toString());
            return names.join(u' ');
        };
        // What stands below is drawn below, in every column; what is shared meets in one row.
        QCOMPARE(column(1).simplified(), QStringLiteral("dm-0 dm-1 sda"));
        QCOMPARE(column(2).simplified(), QStringLiteral("loop0 /var sda"));
        const int shared = int(column(1).split(u' ').indexOf(QStringLiteral("sda")));
        QCOMPARE(
            model.index(shared, 0).data(LayerModel::NameRole).toString(), QStringLiteral("sda"));
        // The band is above the stalled one alone.
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(
                model.index(row, 1).data(LayerModel::StuckBelowRole).toBool(), row == shared - 1);
    }

    void newValuesOfTheSameLayersDoNotReset()
    {
        LayerModel model;
        model.setDiagnosis(twoDisks());
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        Diagnosis next = twoDisks();
        next.disks[0].layers[2].inFlight = 9;
        model.setDiagnosis(next);
        QCOMPARE(reset.size(), 0);
        QVERIFY(changed.size() > 0);
        QCOMPARE(model.index(2, 0).data(LayerModel::InFlightRole).toString(), QStringLiteral("9"));
    }

    void problemsAreVisitedStalledFirst()
    {
        LayerModel model;
        model.setDiagnosis(twoDisks());
        QCOMPARE(model.worst(), model.index(2, 0));
        QCOMPARE(model.nextProblem(model.index(2, 0), false), model.index(2, 0));
        Diagnosis calm = twoDisks();
        calm.disks[0].layers[2].verdict = healthy(because);
        model.setDiagnosis(calm);
        QCOMPARE(model.nextProblem({}, false), model.index(0, 0));
        QCOMPARE(model.nextProblem(model.index(0, 0), false), model.index(3, 0));
        QCOMPARE(model.nextProblem(model.index(0, 0), true), model.index(3, 0));
    }

    void factsGrowStaleAfterTwoIntervals()
    {
        LayerModel model;
        model.setDiagnosis(twoDisks());
        model.setInterval(5);
        model.setNow(at(110));
        QVERIFY(!model.index(0, 0).data(LayerModel::StaleRole).toBool());
        model.setNow(at(111));
        QVERIFY(model.index(0, 0).data(LayerModel::StaleRole).toBool());
        QCOMPARE(model.index(0, 0).data(LayerModel::AgeRole).toString(), QStringLiteral("11 s"));
    }

    void unreachableHostMakesAllStale()
    {
        LayerModel model;
        Diagnosis diagnosis = twoDisks();
        diagnosis.staleSince = at(100);
        model.setDiagnosis(diagnosis);
        model.setNow(at(100));
        QVERIFY(model.index(0, 1).data(LayerModel::StaleRole).toBool());
    }

    void accessibleTextSaysWhatIsPainted()
    {
        LayerModel model;
        model.setDiagnosis(twoDisks());
        model.setNow(at(100));
        const QString text = model.index(2, 0).data(Qt::AccessibleTextRole).toString();
        for (const char *part :
            {"host mount", "nfs:/x", "stalled", "7 request", "1 min 0 s", "because", "stuck"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }

    void hostileNamesBecomeOneLine()
    {
        Diagnosis diagnosis = twoDisks();
        diagnosis.disks[0].layers[0].name = QStringLiteral("a\nb\u202E") + QString(10000, u'x');
        LayerModel model;
        model.setDiagnosis(diagnosis);
        const QString name = model.index(0, 0).data(LayerModel::NameRole).toString();
        QVERIFY(name.size() < 300);
        QVERIFY(!name.contains(u'\n') && !name.contains(QChar(0x202e)));
    }
};

QTEST_GUILESS_MAIN(TestLayerModel)
#include "tst_layer_model.moc"
