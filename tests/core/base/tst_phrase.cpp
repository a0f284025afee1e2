// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/phrase.h"

#include <QTest>
#include <QTranslator>

namespace plumbline {

/// Knows two sentences: one whose arguments change places, and one with a plural.
class Dutchman : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        if (qstrcmp(source, "%1 at %2") == 0)
            return QStringLiteral("bij %2: %1");
        if (qstrcmp(source, "%n request(s) at %1") == 0)
            return n == 1 ? QStringLiteral("%n verzoek bij %1")
                          : QStringLiteral("%n verzoeken bij %1");
        return {};
    }
};

class TestPhrase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsInOrder();
    void hostileArgumentsAreTextOnly();
    void placesWithoutAnArgumentStay();
    void phrasesInPhrasesAreTranslatedToo();
    void pluralsFollowTheCount();
    void numbers();
    void verbatimIsNeverTranslated();
    void emptiness();
};

void TestPhrase::argumentsInOrder()
{
    const Phrase phrase = PHRASE("test", "%2 before %1").arg(QStringLiteral("a")).arg(7);
    QCOMPARE(phrase.text(), QStringLiteral("7 before a"));
}

// A domain may be called "%2" or "%n": neither may be taken for a place of ours.
void TestPhrase::hostileArgumentsAreTextOnly()
{
    const Phrase phrase = PHRASE("test", "%1 at %2, %n times")
                              .arg(QStringLiteral("%2%1%n%%L1"))
                              .arg(QStringLiteral("%1"))
                              .count(3);
    QCOMPARE(phrase.text(), QStringLiteral("%2%1%n%%L1 at %1, 3 times"));
}

void TestPhrase::placesWithoutAnArgumentStay()
{
    QCOMPARE(PHRASE("test", "%1 of %2 %").arg(1).text(), QStringLiteral("1 of %2 %"));
    QCOMPARE(PHRASE("test", "%0 %x %").arg(1).text(), QStringLiteral("%0 %x %"));
}

void TestPhrase::phrasesInPhrasesAreTranslatedToo()
{
    const Dutchman dutch;
    const Phrase inner = PHRASE("test", "%1 at %2").arg(1).arg(2);
    const Phrase outer = PHRASE("test", "%1 at %2").arg(inner).arg(QStringLiteral("%1"));
    QCOMPARE(outer.textIn(&dutch), QStringLiteral("bij %1: bij 2: 1"));
    QCOMPARE(outer.textIn(nullptr), QStringLiteral("1 at 2 at %1"));
}

void TestPhrase::pluralsFollowTheCount()
{
    const Dutchman dutch;
    const Phrase phrase = PHRASE_N("test", "%n request(s) at %1").arg(QStringLiteral("vda"));
    QCOMPARE(phrase.count(1).textIn(&dutch), QStringLiteral("1 verzoek bij vda"));
    QCOMPARE(phrase.count(2).textIn(&dutch), QStringLiteral("2 verzoeken bij vda"));
    QCOMPARE(phrase.count(0).textIn(nullptr), QStringLiteral("0 request(s) at vda"));
    // The count of the outer one says nothing about the inner one.
    const Phrase nested = PHRASE_N("test", "%n request(s) at %1").arg(phrase.count(1)).count(5);
    QCOMPARE(nested.textIn(&dutch), QStringLiteral("5 verzoeken bij 1 verzoek bij vda"));
}

void TestPhrase::numbers()
{
    QCOMPARE(PHRASE("test", "%1 s").arg(1.26, 1).text(), QStringLiteral("1.3 s"));
    QCOMPARE(PHRASE("test", "%1").arg(std::numeric_limits<qint64>::min()).text(),
        QStringLiteral("-9223372036854775808"));
}

void TestPhrase::verbatimIsNeverTranslated()
{
    const Dutchman dutch;
    QCOMPARE(
        Phrase::verbatim(QStringLiteral("%1 at %2")).textIn(&dutch), QStringLiteral("%1 at %2"));
}

void TestPhrase::emptiness()
{
    QVERIFY(Phrase().isEmpty());
    QCOMPARE(Phrase().text(), QString());
    QVERIFY(!Phrase::verbatim(QStringLiteral("x")).isEmpty());
    QCOMPARE(PHRASE("test", "a").arg(1), PHRASE("test", "a").arg(1));
    QVERIFY(PHRASE("test", "a").arg(1) != PHRASE("test", "a").arg(2));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestPhrase)
#include "tst_phrase.moc"
