// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a QEMU is not asked is said.
#include "rules/version_findings.h"

#include "diagnosed.h"

#include <QTest>

namespace plumbline {

class TestVersionFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsNotAsked();
    void saysNothingOfOneThatSurvives();
    void saysNothingBeforeTheVersionIsKnown();
    void aRingThatMayBePackedIsNotReadAsSplit();
};

static Story of(const char *version)
{
    Story story(Story::NbdSocket);
    story.says(qemuVersion, story.plan.subject(), fixture(version));
    refinePlan(story.plan, story.facts.last(qemuVersion, story.plan.subject())->value);
    return story;
}

void TestVersionFindings::saysWhatIsNotAsked()
{
    const Story story = of("query_version/good.qemu_11_1.txt");
    const QList<Verdict> found = findUnasked(story.plan, story.facts);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().state, State::Unknown);
    const QString reason = found.first().reason.textIn(nullptr);
    QVERIFY2(reason.startsWith(QStringLiteral("QEMU 11.1 may abort when it is asked")),
        qPrintable(reason));
    QVERIFY(!found.first().evidence.isEmpty());
}

void TestVersionFindings::saysNothingOfOneThatSurvives()
{
    const Story story = of("query_version/good.qemu_10_0.txt");
    QVERIFY(findUnasked(story.plan, story.facts).isEmpty());
}

void TestVersionFindings::saysNothingBeforeTheVersionIsKnown()
{
    const Story story(Story::NbdSocket);
    QVERIFY(findUnasked(story.plan, story.facts).isEmpty());
}

// A full packed ring: its two places are the same, as in an empty one.
void TestVersionFindings::aRingThatMayBePackedIsNotReadAsSplit()
{
    const auto reason = [](bool packed) {
        Story story = of("query_version/good.qemu_11_1.txt");
        story.plan.offersPacked = packed;
        story.at(0).queue(40, 40, 0, 256).secondLook().queue(40, 40, 0, 256);
        for (const Layer &layer : diagnosed(story).layers) {
            if (layer.kind == LayerKind::Virtqueue && layer.verdict.state == State::Unknown)
                return layer.verdict.reason.textIn(nullptr);
        }
        return QString();
    };
    QVERIFY(reason(true).contains(QStringLiteral("packed")));
    QVERIFY(!reason(false).contains(QStringLiteral("packed")));
    QVERIFY(!reason(false).isEmpty());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestVersionFindings)
#include "tst_version_findings.moc"
