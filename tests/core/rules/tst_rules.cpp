// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule by itself: what it says of a disk at ease, of a stuck one, and when it cannot know.
#include "cases.h"

#include "path/layout.h"
#include "rules/catalogue.h"

#include <QSet>
#include <QTest>

#include <algorithm>

namespace plumbline {

// What only passes requests on, or explains why they wait, never accuses its layer.
static const QSet<QByteArray> neverStuck{"guest.application.unseen", "guest.kernel.submits",
    "host-mount.passage", "fabric.passage", "backend.passage", "fabric.block-read",
    "backend.block-read"};
static const QSet<QByteArray> neverAtEase{"guest.application.unseen"};

static QString outcome(const std::optional<Verdict> &verdict)
{
    if (!verdict)
        return QStringLiteral("silent");
    if (verdict->state == State::Unknown && verdict->modifier != Modifier::None)
        return modifierName(verdict->modifier);
    return stateName(verdict->state);
}

static QList<RuleCase> allCases()
{
    return guestCases() + qemuCases() + hostCases() + fabricCases() + blockStackCases()
        + blockReadCases() + librbdCases();
}

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void everyRuleHasItsCases();
    void everyCaseHasItsRule();
    void idsAreUnique();
};

void TestRules::judges_data()
{
    QTest::addColumn<int>("index");
    const QList<RuleCase> cases = allCases();
    for (int i = 0; i < cases.size(); ++i)
        QTest::addRow("%s: %s", cases.at(i).rule, cases.at(i).name) << i;
}

void TestRules::judges()
{
    QFETCH(int, index);
    const RuleCase test = allCases().at(index);
    const auto &rules = ruleCatalogue();
    const auto rule = std::find_if(rules.begin(), rules.end(),
        [&test](const Rule *item) { return qstrcmp(item->id, test.rule) == 0; });
    QVERIFY(rule != rules.end());
    const Story story = test.story();
    const QList<Layer> layers = layOut(story.plan, story.disk(), story.facts);
    auto layer = std::find_if(layers.begin(), layers.end(),
        [&rule](const Layer &item) { return item.kind == (*rule)->kind; });
    // Of several layers of the kind, the one that the rule knows best.
    if (const QByteArray wanted = test.layer; !wanted.isEmpty()) {
        layer = std::find_if(layers.begin(), layers.end(),
            [&wanted](const Layer &item) { return item.identity == QString::fromUtf8(wanted); });
        QVERIFY(layer != layers.end());
    }
    // A rule may be asked about a layer that the disk does not have: it is silent then.
    Layer judged;
    judged.kind = (*rule)->kind;
    if (layer != layers.end())
        judged = *layer;

    const std::optional<Verdict> verdict = (*rule)->apply(story.context(), judged);
    const QString reason = verdict ? verdict->reason.textIn(nullptr) : QString();
    QVERIFY2(outcome(verdict) == QLatin1String(test.verdict),
        qPrintable(outcome(verdict) + QStringLiteral(": ") + reason));
    QVERIFY2(reason.contains(QLatin1String(test.reason)), qPrintable(reason));
    if (!verdict || verdict->state == State::Unknown)
        return;
    // Whoever claims something shows where it stands.
    QVERIFY(!verdict->evidence.isEmpty());
    for (const Evidence &item : verdict->evidence) {
        const auto seen = story.facts.observations().constFind(item.observation);
        QVERIFY(seen != story.facts.observations().constEnd());
        QVERIFY(item.firstLine <= item.lastLine);
        QVERIFY(item.lastLine <= seen->out.count('\n') + 1);
    }
}

void TestRules::everyRuleHasItsCases()
{
    QStringList missing;
    const QList<RuleCase> cases = allCases();
    for (const Rule *rule : ruleCatalogue()) {
        const auto has = [&cases, rule](RuleCase::Situation situation) {
            return std::any_of(cases.begin(), cases.end(), [&](const RuleCase &item) {
                return qstrcmp(item.rule, rule->id) == 0 && item.situation == situation;
            });
        };
        const QString id = QString::fromLatin1(rule->id);
        if (!has(RuleCase::AtEase) && !neverAtEase.contains(rule->id))
            missing << id + QStringLiteral(" at ease");
        if (has(RuleCase::Stuck) == neverStuck.contains(rule->id))
            missing << id + QStringLiteral(" stuck");
        if (!has(RuleCase::InDoubt))
            missing << id + QStringLiteral(" in doubt");
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
}

void TestRules::everyCaseHasItsRule()
{
    QSet<QByteArray> ids;
    for (const Rule *rule : ruleCatalogue())
        ids.insert(rule->id);
    for (const RuleCase &item : allCases())
        QVERIFY2(ids.contains(item.rule), item.rule);
}

void TestRules::idsAreUnique()
{
    QSet<QByteArray> ids;
    for (const Rule *rule : ruleCatalogue()) {
        QVERIFY2(!ids.contains(rule->id), rule->id);
        QVERIFY(qstrlen(rule->question) > 0);
        ids.insert(rule->id);
    }
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestRules)
#include "tst_rules.moc"
