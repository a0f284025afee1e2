// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast a large log is indexed and its events are found.
//
//     plumbline-bench-logs make FILE MIB    writes a serial console's log of that size
//     plumbline-bench-logs index FILE       "lines seconds bytes-of-index"
//     plumbline-bench-logs events FILE      "events seconds peak-KiB": with the index, in one pass
#include "logs/event_scan.h"
#include "logs/line_index.h"

#include <QByteArray>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <sys/resource.h>

namespace plumbline {

static constexpr qsizetype pieceSize = 256 * 1024;

// What a console says all day, some 50 bytes a line with the stamp.
static const std::vector<QByteArray> boring{"audit: type=1400 pid=812 comm=\"cron\"",
    "systemd[1]: Started session-5.scope", "IPv6: eth0: link becomes ready",
    "usb 1-1: new high-speed USB device", "br0: port 2(tap3) entered blocking state",
    "systemd[1]: Starting logrotate.service", "random: crng reseeded on system resumption",
    "device tap3 left promiscuous mode", "docker0: port 1(veth1a2b) entered state",
    "loop0: detected capacity change from 0", "netfs: FS-Cache loaded",
    "nfs4flexfilelayout_init: NFSv4 Flexfile", "FS-Cache: N-cookie c=1 [p=2 fl=2 nc=0]",
    "perf: interrupt took too long, lowering", "TCP: request_sock_TCP: Possible SYN flood",
    "kauditd_printk_skb: 12 callbacks", "CPU 1 is up again, 2 of 4 in use"};

static const std::vector<QByteArray> events{
    "INFO: task dd:393 blocked for more than 120 seconds.\n"
    "      Not tainted 6.12.107+deb13-amd64 #1 Debian 6.12.107-1\n"
    "\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\" disables this message.\n"
    "task:dd              state:D stack:0     pid:393   tgid:393   ppid:178    flags:0x00000002\n"
    "Call Trace:\n <TASK>\n __schedule+0x505/0xc00\n schedule+0x27/0xc0\n io_schedule+0x46/0x70\n"
    " folio_wait_bit_common+0x132/0x320\n ? __pfx_wake_page_function+0x10/0x10\n"
    " folio_wait_writeback+0x2b/0x80\n __filemap_fdatawait_range+0x83/0xe0\n"
    " file_write_and_wait_range+0x85/0xb0\n ext4_sync_file+0x9f/0x2b0 [ext4]\n do_fsync+0x39/0x70\n"
    " __x64_sys_fsync+0x13/0x20\n do_syscall_64+0x87/0x1b0\n"
    " entry_SYSCALL_64_after_hwframe+0x76/0x7e\nRIP: 0033:0x4ae3f7\n </TASK>",
    "I/O error, dev vda, sector 1026 op 0x1:(WRITE) flags 0x800 phys_seg 64 prio class 2\n"
    "Buffer I/O error on dev vda, logical block 513, lost async page write\n"
    "EXT4-fs (vda): I/O error while writing superblock",
    "nfs: server 10.9.9.1 not responding, still trying", "nfs: server 10.9.9.1 OK",
    "watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [kworker/1:2:88]\nModules linked in: a b c\n"
    "CPU: 1 PID: 88 Comm: kworker/1:2 Not tainted 6.1.0-18-amd64 #1\nRIP: 0010:foo+0x12/0x40",
    "buffer_io_error: 502 callbacks suppressed",
    "rcu: INFO: rcu_preempt self-detected stall on CPU\nrcu: \t1-....: (5249 ticks this GP) "
    "idle=0b4c"};

static void addLine(QByteArray &text, double seconds, const QByteArray &line)
{
    char stamp[32];
    const int size = std::snprintf(stamp, sizeof stamp, "[%12.6f] ", seconds);
    text.append(stamp, size).append(line).append("\n");
}

static bool make(const QString &name, qint64 size)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray text;
    double seconds = 0;
    for (size_t line = 0; file.pos() < size; ++line) {
        seconds += 0.003;
        if (line % 2000 == 1999) {
            for (const QByteArray &part : events[line / 2000 % events.size()].split('\n'))
                addLine(text, seconds, part);
        } else {
            addLine(text, seconds, boring[line * 7919 % boring.size()]);
        }
        if (text.size() > pieceSize) {
            file.write(text);
            text.clear();
        }
    }
    return file.flush();
}

template <typename Take> static bool readAll(const char *name, const Take &take)
{
    QFile file(QString::fromLocal8Bit(name));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    const std::unique_ptr<char[]> piece(new char[pieceSize]);
    for (qint64 got = 0; (got = file.read(piece.get(), pieceSize)) > 0;)
        take(QByteArrayView(piece.get(), got));
    return true;
}

using Stopwatch = std::chrono::steady_clock;

static double since(Stopwatch::time_point begun)
{
    return std::chrono::duration<double>(Stopwatch::now() - begun).count();
}

static bool indexLines(const char *name)
{
    const auto begun = Stopwatch::now();
    LineIndex index;
    const bool read = readAll(name, [&index](QByteArrayView piece) { index.append(piece); });
    std::printf("%lld %.3f %lld\n", static_cast<long long>(index.lineCount()), since(begun),
        static_cast<long long>(index.memory()));
    return read;
}

static bool findEvents(const char *name)
{
    const auto begun = Stopwatch::now();
    LineIndex index;
    EventScan scan;
    const bool read = readAll(name, [&index, &scan](QByteArrayView piece) {
        index.append(piece);
        scan.append(piece);
    });
    scan.finish();
    const double took = since(begun);
    struct rusage used = {};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("%zu %.3f %ld\n", scan.events().size(), took, used.ru_maxrss);
    return read;
}

} // namespace plumbline

int main(int argc, char **argv)
{
    using namespace plumbline;
    const QByteArrayView what(argc > 2 ? argv[1] : "");
    bool done = false;
    if (what == "make" && argc > 3)
        done = make(QString::fromLocal8Bit(argv[2]), std::atoll(argv[3]) * 1024 * 1024);
    else if (what == "index")
        done = indexLines(argv[2]);
    else if (what == "events")
        done = findEvents(argv[2]);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
