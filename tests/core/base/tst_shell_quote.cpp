// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shell_quote.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline {

class TestShellQuote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shellsGiveTheBytesBack_data();
    void shellsGiveTheBytesBack();
    void anyBytes();
    void wordsStayApart();
    void plainWordsStayReadable();
    void nulCannotBeKept();

private:
    QByteArray evaluated(const QString &shell, const QByteArray &script);
    QTemporaryDir m_folder;
};

QByteArray TestShellQuote::evaluated(const QString &shell, const QByteArray &script)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(shell, {QStringLiteral("-s")});
    process.write(script);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

void TestShellQuote::shellsGiveTheBytesBack_data()
{
    QTest::addColumn<QByteArray>("word");
    const std::pair<const char *, QByteArray> words[]{{"empty", ""}, {"quote", "it's"},
        {"only quotes", "''''"}, {"double quote", "say \"x\""}, {"backslash at the end", "a\\"},
        {"line ends", "a\nb\n"}, {"command", "$(touch owned)"}, {"backticks", "`touch owned`"},
        {"end of command", "; touch owned;"}, {"quote and command", "'; touch owned; '"},
        {"variable", "$HOME ${IFS}"}, {"option", "-n"}, {"long option", "--help"},
        {"glob", "* ?[a]"}, {"tilde", "~root"}, {"comment", "# x"}, {"history", "!!"},
        {"blanks", " \t "}, {"equals", "A=b"}, {"not UTF-8", "\xff\xfe\x80"},
        {"escape", "\x1b[31m"}, {"bidirectional", "\u202e\u2066"},
        {"redirection", ">owned <x 2>&1"}, {"brace", "{a,b}"},
        {"long", QByteArray("'$(touch owned)\n").repeated(700)}};
    for (const auto &[name, word] : words)
        QTest::newRow(name) << word;
}

void TestShellQuote::shellsGiveTheBytesBack()
{
    QFETCH(QByteArray, word);
    const QByteArray script = "printf %s " + shellQuoted(word) + '\n';
    for (const char *shell : {"sh", "bash"}) {
        if (qstrcmp(shell, "sh") == 0 || !evaluated(QString::fromLatin1(shell), "echo x").isEmpty())
            QCOMPARE(evaluated(QString::fromLatin1(shell), script), word);
    }
    QVERIFY(!QDir(m_folder.path()).exists(QStringLiteral("owned")));
}

// Property: whatever the bytes, a shell gives them back. The seed is fixed, the words are not ours.
void TestShellQuote::anyBytes()
{
    QRandomGenerator random(20261121);
    QByteArray script;
    QByteArray expected;
    for (int i = 0; i < 300; ++i) {
        QByteArray word;
        const int size = random.bounded(40);
        for (int k = 0; k < size; ++k)
            word += char(random.bounded(1, 256));
        script += "printf '%s\\0' " + shellQuoted(word) + '\n';
        expected += word + '\0';
    }
    QCOMPARE(evaluated(QStringLiteral("sh"), script), expected);
}

void TestShellQuote::wordsStayApart()
{
    const QByteArray line = shellCommandLine({"printf", "<%s>", "a b", "", "c'd", "-x"});
    QCOMPARE(evaluated(QStringLiteral("sh"), line + '\n'), "<a b><><c'd><-x>");
}

void TestShellQuote::plainWordsStayReadable()
{
    QCOMPARE(shellCommandLine({"cat", "/proc/341/mountinfo"}), "cat /proc/341/mountinfo");
    QCOMPARE(shellQuoted(""), "''");
}

void TestShellQuote::nulCannotBeKept()
{
    QCOMPARE(shellQuoted(QByteArrayView("a\0b", 3)), "'ab'");
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestShellQuote)
#include "tst_shell_quote.moc"
