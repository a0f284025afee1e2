// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is found against grep, which knows nothing of Vectorscan.
#include "logs/text_pattern.h"

#include "support/await.h"

#include <QProcess>
#include <QTest>

#include <random>

namespace plumbline {

using namespace Qt::StringLiterals;

class TestTextPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void likeGrep_data();
    void likeGrep();
    void plainWords();
    void brokenBytes();
    void cases();
    void wrongExpressions_data();
    void wrongExpressions();
    void places();
};

static const QByteArray text = "[    0.000000] Linux version 6.12\n"
                               "\n"
                               "INFO: task jbd2/vda1-8:161 blocked for more than 120 seconds.\n"
                               "  leading blanks\n"
                               "trailing blanks  \n"
                               "aaa\n"
                               "vda: I/O error, sector 2048\n"
                               "a\tb\x1b[31mred\x1b[0m\n"
                               "foo bar foo\n"
                               "\n"
                               "caf\xc3\xa9 open\n"
                               "x\xc3\xa9y\n"
                               "last line without an end";

static QList<qsizetype> foundIn(const TextPattern &pattern, const QByteArray &lines)
{
    QList<qsizetype> numbers;
    pattern.findLines(
        lines, [&](qsizetype start) { numbers.append(lines.first(start).count('\n') + 1); });
    return numbers;
}

static QList<qsizetype> grep(const QString &expression, const QByteArray &lines)
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    process.setProcessEnvironment(environment);
    process.start(u"grep"_s, {u"-a"_s, u"-n"_s, u"-P"_s, u"--"_s, expression});
    process.write(lines);
    process.closeWriteChannel();
    process.waitForFinished();
    QList<qsizetype> numbers;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (line.contains(':'))
            numbers.append(line.first(line.indexOf(':')).toLongLong());
    }
    return numbers;
}

void TestTextPattern::likeGrep_data()
{
    QTest::addColumn<QString>("expression");
    for (const char *expression : {"INFO|error", "^", "$", "^$", "^\\s*$", "^[^a]*$", "a*", "a+",
             "\\bfoo\\b", "foo(?= bar)", "(?<!bar )foo", "(o)\\1", "[0-9]{3}", "^ +", " +$", ".",
             "\\s\\S", "\\S\\s+\\S", "^INFO: task [^ :]+:\\d+ blocked", "x|^$", "\\x1b\\[",
             "sector \\d+$", "e$", "^l", "\\Aa", "end\\z", "[[:digit:]]+\\.", "(?i)LINUX", "x.y",
             "x[^a]y", "^.{3}$", "^.{4}$", "never there", "n\\n*e"})
        QTest::newRow(expression) << QString::fromLatin1(expression);
}

void TestTextPattern::likeGrep()
{
    QFETCH(QString, expression);
    const auto pattern = TextPattern::compile(expression, {.isExact = true});
    VERIFY_RESULT(pattern);
    QCOMPARE(foundIn(*pattern, text), grep(expression, text));
    // And on lines made of the same few letters, in which everything nearly matches.
    std::mt19937 random(11);
    static const QByteArray letters = "aefnor 01:\n\n\t";
    QByteArray noise;
    for (int i = 0; i < 4000; ++i)
        noise += letters.at(qsizetype(random() % size_t(letters.size())));
    QCOMPARE(foundIn(*pattern, noise), grep(expression, noise));
}

void TestTextPattern::plainWords()
{
    const auto pattern = TextPattern::compile(u"I/O error, sector 2"_s, {.isPlain = true});
    VERIFY_RESULT(pattern);
    QCOMPARE(foundIn(*pattern, text), QList<qsizetype>{7});
    const auto dots = TextPattern::compile(u"a.*"_s, {.isPlain = true});
    VERIFY_RESULT(dots);
    QVERIFY(foundIn(*dots, text).isEmpty());
    for (const bool isPlain : {false, true}) {
        const auto accent = TextPattern::compile(u"café"_s, {.isPlain = isPlain});
        VERIFY_RESULT(accent);
        QCOMPARE(foundIn(*accent, text), QList<qsizetype>{11});
    }
    const auto upper = TextPattern::compile(u"CAFÉ"_s, {});
    VERIFY_RESULT(upper);
    QVERIFY(foundIn(*upper, text).isEmpty());
}

// Serial lines lose bytes: what is left is searched all the same.
void TestTextPattern::brokenBytes()
{
    const QByteArray lines = "\xff\xfe error\nfine\n\xc3 error \xe2\x82\n";
    for (const char *expression : {"error", "\\serror", "(?<= )error", "ERROR|error$"}) {
        const auto pattern = TextPattern::compile(QString::fromLatin1(expression), {});
        VERIFY_RESULT(pattern);
        QVERIFY2(foundIn(*pattern, lines).contains(1), expression);
    }
}

void TestTextPattern::cases()
{
    const auto count = [](const QString &words, TextPattern::Options options) {
        return foundIn(*TextPattern::compile(words, options), "Error\nerror\nERROR\n").size();
    };
    QCOMPARE(count(u"error"_s, {}), 3);
    QCOMPARE(count(u"Error"_s, {}), 1);
    QCOMPARE(count(u"error"_s, {.isExact = true}), 1);
    // The capital of an escape is none.
    QCOMPARE(count(u"\\Srror"_s, {}), 3);
}

void TestTextPattern::wrongExpressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("nothing") << QString();
    QTest::newRow("open group") << u"(a"_s;
    QTest::newRow("open class") << u"[a"_s;
    QTest::newRow("repeats nothing") << u"*a"_s;
}

void TestTextPattern::wrongExpressions()
{
    QFETCH(QString, expression);
    const auto pattern = TextPattern::compile(expression, {});
    QVERIFY(!pattern);
    QVERIFY(!pattern.error().what.text().isEmpty());
}

void TestTextPattern::places()
{
    const auto pattern = TextPattern::compile(u"fo+"_s, {});
    VERIFY_RESULT(pattern);
    using Places = QList<std::pair<qsizetype, qsizetype>>;
    QCOMPARE(pattern->placesIn(u"foo bar fooo"_s), (Places{{0, 3}, {8, 4}}));
    QVERIFY(TextPattern::compile(u"x*"_s, {})->placesIn(u"abc"_s).isEmpty());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestTextPattern)
#include "tst_text_pattern.moc"
