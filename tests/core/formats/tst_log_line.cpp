// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One and the same line as every carrier writes it, and what a terminal makes of control bytes.
#include "formats/log_line.h"

#include <QTest>

namespace plumbline {

class TestLogLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriers_data();
    void carriers();
    void isNoCarrier_data();
    void isNoCarrier();
    void controls_data();
    void controls();
    void plainLinesAreNotCopied();
};

void TestLogLine::carriers_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("guestTime"); // below 0: none
    QTest::addColumn<QByteArray>("wallTime");
    QTest::addColumn<QByteArray>("caller");
    QTest::addColumn<QByteArray>("sender");
    QTest::addColumn<QByteArray>("before");
    const auto row = [](const char *name, const char *line, const char *text, double guestTime,
                         const char *wallTime = "", const char *caller = "",
                         const char *sender = "", const char *before = "") {
        QTest::newRow(name) << QByteArray(line) << QByteArray(text) << guestTime
                            << QByteArray(wallTime) << QByteArray(caller) << QByteArray(sender)
                            << QByteArray(before);
    };
    row("serial", "[  123.456789]  schedule+0x5a/0xd0\r", " schedule+0x5a/0xd0", 123.456789);
    row("nothing", " <TASK>", " <TASK>", -1);
    row("empty", "", "", -1);
    row("only a stamp", "[    0.000000]", "", 0);
    row("milliseconds", "[234891.443] Call Trace:", "Call Trace:", 234891.443);
    row("long up", "[12345678.123456] x", "x", 12345678.123456);
    row("caller", "[    0.000001][    T1] a", "a", 0.000001, "", "T1");
    row("caller apart", "[    1.500000] [   C12]  b", " b", 1.5, "", "C12");
    row("dmesg -T", "[Sun Nov 22 02:07:05 2026] x", "x", -1, "Sun Nov 22 02:07:05 2026");
    row("dmesg -T in German", "[So Nov 22 02:07:05 2026]  x", " x", -1, "So Nov 22 02:07:05 2026");
    row("dmesg -T in Russian", "[\xd0\x92\xd1\x81 \xd0\xbd\xd0\xbe\xd1\x8f 22 02:07:05 2026] x",
        "x", -1, "\xd0\x92\xd1\x81 \xd0\xbd\xd0\xbe\xd1\x8f 22 02:07:05 2026");
    row("dmesg -H, first of a minute", "[Nov22 02:07] x", "x", -1, "Nov22 02:07");
    row("dmesg -H", "[  +0.000007]  x", " x", -1);
    row("dmesg -d", "[   12.345678 <    0.000007>]  x", " x", 12.345678);
    row("dmesg -d alone", "[<    0.000007>] x", "x", -1);
    row("dmesg -x", "kern  :warn  : [   12.345678]  x", " x", 12.345678);
    row("dmesg -x -T", "kern  :info  : [Sun Nov 22 02:07:05 2026] x", "x", -1,
        "Sun Nov 22 02:07:05 2026");
    row("dmesg iso", "2026-11-22T02:07:05,123456+00:00 usb 1-1: new", "usb 1-1: new", -1,
        "2026-11-22T02:07:05,123456+00:00");
    row("dmesg -r", "<4>[   12.345678] x", "x", 12.345678);
    row("kmsg", "6,339,5140900,-;NET: x", "NET: x", 5.1409);
    row("netconsole", "4,12,98765432,-,caller=T77;Call Trace:", "Call Trace:", 98.765432, "",
        "T77");
    row("journald short", "Nov 22 02:07:05 kvm-07 kernel:  x", " x", -1, "Nov 22 02:07:05", "",
        "kernel");
    row("one digit day", "Nov  2 02:07:05 kvm-07 kernel: x", "x", -1, "Nov  2 02:07:05", "",
        "kernel");
    row("short-precise", "Nov 22 02:07:05.123456 h kernel: x", "x", -1, "Nov 22 02:07:05.123456",
        "", "kernel");
    row("short-iso", "2026-11-22T02:07:05+0000 h kernel: x", "x", -1, "2026-11-22T02:07:05+0000",
        "", "kernel");
    row("short-iso-precise", "2026-11-22T02:07:05.123456+00:00 h kernel: x", "x", -1,
        "2026-11-22T02:07:05.123456+00:00", "", "kernel");
    row("short-full", "Sun 2026-11-22 02:07:05 UTC h kernel: x", "x", -1,
        "Sun 2026-11-22 02:07:05 UTC", "", "kernel");
    row("short-monotonic", "[   12.345678] h kernel:  x", " x", 12.345678, "", "", "kernel");
    row("short-unix", "1795313225.123456 h kernel: x", "x", -1, "1795313225.123456", "", "kernel");
    row("no host name", "Nov 22 02:07:05 kernel: x", "x", -1, "Nov 22 02:07:05", "", "kernel");
    row("syslog", "Nov 22 02:07:05 h kernel: [   12.345678]  x", " x", 12.345678, "Nov 22 02:07:05",
        "", "kernel");
    row("a guest in its host's journal",
        "Nov 22 02:07:05 h qemu-system-x86_64[81]: [   12.345678] x", "x", 12.345678,
        "Nov 22 02:07:05", "", "qemu-system-x86_64[81]");
    row("another program", "Nov 22 02:07:05 h systemd[1]: Started x.", "Started x.", -1,
        "Nov 22 02:07:05", "", "systemd[1]");
    row("stamped by a logger", "2026-11-22T02:07:05.123Z [   12.345678] x", "x", 12.345678,
        "2026-11-22T02:07:05.123Z");
    row("quoted", "> > [   12.345678]  x", " x", 12.345678);
    row("quoted, no stamp", ">  schedule+0x5a/0xd0", " schedule+0x5a/0xd0", -1);
    row("indented", "    [   12.345678]  x", " x", 12.345678);
    row("behind a prompt", "~ # [   55.602750] sysrq: Show State", "sysrq: Show State", 55.60275,
        "", "", "", "~ # ");
}

