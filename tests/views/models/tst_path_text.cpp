// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/path_text.h"

#include <QTest>

using namespace plumbline;

static Diagnosis stalledMount()
{
    Observation observation;
    observation.id = 1;
    observation.host = QStringLiteral("kvm-07");
    observation.command = QStringLiteral("cat /proc/7/mountstats");
    observation.started = wallTimeFromIso(QStringLiteral("2026-11-21T02:14:07.038Z"));
    Layer mount;
    mount.kind = LayerKind::HostMount;
    mount.name = QStringLiteral("nfs-2:/images");
    mount.inFlight = 7;
    mount.completedPerSecond = 0;
    mount.verdict = stalled(Phrase::verbatim(QStringLiteral("none answered")))
                        .sinceTime(wallTimeFromIso(QStringLiteral("2026-11-21T02:13:00.000Z")))
                        .citing({{1, 10, 11}});
    Layer backend;
    backend.kind = LayerKind::Backend;
    backend.name = QStringLiteral("nfs-2");
    backend.verdict = unknown(Phrase::verbatim(QStringLiteral("silent")));
    DiskDiagnosis disk;
    disk.name = QStringLiteral("vda");
    disk.layers = {mount, backend};
    disk.summary.verdict = State::Stalled;
    disk.summary.boundary = Boundary{LayerKind::HostMount, LayerKind::Backend};
    disk.summary.text = Phrase::verbatim(QStringLiteral("Requests stop."));
    disk.summary.evidence = {{1, 10, 11}, {1, 20, 20}};
    disk.blastRadius = {{QStringLiteral("db\n12/vda"), disk.summary}};
    Diagnosis out;
    out.host = QStringLiteral("kvm-07");
    out.domainName = QStringLiteral("prod-worker-07");
    out.domainState = QStringLiteral("running");
    out.disks = {disk};
    out.sideChannels
        = {{SideChannel::Monitor, healthy(Phrase::verbatim(QStringLiteral("answers")))}};
    out.findings = {unknown(Phrase::verbatim(QStringLiteral("df hung")))};
    out.observations.insert(1, observation);
    out.taken = wallTimeFromIso(QStringLiteral("2026-11-21T02:14:08.000Z"));
    return out;
}

class TestPathText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void wholePane()
    {
        const Diagnosis diagnosis = stalledMount();
        QCOMPARE(diagnosisAsText(diagnosis, diagnosis.taken),
            QStringLiteral(
                "prod-worker-07@kvm-07 (running), 2026-11-21T02:14:08.000Z\n"
                "\n"
                "vda: Requests stop.\n"
                "  host mount       stalled  nfs-2:/images  (7 in flight, 0 /s, for 1 min 8 s)\n"
                "                            none answered\n"
                "  ======== STUCK HERE ========\n"
                "  storage backend  unknown  nfs-2\n"
                "                            silent\n"
                "  also affected: db\\n12/vda (stalled)\n"
                "\n"
                "QMP monitor: healthy, answers\n"
                "! df hung\n"
                "\n"
                "Evidence:\n"
                "  kvm-07 2026-11-21T02:14:07.038Z $ cat /proc/7/mountstats (lines 10–11, line "
                "20)\n"));
    }

    void sentenceBringsItsReferences()
    {
        const Diagnosis diagnosis = stalledMount();
        QCOMPARE(sentenceWithCitations(diagnosis.disks.first(), diagnosis),
            QStringLiteral("Requests stop.\n"
                           "  [kvm-07 2026-11-21T02:14:07.038Z $ cat /proc/7/mountstats "
                           "(lines 10–11, line 20)]\n"));
    }

    void unknownObservationsAreNotCited() { QVERIFY(citationsOf({{5, 1, 1}}, {}).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestPathText)
#include "tst_path_text.moc"
