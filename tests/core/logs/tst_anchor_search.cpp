// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The search of many texts at once, held to its portable half and to a search of each alone.
#include "logs/anchor_search.h"
#include "logs/event_matcher.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace plumbline {

static const std::vector<QByteArrayView> few{
    "INFO: task ", "BUG: ", "BUG: soft", "Oops", "I/O error", "kernel BUG at"};

using Next = AnchorSearch::Hit (AnchorSearch::*)(QByteArrayView, qsizetype) const;

static std::vector<AnchorSearch::Hit> all(
    const AnchorSearch &search, QByteArrayView text, Next next)
{
    std::vector<AnchorSearch::Hit> hits;
    for (auto hit = (search.*next)(text, 0); hit.at >= 0; hit = (search.*next)(text, hit.at + 1))
        hits.push_back(hit);
    return hits;
}

static AnchorSearch::Anchors anchorsOf(const std::vector<AnchorSearch::Hit> &hits)
{
    AnchorSearch::Anchors anchors;
    for (const auto &hit : hits)
        anchors |= hit.anchors;
    return anchors;
}

class TestAnchorSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAtEveryPlace();
    void notBeyondTheEnd();
    void anchorsThatShareTheirBytes();
    void bothWaysAlike();
    void eachOfTheTable();
};

void TestAnchorSearch::findsAtEveryPlace()
{
    const AnchorSearch search(few);
    for (int size = 0; size < 140; ++size) {
        for (size_t anchor = 0; anchor < few.size(); ++anchor) {
            const QByteArray text = QByteArray(size, ' ') + few[anchor].toByteArray();
            for (const Next next : {&AnchorSearch::next, &AnchorSearch::nextPortable}) {
                const auto hits = all(search, text, next);
                QVERIFY(anchorsOf(hits)[anchor]);
                QVERIFY(std::ranges::all_of(hits, [size](auto hit) { return hit.at >= size; }));
            }
        }
    }
}

void TestAnchorSearch::notBeyondTheEnd()
{
    const AnchorSearch search(few);
    const QByteArray text = QByteArray(100, '.') + "INFO: task ";
    for (qsizetype size = 0; size < text.size(); ++size) {
        const QByteArray cut(
            text.constData(), size); // of its own, so that the sanitizer sees its end
        QCOMPARE(search.next(cut, 0).at, -1);
        QCOMPARE(search.nextPortable(cut, 0).at, -1);
    }
}

void TestAnchorSearch::anchorsThatShareTheirBytes()
{
    const AnchorSearch search(few);
    const AnchorSearch::Anchors bugAndSoft(0b000110);
    QVERIFY(
        anchorsOf(all(search, "watchdog: BUG: soft lockup", &AnchorSearch::next)) == bugAndSoft);
    const AnchorSearch::Anchors bugTwice(0b100010);
    QVERIFY(anchorsOf(all(search, "BUG: kernel BUG at x", &AnchorSearch::next)) == bugTwice);
}

void TestAnchorSearch::bothWaysAlike()
{
    const EventMatcher matcher;
    QRandomGenerator random(7);
    QByteArray text;
    while (text.size() < 200'000) {
        // Parts of samples make what nearly is an anchor.
        const auto rows = eventPatterns();
        const QByteArrayView sample(rows[size_t(random.bounded(int(rows.size())))].samples.front());
        const qsizetype start = random.bounded(int(sample.size()));
        text += sample.sliced(start, random.bounded(int(sample.size() - start) + 1));
        text += char(random.bounded(256));
    }
    const auto wide = all(matcher.search(), text, &AnchorSearch::next);
    QVERIFY(wide.size() > 500);
    QVERIFY(wide == all(matcher.search(), text, &AnchorSearch::nextPortable));
}

void TestAnchorSearch::eachOfTheTable()
{
    std::vector<QByteArrayView> anchors;
    for (const EventPattern &row : eventPatterns()) {
        if (std::ranges::find(anchors, QByteArrayView(row.anchor)) == anchors.end())
            anchors.emplace_back(row.anchor);
    }
    const AnchorSearch search(anchors);
    for (const EventPattern &row : eventPatterns()) {
        for (const QByteArrayView sample : row.samples) {
            const AnchorSearch::Anchors found = anchorsOf(all(search, sample, &AnchorSearch::next));
            for (size_t anchor = 0; anchor < anchors.size(); ++anchor)
                QCOMPARE(found[anchor], sample.contains(anchors[anchor]));
        }
    }
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestAnchorSearch)
#include "tst_anchor_search.moc"
