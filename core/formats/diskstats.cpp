// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/diskstats.h"

#include "formats/line_reader.h"

#include <array>

namespace plumbline {

const DiskCounters *DiskTable::named(QByteArrayView name) const
{
    for (const DiskCounters &disk : disks) {
        if (disk.name == name)
            return &disk;
    }
    return nullptr;
}

const DiskCounters *DiskTable::numbered(int major, int minor) const
{
    for (const DiskCounters &disk : disks) {
        if (disk.major == major && disk.minor == minor)
            return &disk;
    }
    return nullptr;
}

static Result<DiskCounters> readDisk(const LineReader &lines)
{
    TextCursor line(lines.line());
    const auto major = toNumber<int>(line.word());
    const auto minor = toNumber<int>(line.word());
    const QByteArrayView name = line.word();
    if (!major || !minor || name.isEmpty())
        return lines.unreadable(PHRASE("formats", "a block device's numbers and name"), line);

    std::array<quint64, 17> counters{};
    size_t count = 0;
    for (; count < counters.size(); ++count) {
        line.skipBlanks();
        if (line.atEnd())
            break;
        const auto counter = toNumber<quint64>(line.word());
        if (!counter)
            return lines.unreadable(PHRASE("formats", "a block device's counter"), line);
        counters[count] = *counter;
    }
    if (count != 11 && count != 15 && count != 17)
        return lines.unreadable(PHRASE("formats", "11, 15 or 17 counters"), line);

    DiskCounters disk{.major = *major,
        .minor = *minor,
        .name = name.toByteArray(),
        .reads = counters[0],
        .readMerges = counters[1],
        .readSectors = counters[2],
        .readMs = counters[3],
        .writes = counters[4],
        .writeMerges = counters[5],
        .writeSectors = counters[6],
        .writeMs = counters[7],
        .inFlight = counters[8],
        .ioMs = counters[9],
        .weightedMs = counters[10],
        .discards = {},
        .discardSectors = {},
        .flushes = {},
        .line = lines.number()};
    if (count >= 15) {
        disk.discards = counters[11];
        disk.discardSectors = counters[13];
    }
    if (count >= 17)
        disk.flushes = counters[15];
    return disk;
}

Result<DiskTable> readDiskstats(QByteArrayView text)
{
    DiskTable table;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        auto disk = readDisk(lines);
        if (!disk)
            return std::unexpected(disk.error());
        table.disks.append(std::move(*disk));
    }
    return table;
}

} // namespace plumbline
