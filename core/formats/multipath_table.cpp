// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/multipath_table.h"

#include "formats/line_reader.h"

#include <algorithm>

namespace plumbline {

int MultipathTable::activePaths() const
{
    return int(std::count_if(
        paths.begin(), paths.end(), [](const MultipathPath &path) { return path.active; }));
}

// Past "START LENGTH multipath"; the line of another target is none of ours.
static Result<TextCursor> afterTarget(LineReader &lines)
{
    if (!lines.next() || lines.isCut())
        return lines.unreadable(PHRASE("formats", "a line of dmsetup"));
    TextCursor line(lines.line());
    if (!line.number<quint64>() || !line.number<quint64>() || line.word() != "multipath")
        return lines.unreadable(PHRASE("formats", "a multipath target"), line);
    return line;
}

static std::optional<MultipathPath> pathOf(QByteArrayView device, QByteArrayView state)
{
    const qsizetype colon = device.indexOf(':');
    if (colon < 0 || (state != "A" && state != "F"))
        return std::nullopt;
    const auto major = toNumber<int>(device.first(colon));
    const auto minor = toNumber<int>(device.sliced(colon + 1));
    if (!major || !minor)
        return std::nullopt;
    return MultipathPath{*major, *minor, state == "A"};
}

Result<MultipathTable> readMultipathTable(QByteArrayView text)
{
    MultipathTable table;
    LineReader lines(text);
    Result<TextCursor> first = afterTarget(lines);
    if (!first)
        return std::unexpected(first.error());
    table.tableLine = lines.number();
    const auto features = first->number<int>();
    if (!features)
        return lines.unreadable(PHRASE("formats", "the number of features"), *first);
    for (int i = 0; i < *features && !first->atEnd(); ++i)
        table.queuesIfNoPath = first->word() == "queue_if_no_path" || table.queuesIfNoPath;

    Result<TextCursor> status = afterTarget(lines);
    if (!status)
        return std::unexpected(status.error());
    table.statusLine = lines.number();
    QByteArrayView before;
    while (!status->atEnd()) {
        const QByteArrayView word = status->word();
        if (const auto path = pathOf(before, word))
            table.paths.append(*path);
        before = word;
    }
    if (table.paths.isEmpty())
        return lines.unreadable(PHRASE("formats", "a path and its state"), *status);
    return table;
}

} // namespace plumbline
