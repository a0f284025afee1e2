// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/evidence_document.h"

#include <QTest>

using namespace plumbline;

static Observation answer(ObservationId id, const QByteArray &out, qint64 second = 0)
{
    Observation observation;
    observation.id = id;
    observation.host = QStringLiteral("kvm-07");
    observation.question = QStringLiteral("host.mountstats");
    observation.command = QStringLiteral("cat /proc/7/mountstats");
    observation.started = WallTime(milliseconds(second * 1000));
    observation.duration = 0.038;
    observation.exitCode = 0;
    observation.out = out;
    return observation;
}

static QByteArray lines(int count)
{
    QByteArray out;
    for (int i = 1; i <= count; ++i)
        out += "line " + QByteArray::number(i) + '\n';
    return out;
}

static EvidenceDocument whole(
    const EvidenceList &evidence, const QMap<ObservationId, Observation> &observations)
{
    EvidenceDocument document(evidence, observations);
    while (document.advance(7)) { }
    return document;
}

static QString asText(const EvidenceDocument &document)
{
    QStringList out;
    for (qsizetype i = 0; i < document.rowCount(); ++i) {
        const EvidenceDocument::Row row = document.rowAt(i);
        out.append((row.decisive ? QStringLiteral("> ") : QString()) + row.text);
    }
    return out.join(u'|');
}

class TestEvidenceDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void showsTheLinesAroundWhatDecided()
    {
        EvidenceDocument document = whole({{1, 10, 11}}, {{1, answer(1, lines(20))}});
        const QString text = asText(document);
        QVERIFY2(text.contains(QStringLiteral("|line 7|line 8|line 9|> line 10|> line 11|line 12")),
            qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("line 6|")));
        QCOMPARE(document.rowAt(document.decisiveRowOf(0)).line, 10);
    }

    void foldsOpenAndStayOpen()
    {
        EvidenceDocument document = whole({{1, 10, 10}}, {{1, answer(1, lines(20))}});
        const qsizetype before = document.rowCount();
        qsizetype fold = 0;
        while (document.rowAt(fold).kind != EvidenceDocument::Row::Fold)
            ++fold;
        QVERIFY(!document.unfold(0));
        QVERIFY(document.unfold(fold));
        QCOMPARE(document.rowCount(), before + 5);
        document.setColumns(40);
        QCOMPARE(document.rowCount(), before + 5);
        EvidenceDocument next = whole({{2, 10, 10}}, {{2, answer(2, lines(20))}});
        next.openFoldsOf(document);
        QCOMPARE(next.rowCount(), before + 5);
    }

    void answersToOneQuestionStandTogether()
    {
        Observation other = answer(2, "x\n", 3);
        other.question = QStringLiteral("host.df");
        const EvidenceDocument document = whole({{3, 0, 0}, {2, 0, 0}, {1, 0, 0}},
            {{1, answer(1, "first\n", 0)}, {2, other}, {3, answer(3, "second\n", 5)}});
        QCOMPARE(document.blockCount(), 3);
        QCOMPARE(document.observationOf(0).id, 1);
        QCOMPARE(document.observationOf(1).id, 3);
        QVERIFY(asText(document).contains(QStringLiteral("asked again 5 s later")));
    }

    void silenceIsExplained()
    {
        Observation observation = answer(1, {});
        observation.exitCode.reset();
        observation.silence = Silence{Silence::TimedOut, Phrase::verbatim(QStringLiteral("5 s"))};
        const QString text = asText(whole({{1, 0, 0}}, {{1, observation}}));
        QVERIFY2(text.contains(QStringLiteral("timed out: 5 s")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("no output")));
        QVERIFY(!text.contains(QStringLiteral("exit")));
    }

    void copiedTextCarriesItsReference()
    {
        const EvidenceDocument document = whole({{1, 2, 2}}, {{1, answer(1, lines(3))}});
        const QString text = document.textOf(0, document.rowCount() - 1);
        QCOMPARE(text,
            QStringLiteral("[kvm-07 1970-01-01T00:00:00.000Z $ cat /proc/7/mountstats]\n"
                           "  line 1\n> line 2\n  line 3\n"));
    }

    void longCommandIsBroken()
    {
        Observation observation = answer(1, "x\n");
        observation.command = QString(200, u'a');
        EvidenceDocument document = whole({{1, 0, 0}}, {{1, observation}});
        document.setColumns(50);
        QString joined;
        for (qsizetype i = 0; document.rowAt(i).kind == EvidenceDocument::Row::Command; ++i) {
            QVERIFY(document.rowAt(i).text.size() <= 50);
            joined += document.rowAt(i).text.trimmed();
        }
        QCOMPARE(joined, QStringLiteral("$ ") + observation.command);
    }

    void citesOnlyWhatIsThere()
    {
        QCOMPARE(whole({{9, 1, 1}}, {}).blockCount(), 0);
        QVERIFY(!asText(whole({{1, 50, 60}}, {{1, answer(1, lines(3))}})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEvidenceDocument)
#include "tst_evidence_document.moc"
