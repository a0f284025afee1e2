// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast what hosts say is read, beside what this machine's memory can do at most. Prints lines
// "name bytes MB/s"; plumbline_bench.py makes a table of them.
#include "formats/diskstats.h"
#include "formats/mountinfo.h"
#include "formats/qmp_queries.h"
#include "transport/frame_reader.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

namespace plumbline {

using Stopwatch = std::chrono::steady_clock;

// Best of several rounds: the others were disturbed by something else on the machine.
static double bytesPerSecond(qsizetype bytes, const std::function<void()> &work)
{
    constexpr std::chrono::milliseconds perRound{150};
    double best = 0;
    for (int round = 0; round < 5; ++round) {
        const auto begun = Stopwatch::now();
        qint64 times = 0;
        do {
            work();
            ++times;
        } while (Stopwatch::now() - begun < perRound);
        const std::chrono::duration<double> took = Stopwatch::now() - begun;
        best = std::max(best, double(bytes) * double(times) / took.count());
    }
    return best;
}

static void report(const char *name, qsizetype bytes, const std::function<void()> &work)
{
    std::printf(
        "%s %lld %.1f\n", name, static_cast<long long>(bytes), bytesPerSecond(bytes, work) / 1e6);
    std::fflush(stdout);
}

static void expect(bool good, const char *what)
{
    if (good)
        return;
    std::fprintf(stderr, "plumbline-bench-parse: %s\n", what);
    std::exit(EXIT_FAILURE);
}

static QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(FIXTURES_DIR "/formats/") + QLatin1String(name));
    expect(file.open(QIODevice::ReadOnly), "a fixture is missing");
    return file.readAll();
}

static void benchMemory()
{
    // Larger than any cache, so that it is memory that is measured.
    const QByteArray source(256 * 1024 * 1024, 'x');
    QByteArray copy(source.size(), '\0');
    report("memcpy", source.size(),
        [&] { std::memcpy(copy.data(), source.constData(), size_t(source.size())); });
    volatile qsizetype lines = 0;
    report("count-line-ends", source.size(),
        [&] { lines = std::count(source.begin(), source.end(), '\n'); });
}

static void benchFormats()
{
    const QByteArray mounts = fixture("mountinfo/good.nfs.txt").repeated(200);
    expect(readMountinfo(mounts).has_value(), "mountinfo is not read");
    report("mountinfo", mounts.size(), [&] { (void)readMountinfo(mounts); });

    const QByteArray disks = fixture("diskstats/good.nbd_host.txt").repeated(200);
    expect(readDiskstats(disks).has_value(), "diskstats is not read");
    report("diskstats", disks.size(), [&] { (void)readDiskstats(disks); });

    const QByteArray reply = fixture("query_blockstats/good.healthy.txt");
    expect(readQueryBlockstats(reply).has_value(), "query-blockstats is not read");
    report("query-blockstats", reply.size(), [&] { (void)readQueryBlockstats(reply); });
}

static void benchFrames()
{
    const QByteArray marker = freshMarker();
    const FramedScript script = makeFramedScript(
        {{QStringLiteral("quick"), HostCommand{{"cat", "/proc/self/mountinfo"}, {}}}}, marker);
    QByteArray out = marker + " B 0 1.0\n";
    const QByteArray body = fixture("mountinfo/good.nfs.txt");
    while (out.size() < 3 * 1024 * 1024)
        out += body;
    out += '\n' + marker + " E 0 0 1.1 0\n\n";
    const auto readAll = [&] {
        FrameReader reader(script, 1);
        constexpr qsizetype piece = 32 * 1024; // what a channel hands over at once
        for (qsizetype at = 0; at < out.size(); at += piece)
            reader.readOut(QByteArrayView(out).sliced(at, std::min(piece, out.size() - at)));
        return reader.isComplete();
    };
    expect(readAll(), "the frames are not complete");
    report("frames-plain", out.size(), [&] { (void)readAll(); });

    // What runs beside the others answers in base64, 3072 characters a line.
    const FramedScript laneScript
        = makeFramedScript({{QStringLiteral("lane"), HostCommand{{"stat", "/"}, "stat"}}}, marker);
    QByteArray err = marker + " b 0 1.0\n";
    const QByteArray encoded = body.repeated(2304 / body.size() + 1).first(2304).toBase64();
    while (err.size() < 3 * 1024 * 1024)
        err += marker + " o 0 " + encoded + '\n';
    err += marker + " x 0 0\n" + marker + " z 0 1.1\n";
    const auto readLane = [&] {
        FrameReader reader(laneScript, 1);
        constexpr qsizetype piece = 32 * 1024;
        for (qsizetype at = 0; at < err.size(); at += piece)
            reader.readErr(QByteArrayView(err).sliced(at, std::min(piece, err.size() - at)));
        return reader.isComplete();
    };
    expect(readLane(), "the lane's frames are not complete");
    report("frames-base64", err.size(), [&] { (void)readLane(); });
}

} // namespace plumbline

int main()
{
    plumbline::benchMemory();
    plumbline::benchFormats();
    plumbline::benchFrames();
}
