// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every reader against its folder in tests/fixtures/formats. A case is two files: NAME.txt, what a
// host sent, and NAME.expected, what the reader makes of it. good.* must be readable, broken.* and
// refused.* must not. PLUMBLINE_BLESS=1 writes the expectations anew: look at the diff.

#include "renderings.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace plumbline::tests;

class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void survivesCuts_data() { eachFixture(); }
    void survivesCuts();
    void survivesBrokenTokens_data() { eachFixture(); }
    void survivesBrokenTokens();
    void survivesHostileInput_data();
    void survivesHostileInput();
    void cleanupTestCase();

private:
    static std::vector<Format> formats();
    static const Format &format(const QByteArray &name);
    static QDir folder() { return QDir(QStringLiteral(FIXTURES_DIR "/formats")); }
    static void eachFixture();
    static QByteArray contents(const QString &path);
};

std::vector<Format> TestFormats::formats()
{
    std::vector<Format> all;
    for (const auto &some : {kernelFormats(), blockFormats(), ownFormats(), qmpFormats(),
             libvirtFormats(), sideChannelFormats(), consoleFormats()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

const Format &TestFormats::format(const QByteArray &name)
{
    static const std::vector<Format> all = formats();
    return *std::find_if(
        all.begin(), all.end(), [&name](const Format &f) { return f.name == name; });
}

QByteArray TestFormats::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestFormats::eachFixture()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("path");
    for (const Format &format : formats()) {
        const QDir directory(folder().filePath(QString::fromUtf8(format.name)));
        for (const QString &name : directory.entryList({QStringLiteral("*.txt")}, QDir::Files))
            QTest::addRow("%s/%s", format.name, qPrintable(name))
                << QByteArray(format.name) << directory.filePath(name);
    }
}

void TestFormats::reads_data()
{
    eachFixture();
}

void TestFormats::reads()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QString, path);
    const QByteArray rendered = TestFormats::format(format).render(contents(path));

    const QString expectedPath = path.chopped(3) + QStringLiteral("expected");
    if (qEnvironmentVariableIsSet("PLUMBLINE_BLESS")) {
        QFile expected(expectedPath);
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(rendered);
        return;
    }
    const QList<QByteArray> got = rendered.split('\n');
    const QList<QByteArray> wanted = contents(expectedPath).split('\n');
    for (qsizetype i = 0; i < std::min(got.size(), wanted.size()); ++i) {
        if (got[i] != wanted[i])
            QFAIL(("line " + QByteArray::number(i + 1) + "\n  got:    " + got[i]
                + "\n  wanted: " + wanted[i])
                    .constData());
    }
    QCOMPARE(got.size(), wanted.size());

    // virsh_error finds errors: what is good to it is a failure, and the reverse.
    const bool readable
        = format == "virsh_error" ? rendered != "no error\n" : !rendered.startsWith("unreadable: ");
    const QString name = QFileInfo(path).fileName();
    QCOMPARE(readable, name.startsWith(QLatin1String("good.")));
}

void TestFormats::survivesCuts()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QString, path);
    const QByteArray text = contents(path);
    const auto render = TestFormats::format(format).render;
    static const QList<QByteArray> lineWise{"mountinfo", "diskstats", "task_table", "process_list"};
    const bool isLineWise = lineWise.contains(format)
        && QFileInfo(path).fileName().startsWith(QLatin1String("good."));
    const QByteArray whole = render(text);
    const qsizetype step = 1 + text.size() * text.size() / 8'000'000; // some 8 MB read in all
    for (qsizetype size = 0; size <= text.size(); size += step) {
        // A copy of its own, so that the sanitizer sees a step beyond its end.
        const QByteArray cut(text.constData(), size);
        const QByteArray rendered = render(QByteArrayView(cut));
        QVERIFY(!rendered.isEmpty());
        // Where every line ends for itself, what can be read of a part is a part of the whole.
        if (isLineWise && !rendered.startsWith("unreadable: ") && rendered != "nothing\n")
            QVERIFY2(whole.startsWith(rendered), rendered.constData());
    }
}

