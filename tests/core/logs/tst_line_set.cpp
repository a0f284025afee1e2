// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The set of lines against the plainest one there is.
#include "logs/line_set.h"

#include <QTest>

#include <random>
#include <set>

namespace plumbline {

class TestLineSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void likeASet_data();
    void likeASet();
    void combinations();
    void inBothAndCut();
    void memoryIsBounded();
};

void TestLineSet::empty()
{
    const LineSet none;
    QCOMPARE(none.count(), 0);
    QVERIFY(!none.contains(0));
    QVERIFY(!none.at(0) && !none.nextFrom(0) && !none.lastUpTo(100));
    QCOMPARE(none.rank(5000), 0);
}

void TestLineSet::likeASet_data()
{
    QTest::addColumn<double>("density");
    QTest::newRow("rare") << 0.001;
    QTest::newRow("some") << 0.1;
    QTest::newRow("most") << 0.95;
}

void TestLineSet::likeASet()
{
    QFETCH(double, density);
    std::mt19937 random(7);
    std::bernoulli_distribution isIn(density);
    LineSet set;
    std::set<qint64> oracle;
    static constexpr qint64 lines = 20000;
    for (qint64 line = 0; line < lines; ++line) {
        if (!isIn(random))
            continue;
        set.append(line);
        set.append(line);
        oracle.insert(line);
    }
    QCOMPARE(set.count(), qint64(oracle.size()));
    std::vector<qint64> sorted(oracle.begin(), oracle.end());
    for (size_t n = 0; n < sorted.size(); ++n)
        QCOMPARE(set.at(qint64(n)), sorted[n]);
    QVERIFY(!set.at(qint64(sorted.size())) && !set.at(-1));
    for (qint64 line = -1; line <= lines + 100; ++line) {
        const auto next = oracle.lower_bound(line);
        QCOMPARE(set.contains(line), oracle.contains(line));
        QCOMPARE(set.rank(line), std::distance(oracle.begin(), next));
        QCOMPARE(set.nextFrom(line), next == oracle.end() ? std::nullopt : std::optional(*next));
        const auto behind = oracle.upper_bound(line);
        QCOMPARE(set.lastUpTo(line),
            behind == oracle.begin() ? std::nullopt : std::optional(*std::prev(behind)));
    }
}

void TestLineSet::combinations()
{
    LineSet even;
    LineSet third;
    for (qint64 line = 0; line < 1000; ++line) {
        if (line % 2 == 0)
            even.append(line);
        if (line % 3 == 0)
            third.append(line);
    }
    const auto check = [](const LineSet &set, auto isIn) {
        for (qint64 line = 0; line < 1100; ++line)
            QCOMPARE(set.contains(line), line < 997 && isIn(line));
    };
    check(LineSet::combined({}, {}, 997), [](qint64) { return true; });
    check(LineSet::combined({&even}, {}, 997), [](qint64 line) { return line % 2 == 0; });
    check(LineSet::combined({}, {&even}, 997), [](qint64 line) { return line % 2 != 0; });
    check(LineSet::combined({&even, &third}, {}, 997),
        [](qint64 line) { return line % 2 == 0 || line % 3 == 0; });
    check(LineSet::combined({&even}, {&third}, 997),
        [](qint64 line) { return line % 2 == 0 && line % 3 != 0; });
    QCOMPARE(LineSet::combined({}, {}, 0).count(), 0);
}

void TestLineSet::inBothAndCut()
{
    std::mt19937 random(5);
    LineSet one;
    LineSet other;
    std::set<qint64> both;
    for (qint64 line = 0; line < 3000; ++line) {
        const bool isInOne = random() % 3 == 0;
        const bool isInOther = random() % 5 == 0;
        if (isInOne)
            one.append(line);
        if (isInOther)
            other.append(line);
        if (isInOne && isInOther)
            both.insert(line);
    }
    for (qint64 line = -2; line < 3100; ++line) {
        const auto next = both.lower_bound(line);
        QCOMPARE(LineSet::nextInBoth(one, other, line),
            next == both.end() ? std::nullopt : std::optional(*next));
        const auto behind = both.upper_bound(line);
        QCOMPARE(LineSet::lastInBoth(one, other, line),
            behind == both.begin() ? std::nullopt : std::optional(*std::prev(behind)));
    }
    for (const qint64 from : {qint64(5000), qint64(2999), qint64(2560), qint64(70), qint64(0)}) {
        LineSet oracle;
        for (qint64 line = 0; line < std::min<qint64>(from, 3000); ++line) {
            if (one.contains(line))
                oracle.append(line);
        }
        one.cutFrom(from);
        QCOMPARE(one.count(), oracle.count());
        for (qint64 n = 0; n < oracle.count(); ++n)
            QCOMPARE(one.at(n), oracle.at(n));
        // And it goes on from there.
        LineSet longer = one;
        longer.append(from + 100);
        QCOMPARE(longer.at(longer.count() - 1), from + 100);
        QCOMPARE(longer.count(), oracle.count() + 1);
    }
}

void TestLineSet::memoryIsBounded()
{
    LineSet set;
    static constexpr qint64 far = 100'000'000;
    set.append(far);
    QCOMPARE(set.count(), 1);
    QCOMPARE(set.at(0), far);
    // A bit for each line, and what a vector keeps in reserve.
    QVERIFY2(set.memory() < far / 8 * 2 + 1'000'000, qPrintable(QString::number(set.memory())));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLineSet)
#include "tst_line_set.moc"
