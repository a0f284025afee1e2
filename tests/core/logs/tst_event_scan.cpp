// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole logs: tests/fixtures/logs/NAME.txt against NAME.events; what is found does not depend on
// how the bytes come.
#include "logs/event_scan.h"
#include "support/golden.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

namespace plumbline {

static const QDir folder(QStringLiteral(FIXTURES_DIR "/logs"));

static QByteArray listing(const EventScan &scan)
{
    QByteArray text;
    for (const LogEvent &event : scan.events()) {
        text += QByteArray::number(event.line) + '-' + QByteArray::number(event.lastLine) + " @"
            + QByteArray::number(event.offset) + ' ' + eventKindName(event.kind).toByteArray();
        text += event.guestTime ? " " + QByteArray::number(*event.guestTime, 'f', 6) : " -";
        if (!event.wallTime.isEmpty())
            text += " [" + event.wallTime + ']';
        text += event.isMixed ? " mixed" : "";
        text += event.isStamped ? "\n" : " unstamped\n";
        text += "    " + event.text + '\n';
        for (const EventField &field : event.fields)
            text += "    " + field.name + '=' + field.value + '\n';
    }
    for (const auto &boot : scan.clock().boots()) {
        text += "boot from line " + QByteArray::number(boot.line) + ": "
            + (boot.sourceLine
                    ? boot.zero.text(3) + " by line " + QByteArray::number(boot.sourceLine)
                    : QByteArray("unknown"))
            + '\n';
    }
    return text + QByteArray::number(scan.lineCount()) + " lines\n";
}

static QByteArray scanned(const QByteArray &text, qsizetype piece)
{
    EventScan scan;
    for (qsizetype at = 0; at < text.size(); at += piece) {
        // A copy of its own, so that the sanitizer sees a step beyond its end.
        const QByteArray part(text.constData() + at, std::min(piece, text.size() - at));
        scan.append(part);
    }
    scan.finish();
    return listing(scan);
}

static QByteArray kindsOf(const QByteArray &text)
{
    EventScan scan;
    scan.append(text);
    scan.finish();
    QByteArray kinds;
    for (const LogEvent &event : scan.events()) {
        kinds += eventKindName(event.kind).toByteArray() + ':' + QByteArray::number(event.line)
            + '-' + QByteArray::number(event.lastLine) + ' ';
    }
    return kinds.trimmed();
}

class TestEventScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logs_data();
    void logs();
    void asManyAsGrepFinds_data() { logs_data(); }
    void asManyAsGrepFinds();
    void cutAnywhere();
    void extents_data();
    void extents();
    void longLines();
    void moreThanAreKept();
    void hostileInput_data();
    void hostileInput();
};

void TestEventScan::logs_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = folder.entryList({QStringLiteral("*.txt")}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name.chopped(4);
}

void TestEventScan::logs()
{
    QFETCH(const QString, name);
    const QByteArray text = contentsOf(folder.filePath(name + QStringLiteral(".txt")));
    const QByteArray whole = scanned(text, text.size());
    COMPARE_GOLDEN(folder.filePath(name + QStringLiteral(".events")), whole);
    for (const qsizetype piece : {1, 7, 100, 4096, 65536})
        QCOMPARE(scanned(text, piece), whole);
}

// An oracle of another kind: how many lines have the words, wherever they stand. The logs of real
// machines quote nobody.
void TestEventScan::asManyAsGrepFinds()
{
    QFETCH(const QString, name);
    if (name.startsWith(QStringLiteral("synthetic_")))
        return;
    const QByteArray text = contentsOf(folder.filePath(name + QStringLiteral(".txt")));
    const QByteArray found = kindsOf(text);
    const std::pair<const char *, const char *> words[]{{"hung-task:", " blocked for more than "},
        {"io-error:", "I/O error, dev "}, {"io-error:", "Buffer I/O error on "},
        {"filesystem-error:", "EXT4-fs error (device"},
        {"filesystem-error:", "EXT4-fs warning (device"},
        {"filesystem-error:", "I/O error while writing superblock"},
        {"nfs-not-responding:", " not responding, "}, {"nfs-ok:", " OK\n"},
        {"suppressed-messages:", "callbacks suppressed"},
        {"suppressed-messages:", "are suppressed"}, {"boot:", "Linux version "},
        {"panic:", "] Kernel panic - "}};
    QMap<QByteArray, qsizetype> counts;
    for (const auto &[kind, word] : words)
        counts[kind] += text.count(word);
    // One line has the second pair's words and is no error of a device.
    counts["filesystem-error:"] += text.count("previous I/O error to superblock");
    for (const auto &[kind, count] : counts.asKeyValueRange())
        QCOMPARE(found.count(kind), count);
}

