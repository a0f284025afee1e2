// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iostat.h"

#include "formats/line_reader.h"

#include <utility>

namespace plumbline {

namespace {

struct Column
{
    QByteArrayView name;
    std::optional<double> IostatDevice::*value = nullptr; ///< none: not of interest
    double factor = 1;
};

constexpr double sector = 0.5; // kB

constexpr Column known[] = {
    {"tps", &IostatDevice::transfers},
    {"r/s", &IostatDevice::reads},
    {"w/s", &IostatDevice::writes},
    {"d/s", &IostatDevice::discards},
    {"f/s", &IostatDevice::flushes},
    {"rkB/s", &IostatDevice::readKb},
    {"rMB/s", &IostatDevice::readKb, 1024},
    {"rsec/s", &IostatDevice::readKb, sector},
    {"kB_read/s", &IostatDevice::readKb},
    {"MB_read/s", &IostatDevice::readKb, 1024},
    {"Blk_read/s", &IostatDevice::readKb, sector},
    {"wkB/s", &IostatDevice::writtenKb},
    {"wMB/s", &IostatDevice::writtenKb, 1024},
    {"wsec/s", &IostatDevice::writtenKb, sector},
    {"kB_wrtn/s", &IostatDevice::writtenKb},
    {"MB_wrtn/s", &IostatDevice::writtenKb, 1024},
    {"Blk_wrtn/s", &IostatDevice::writtenKb, sector},
    {"aqu-sz", &IostatDevice::queue},
    {"avgqu-sz", &IostatDevice::queue},
    {"await", &IostatDevice::awaitMs},
    {"r_await", &IostatDevice::readAwaitMs},
    {"w_await", &IostatDevice::writeAwaitMs},
    {"f_await", &IostatDevice::flushAwaitMs},
    {"%util", &IostatDevice::utilPercent},
};

/// The columns of a header line after the device's; none when it is no such header.
QList<Column> columnsOf(QByteArrayView line)
{
    TextCursor header(line);
    const QByteArrayView first = header.word();
    if (first != "Device" && first != "Device:")
        return {};
    QList<Column> columns;
    bool anyKnown = false;
    for (QByteArrayView name = header.word(); !name.isEmpty(); name = header.word()) {
        Column column{.name = name};
        for (const Column &one : known) {
            if (one.name == name)
                column = one;
        }
        anyKnown = anyKnown || column.value;
        columns.append(column);
    }
    return anyKnown ? columns : QList<Column>();
}

std::optional<double> toValue(QByteArrayView word)
{
    return toSeconds(word.toByteArray().replace(',', '.'));
}

Result<IostatDevice> readDevice(const LineReader &lines, const QList<Column> &columns)
{
    TextCursor row(lines.line());
    IostatDevice device;
    device.name = row.word().toByteArray();
    device.line = lines.number();
    for (const Column &column : columns) {
        row.skipBlanks();
        const TextCursor start = row;
        const auto value = toValue(row.word());
        if (!value)
            return lines.unreadable(PHRASE("formats", "a number for each column"), start);
        if (column.value)
            device.*column.value = *value * column.factor;
    }
    row.skipBlanks();
    if (!row.atEnd())
        return lines.unreadable(PHRASE("formats", "no more numbers than columns"), row);
    return device;
}

/// hh:mm:ss somewhere: what -t prints above a report, in the locale's form.
bool isTime(QByteArrayView line)
{
    const auto digit = [line](qsizetype at) { return line[at] >= '0' && line[at] <= '9'; };
    for (qsizetype at = 2; at + 5 < line.size(); ++at) {
        if (line[at] == ':' && line[at + 3] == ':' && digit(at - 1) && digit(at + 1)
            && digit(at + 2) && digit(at + 4) && digit(at + 5))
            return true;
    }
    return false;
}

/// Goes through the text once; keeps the last report that is whole and the one being read.
class Reports
{
public:
    Result<IostatReport> read(QByteArrayView text);

private:
    enum class Block { None, Processors, Devices };

    std::optional<Error> take(const LineReader &lines);
    std::optional<Error> takeDevice(const LineReader &lines);
    void begin(int headerLine);
    void end();

    std::optional<IostatReport> m_whole;
    std::optional<IostatReport> m_current;
    QList<Column> m_columns;
    QByteArray m_time;
    Block m_block = Block::None;
};

void Reports::begin(int headerLine)
{
    end();
    m_current = IostatReport{.time = std::exchange(m_time, {}),
        .number = m_whole ? m_whole->number + 1 : 1,
        .devices = {},
        .line = headerLine};
    m_block = Block::Devices;
}

void Reports::end()
{
    if (m_current)
        m_whole = std::exchange(m_current, std::nullopt);
    m_block = Block::None;
}

std::optional<Error> Reports::takeDevice(const LineReader &lines)
{
    auto device = readDevice(lines, m_columns);
    if (!device)
        return device.error();
    const QList<IostatDevice> &devices = m_current->devices;
    if (!devices.isEmpty() && devices.first().name == device->name)
        begin(m_current->line); // the next report, whose header somebody cut out
    m_current->devices.append(*std::move(device));
    return std::nullopt;
}

std::optional<Error> Reports::take(const LineReader &lines)
{
    const QByteArrayView line = lines.line();
    if (line.trimmed().isEmpty()) {
        end();
    } else if (const auto columns = columnsOf(line); !columns.isEmpty()) {
        m_columns = columns;
        begin(lines.number());
    } else if (m_block == Block::Devices) {
        return takeDevice(lines);
    } else if (line.startsWith("avg-cpu:")) {
        m_block = Block::Processors;
    } else if (isTime(line)) {
        m_time = line.trimmed().toByteArray();
    } else if (m_block != Block::Processors && !line.startsWith("Linux ")) {
        return lines.unreadable(PHRASE("formats", "a table of devices")).error();
    }
    return std::nullopt;
}

Result<IostatReport> Reports::read(QByteArrayView text)
{
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut() && !m_whole)
            return lines.cutShort();
        if (lines.isCut())
            return *std::move(m_whole);
        if (auto error = take(lines))
            return std::unexpected(*std::move(error));
    }
    if (m_current && (!m_whole || m_current->devices.size() >= m_whole->devices.size()))
        end();
    if (!m_whole)
        return lines.unreadable(PHRASE("formats", "a table of devices"));
    return *std::move(m_whole);
}

} // namespace

Result<IostatReport> readIostat(QByteArrayView text)
{
    return Reports().read(text);
}

} // namespace plumbline
