// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures promise what the program can say: the samples' sentences are those of core.
#include "views/scenes/sample_diagnosis.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace plumbline;

class TestSamples : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        static const QRegularExpression seam(QStringLiteral("\"\\s*\\n\\s*\""));
        QDirIterator files(QStringLiteral(PLUMBLINE_SOURCE_DIR "/core"), {QStringLiteral("*.cpp")},
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_core += QString::fromUtf8(file.readAll()).remove(seam);
        }
    }

    void speakAsTheRulesDo_data()
    {
        QTest::addColumn<Diagnosis>("diagnosis");
        QTest::newRow("stalled") << sample::stalledMount();
        QTest::newRow("two disks") << sample::twoDisks();
        QTest::newRow("healthy") << sample::healthyDisks();
        QTest::newRow("unknown") << sample::unknownDisks();
        QTest::newRow("stale") << sample::staleDisks();
        QTest::newRow("lost interrupt") << sample::lostInterrupt();
    }

    void speakAsTheRulesDo()
    {
        QFETCH(Diagnosis, diagnosis);
        for (const DiskDiagnosis &disk : diagnosis.disks) {
            expectInCore(disk.summary.text);
            for (const Layer &layer : disk.layers) {
                expectInCore(layer.verdict.reason);
                for (const LayerDetail &detail : layer.details)
                    expectInCore(detail.label);
            }
        }
        for (const SideChannel &channel : diagnosis.sideChannels)
            expectInCore(channel.verdict.reason);
        for (const Verdict &finding : diagnosis.findings)
            expectInCore(finding.reason);
        for (const Virtqueue &queue : diagnosis.virtqueues) {
            for (const QueueAnswer &answer : {queue.seen, queue.completed, queue.noticed})
                expectInCore(answer.why);
        }
        for (const Observation &observation : diagnosis.observations) {
            if (observation.silence)
                expectInCore(observation.silence->why);
        }
    }

private:
    void expectInCore(const Phrase &phrase) const
    {
        // What a tool said, and nothing, has no source.
        if (phrase.source().isEmpty())
            return;
        QVERIFY2(m_core.contains(u'"' + QString::fromUtf8(phrase.source()) + QStringLiteral("\"")),
            phrase.source().constData());
    }

    QString m_core;
};

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