void TestLogLine::carriers()
{
    QFETCH(const QByteArray, line);
    QFETCH(const double, guestTime);
    const LogLine read = readLogLine(line);
    QTEST(read.text.toByteArray(), "text");
    QCOMPARE(read.guestTime.has_value(), guestTime >= 0);
    if (read.guestTime)
        QCOMPARE(*read.guestTime, guestTime);
    QTEST(read.wallTime.toByteArray(), "wallTime");
    QTEST(read.caller.toByteArray(), "caller");
    QTEST(read.sender.toByteArray(), "sender");
    QTEST(read.before.toByteArray(), "before");
}

void TestLogLine::isNoCarrier_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"[<ffffffff8163a2e9>] schedule+0x29/0x70",
             "[<c0012345>] (a) from [<c0>] (b)", "[drm:foo_bar [i915]] x", "[ext4]", "6,x,5,-;y",
             "1,2,3,4", "kernel: x", "May 1 x", "12:34 x", "1795313225.123456 usb 1-1: new",
             "[12.34", "[ +1.5", "[<0.1]", "echo [1.23] x", "task:a state:S", "[kworker/12:34]   D",
             "  [fuse]", "2026-11-22 is a day"}) {
        QTest::newRow(line) << QByteArray(line);
    }
}

void TestLogLine::isNoCarrier()
{
    QFETCH(const QByteArray, line);
    const LogLine read = readLogLine(line);
    QCOMPARE(read.text.toByteArray(), line);
    QVERIFY(!read.guestTime);
    QVERIFY(read.wallTime.isEmpty() && read.before.isEmpty() && read.sender.isEmpty());
}

void TestLogLine::controls_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &line, const char *text) {
        QTest::newRow(name) << line << QByteArray(text);
    };
    row("plain", "plain\ttext, \xc3\xa4", "plain\ttext, \xc3\xa4");
    row("CSI", "~ # \x1b[6n[   55.6", "~ # [   55.6");
    row("colours", "\x1b[0;1;31mfailed\x1b[0m", "failed");
    row("title", "\x1b]0;root@host\x07# ", "# ");
    row("title ended by ST", "\x1b]0;root@host\x1b\\# ", "# ");
    row("character set", "\x1b(B\x1b)0text", "text");
    row("keypad", "\x1b=\x1b>text", "text");
    row("cut", "text\x1b[", "text");
    row("only ESC", "text\x1b", "text");
    row("ESC in a sequence", "\x1b[3\x1b[0mx", "x");
    row("line ends", "text\r\r", "text");
    row("struck over", "10 %\r20 %\r100 %\r", "100 %");
    row("struck over by a colour", "old\r\x1b[Knew", "new");
    row("backspace", "ab\b\bcd", "cd");
    row("backspace over two bytes", "a\xc3\xa4\bo", "ao");
    row("backspace at the start", "\b\bx", "x");
    row("NUL and DEL", QByteArray("a\0b\x7f", 4), "ab");
    row("late in a long line", QByteArray("0123456789abcdef\x01xyz"), "0123456789abcdefxyz");
    row("DEL in a long line",
        QByteArray("0123456789\x7f"
                   "abcdef"),
        "0123456789abcdef");
}

void TestLogLine::controls()
{
    QFETCH(const QByteArray, line);
    QTEST(withoutControls(line), "text");
}

void TestLogLine::plainLinesAreNotCopied()
{
    const QByteArray line = "[  123.456789]  schedule+0x5a/0xd0\r";
    QCOMPARE(withoutControls(line).constData(), line.constData());
}

} // namespace plumbline

QTEST_GUILESS_MAIN(plumbline::TestLogLine)
#include "tst_log_line.moc"