void TestEventScan::cutAnywhere()
{
    const QByteArray text
        = contentsOf(folder.filePath(QStringLiteral("hung_tasks_6_12.txt"))).left(6000);
    const QByteArray whole = scanned(text, text.size());
    for (qsizetype cut = 0; cut <= text.size(); cut += 3) {
        EventScan scan;
        scan.append(text.first(cut));
        scan.append(text.sliced(cut));
        scan.finish();
        QCOMPARE(listing(scan), whole);
    }
}

void TestEventScan::extents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kinds");
    const QByteArray hung = "[  100.000000] INFO: task dd:3 blocked for more than 20 seconds.\n"
                            "[  100.000001] task:dd state:D stack:0 pid:3\n"
                            "[  100.000002] Call Trace:\n";
    QTest::newRow("a stack") << hung
            + "[  100.000003]  schedule+0x27/0xc0\n[  100.000004] random: done\n"
                             << QByteArray("hung-task:1-4");
    QTest::newRow("a prompt among it") << hung + "~ # ls\n[  100.000003]  schedule+0x27/0xc0\n"
                                       << QByteArray("hung-task:1-5");
    QTest::newRow("too much of others") << hung + "a\nb\nc\nd\n[  100.000003]  schedule+0x27/0xc0\n"
                                        << QByteArray("hung-task:1-3");
    QTest::newRow("later") << hung + "[  200.000000]  DMA      [mem 0x0-0xf]\n"
                           << QByteArray("hung-task:1-3");
    QTest::newRow("an unstamped line is another's") << hung + "  Call Trace of mine\n"
                                                    << QByteArray("hung-task:1-3");
    QTest::newRow("another event ends it")
        << hung + hung << QByteArray("hung-task:1-3 hung-task:4-6");
    QTest::newRow("an Oops is one event")
        << QByteArray("[    1.000000] BUG: kernel NULL pointer dereference, address: 0\n"
                      "[    1.000001] #PF: supervisor write access in kernel mode\n"
                      "[    1.000002] Oops: Oops: 0002 [#1] SMP\n[    1.000003] CPU: 0 PID: 1 "
                      "Comm: a b Tainted: G\n"
                      "[    1.000004] ---[ end trace 0000000000000000 ]---\n"
                      "[    1.000005] Kernel panic - not syncing: Fatal exception\n")
        << QByteArray("oops:1-5 panic:6-6");
    QTest::newRow("a second Oops is another")
        << QByteArray("Oops: 0002 [#1] SMP\nBUG: unable to handle page fault\n")
        << QByteArray("oops:1-1 oops:2-2");
    QTest::newRow("memory's end") << QByteArray(
        "[    1.000000] java invoked oom-killer: gfp_mask=0x1, order=0\n"
        "[    1.000001] Mem-Info:\n[    1.000002] Out of memory: Killed process 5 (java) x\n"
        "[    1.900000] EXT4-fs (vda): mounted\n")
                                  << QByteArray("oom-kill:1-3");
    QTest::newRow("two ends of memory") << QByteArray(
        "[    1.000000] a invoked oom-killer: x\n[    1.000001] b invoked oom-killer: x\n")
                                        << QByteArray("oom-kill:1-1 oom-kill:2-2");
    QTest::newRow("boot on arm64")
        << QByteArray("[   90.000000] a\n[    0.000000] Booting Linux on physical CPU 0x0\n"
                      "[    0.000000] Linux version 6.1 (x)\n")
        << QByteArray("boot:3-3");
    QTest::newRow("a boot whose head is missing")
        << QByteArray("[   90.000000] a\n[    5.000000] b\n") << QByteArray("time-backwards:2-2");
    QTest::newRow("a header alone")
        << QByteArray("[    1.000000] sysrq: Show Blocked State\n[    9.000000] x\n")
        << QByteArray("sysrq:1-1");
    QTest::newRow("what changes a level has no dump")
        << QByteArray("[    1.000000] sysrq: Changing Loglevel\n[    1.000001] a: b\n")
        << QByteArray("sysrq:1-1");
    QTest::newRow("behind a prompt")
        << QByteArray("~ # \x1b[6n[    1.000000] nfs: server a OK\r\n") << QByteArray("nfs-ok:1-1");
    QTest::newRow("messages dropped in front of another")
        << QByteArray("** 7 printk messages dropped ** [    1.000000] nfs: server a OK\n")
        << QByteArray("suppressed-messages:1-1 nfs-ok:1-1");
    QTest::newRow("messages dropped")
        << QByteArray("** 7 printk messages dropped ** [    1.000000] a\n")
        << QByteArray("suppressed-messages:1-1");
    QTest::newRow("no end of the last line")
        << QByteArray("[    1.000000] nfs: server a OK") << QByteArray("nfs-ok:1-1");
}