void TestFormats::survivesBrokenTokens()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QString, path);
    const QByteArray text = contents(path);
    const auto render = TestFormats::format(format).render;
    static const QList<QByteArray> junk{"", "-1", "18446744073709551616", "99999999999999999999999",
        "\xff\xfe", QByteArray("\0", 1), "'\"(", "\n", "0x"};
    const auto isPart = [](char c) { return QByteArrayView(" \t\n:=,\"'<>/(){}").contains(c); };
    qsizetype tokens = std::count_if(text.begin(), text.end(), isPart);
    const qsizetype every = 1 + tokens * text.size() * junk.size() / 8'000'000;
    qsizetype token = 0;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start;
        while (end < text.size() && !isPart(text[end]))
            ++end;
        if (end > start && token++ % every == 0) {
            for (const QByteArray &with : junk)
                QVERIFY(!render(text.first(start) + with + text.sliced(end)).isEmpty());
        }
        start = end + 1;
    }
}

void TestFormats::survivesHostileInput_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const Format &format : formats())
        QTest::addRow("%s", format.name) << QByteArray(format.name);
}

void TestFormats::survivesHostileInput()
{
    QFETCH(const QByteArray, format);
    const auto render = TestFormats::format(format).render;
    constexpr qsizetype ten = 10'000'000;
    constexpr qsizetype two = 2'000'000; // large enough for anything quadratic to be noticed
    const QByteArray nested = QByteArray(100'000, '[');
    QByteArray entities = "<!DOCTYPE d [<!ENTITY a0 \"aaaaaaaaaa\">";
    for (int i = 1; i < 20; ++i) {
        const QByteArray inner = "&a" + QByteArray::number(i - 1) + ';';
        entities += "<!ENTITY a" + QByteArray::number(i) + " \"" + inner.repeated(10) + "\">";
    }
    entities += "]><domain><name>&a19;</name></domain>";

    const QList<QByteArray> inputs{QByteArray(ten, 'x'), QByteArray(two, ' '),
        QByteArray(two, '\n'), QByteArray(two, '\0'), QByteArray(two, '\xff'), QByteArray(two, ','),
        QByteArray("1 ").repeated(two / 2), "{\"return\":" + nested,
        QByteArray("{\"a\":").repeated(100'000),
        "{\"return\":[" + QByteArray("0,").repeated(two / 2),
        QByteArray("<domain>").repeated(100'000), entities,
        "<domain><name>a</name>" + QByteArray("<disk ").repeated(100'000),
        "Netid State\n" + QByteArray("u_str ESTAB 0 0 * ").repeated(100'000),
        "-blockdev\n" + QByteArray("a.").repeated(1'000'000) + "=1\n",
        "q\n-blockdev\n" + QByteArray("a=1,").repeated(1'000'000) + '\n',
        "error: " + QByteArray("(held by ").repeated(100'000)};
    for (const QByteArray &input : inputs) {
        QElapsedTimer timer;
        timer.start();
        render(input);
        // Generous: sanitizers and a busy machine. What this is for would take minutes.
        QVERIFY2(timer.elapsed() < 20'000, input.first(40).constData());
    }
}

/// What this suite does not cover, it says.
void TestFormats::cleanupTestCase()
{
    QStringList missing;
    QStringList known;
    for (const Format &format : formats()) {
        const QString name = QString::fromUtf8(format.name);
        known.append(name);
        const QDir directory(folder().filePath(name));
        for (const char *kind : {"good", "broken"}) {
            const QString pattern = QLatin1String(kind) + QStringLiteral(".*txt");
            if (directory.entryList({pattern}, QDir::Files).isEmpty())
                missing.append(name + QStringLiteral(" has no fixture ") + pattern);
        }
    }
    for (const QString &name : folder().entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!known.contains(name))
            missing.append(QStringLiteral("nobody reads the folder ") + name);
        const QDir directory(folder().filePath(name));
        for (const QString &file : directory.entryList(QDir::Files)) {
            const QString stem = QFileInfo(file).completeBaseName();
            const bool paired = directory.exists(stem + QStringLiteral(".txt"))
                && directory.exists(stem + QStringLiteral(".expected"));
            if (!paired)
                missing.append(QStringLiteral("nobody reads %1/%2").arg(name, file));
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
