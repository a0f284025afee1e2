// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded incident from end to end, as known at each of its moments: text and JSON.
#include "investigation/replay.h"

#include "incident/diagnosis_json.h"
#include "incident/diagnosis_text.h"
#include "support/await.h"
#include "support/golden.h"
#include "support/json_schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace plumbline {

using namespace Qt::StringLiterals;

static const QString incident
    = QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources/incidents/nfs-hard-mount");

static Result<Diagnosis> knownAt(int round, const QString &disk = {})
{
    Result<std::unique_ptr<RecordedHost>> host = RecordedHost::open(incident);
    if (!host)
        return std::unexpected(host.error());
    Target target;
    target.scheme = Target::Recorded;
    target.path = u"nfs-hard-mount"_s;
    Investigation investigation(host->get(), target);
    return await(replay(&investigation, host->get(), round, disk));
}

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rounds_data();
    void rounds();
    void isAboutTheStall();
    void oneDiskOnly();
    void noSuchRound();
    void evidenceIsThere_data() { rounds_data(); }
    void evidenceIsThere();
    void theSchemaIsStrict_data();
    void theSchemaIsStrict();
    void bytesThatAreNoText();
};

void TestReplay::rounds_data()
{
    QTest::addColumn<int>("round");
    QTest::addColumn<State>("state");
    QTest::newRow("discovery") << 0 << State::Unknown;
    QTest::newRow("healthy") << 1 << State::Unknown; // one look proves nothing
    QTest::newRow("stalled") << 2 << State::Stalled;
    QTest::newRow("stalled, monitor wedged") << 3 << State::Stalled;
    QTest::newRow("recovered") << 4 << State::Healthy;
}

void TestReplay::rounds()
{
    QFETCH(int, round);
    QFETCH(State, state);
    const auto diagnosis = knownAt(round);
    VERIFY_RESULT(diagnosis);
    COMPARE_GOLDEN(QStringLiteral(FIXTURES_DIR "/replay/nfs-hard-mount.%1.txt").arg(round),
        diagnosisText(*diagnosis).toUtf8());
    QCOMPARE(diagnosis->overall(), state);
    const QString complaint
        = complaintOfSchema(u"diagnosis.schema.json"_s, diagnosisJson(*diagnosis));
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    int stuck = 0;
    for (const Layer &layer : diagnosis->disks.first().layers)
        stuck += layer.verdict.state == State::Stalled ? 1 : 0;
    QCOMPARE(stuck, state == State::Stalled ? 1 : 0);
}

void TestReplay::isAboutTheStall()
{
    const auto diagnosis = knownAt(-1);
    VERIFY_RESULT(diagnosis);
    const auto third = knownAt(3);
    VERIFY_RESULT(third);
    QCOMPARE(*diagnosis, *third);
    const DiskSummary &summary = diagnosis->disks.first().summary;
    QCOMPARE(summary.boundary->below, LayerKind::HostMount);
    // The agent's silence and a wedged monitor accuse nobody.
    for (const SideChannel &channel : diagnosis->sideChannels)
        QVERIFY(!channel.verdict.evidence.isEmpty() || channel.verdict.state == State::Unknown);
}

void TestReplay::oneDiskOnly()
{
    VERIFY_RESULT(knownAt(-1, u"vda"_s));
    const auto none = knownAt(-1, u"vdq"_s);
    QVERIFY(!none);
    QCOMPARE(none.error().where, u"vdq"_s);
}

void TestReplay::noSuchRound()
{
    VERIFY_RESULT(knownAt(4));
    const auto beyond = knownAt(5);
    QVERIFY(!beyond);
    QVERIFY2(beyond.error().text().contains(u"its last is 4"_s), qPrintable(beyond.error().text()));
}

// Every line that is pointed at exists.
void TestReplay::evidenceIsThere()
{
    QFETCH(int, round);
    const auto diagnosis = knownAt(round);
    VERIFY_RESULT(diagnosis);
    EvidenceList all = diagnosis->disks.first().summary.evidence;
    for (const Layer &layer : diagnosis->disks.first().layers)
        all += layer.verdict.evidence;
    for (const SideChannel &channel : diagnosis->sideChannels)
        all += channel.verdict.evidence;
    for (const Verdict &finding : diagnosis->findings)
        all += finding.evidence;
    for (const Evidence &item : std::as_const(all)) {
        if (!item.observation)
            continue;
        const auto seen = diagnosis->observations.constFind(item.observation);
        QVERIFY(seen != diagnosis->observations.constEnd());
        QVERIFY(item.firstLine >= 0 && item.firstLine <= item.lastLine);
        QVERIFY(item.lastLine <= seen->out.count('\n') + 1);
    }
}

void TestReplay::theSchemaIsStrict_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("another verdict")
        << QByteArray("\"verdict\": \"stalled\"") << QByteArray("\"verdict\": \"bad\"");
    QTest::newRow("another modifier")
        << QByteArray("\"modifier\": \"waiting\"") << QByteArray("\"modifier\": \"\"");
    QTest::newRow("another kind") << QByteArray("\"host-mount\"") << QByteArray("\"mount\"");
    QTest::newRow("a field more") << QByteArray("\"rounds\":")
                                  << QByteArray("\"more\": 1, \"rounds\":");
    QTest::newRow("a field less") << QByteArray("\"since\":") << QByteArray("\"until\":");
    QTest::newRow("a time without a zone") << QByteArray("Z\"") << QByteArray("\"");
    QTest::newRow("lines from zero")
        << QByteArray("\"lines\": [\n") << QByteArray("\"lines\": [0,\n");
    QTest::newRow("text for a number")
        << QByteArray("\"in_flight\": 3") << QByteArray("\"in_flight\": \"3\"");
}

void TestReplay::theSchemaIsStrict()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto diagnosis = knownAt(2);
    VERIFY_RESULT(diagnosis);
    QByteArray json = diagnosisJson(*diagnosis);
    const qsizetype at = json.indexOf(from);
    QVERIFY(at >= 0);
    json.replace(at, from.size(), to);
    QVERIFY(!QJsonDocument::fromJson(json).isNull());
    QVERIFY(!complaintOfSchema(u"diagnosis.schema.json"_s, json).isEmpty());
}

void TestReplay::bytesThatAreNoText()
{
    Diagnosis diagnosis;
    diagnosis.host = u"h\u0000\u001b\u202e"_s;
    Observation observation;
    observation.id = 1;
    observation.question = u"q"_s;
    observation.out = QByteArray("\xff\0\x1b", 3);
    observation.err = "text";
    diagnosis.observations.insert(1, observation);
    const QByteArray json = diagnosisJson(diagnosis);
    const QString complaint = complaintOfSchema(u"diagnosis.schema.json"_s, json);
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    const QJsonObject seen
        = QJsonDocument::fromJson(json).object()[u"observations"].toArray().first().toObject();
    QCOMPARE(seen[u"output_encoding"].toString(), u"base64"_s);
    QCOMPARE(QByteArray::fromBase64(seen[u"output"].toString().toLatin1()), observation.out);
    QCOMPARE(seen[u"errors"].toString(), u"text"_s);
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestReplay)
#include "tst_replay.moc"