void TestEventScan::extents()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, kinds);
    QCOMPARE(kindsOf(text), kinds);
    QCOMPARE(scanned(text, 3), scanned(text, text.size()));
}

void TestEventScan::longLines()
{
    const QByteArray event = "[    1.000000] nfs: server a OK\n";
    for (const qsizetype size : {65'534, 65'535, 65'536, 65'537, 300'000}) {
        const QByteArray text
            = QByteArray(size, 'x') + '\n' + event + QByteArray(size, 'y') + event;
        const QByteArray whole = scanned(text, text.size());
        QVERIFY2(whole.startsWith("2-2 @" + QByteArray::number(size + 1)), whole.constData());
        QVERIFY(whole.endsWith("\n3 lines\n"));
        for (const qsizetype piece : {1000, 65'536, 100'000})
            QCOMPARE(scanned(text, piece), whole);
    }
}

void TestEventScan::moreThanAreKept()
{
    EventScan scan;
    const QByteArray line = "Buffer I/O error on dev vda, logical block 1, lost sync page write\n";
    constexpr qint64 count = EventScan::mostEvents + 1000;
    scan.append(line.repeated(count));
    QCOMPARE(scan.events().size(), EventScan::mostEvents);
    QCOMPARE(scan.notKept().at(size_t(EventKind::IoError)), 1000);
    QCOMPARE(scan.lineCount(), count);
}

void TestEventScan::hostileInput_data()
{
    QTest::addColumn<QByteArray>("text");
    constexpr qsizetype two = 2'000'000;
    QTest::newRow("no line end") << QByteArray(two * 5, 'x');
    QTest::newRow("only line ends") << QByteArray(two, '\n');
    QTest::newRow("NUL") << QByteArray(two, '\0');
    QTest::newRow("no UTF-8") << QByteArray(two, '\xff');
    QTest::newRow("anchors without end") << QByteArray("INFO: task ").repeated(two / 11);
    QTest::newRow("anchors on short lines") << QByteArray("BUG: \n").repeated(100'000);
    QTest::newRow("brackets") << QByteArray("[").repeated(two);
    QTest::newRow("stamps on one line")
        << QByteArray("[    1.000000] ").repeated(two / 15) + "BUG: x\n";
    QTest::newRow("spaces in an event")
        << ("INFO: task " + QByteArray(60'000, ' ') + ":1 blocked\n").repeated(30);
    QTest::newRow("an extent without end") << "[    1.000000] sysrq: Show State\n"
            + QByteArray("[    1.000000]  x+0x1/0x2\n").repeated(80'000);
    QTest::newRow("CR") << QByteArray("\rBUG: ").repeated(two / 6);
    QTest::newRow("escapes") << QByteArray("\x1b[0;1;31mBUG: ").repeated(two / 14) + '\n';
}

void TestEventScan::hostileInput()
{
    QFETCH(const QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    EventScan scan;
    scan.append(text);
    scan.finish();
    QVERIFY(scan.size() == text.size());
    // Generous: sanitizers and a busy machine. What this is for would take minutes.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestEventScan)
#include "tst_event_scan.moc"
