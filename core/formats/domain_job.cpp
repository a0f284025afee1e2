// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/line_reader.h"
#include "formats/virsh_text.h"

#include <array>

namespace plumbline {

/// "Time elapsed:     1234         ms": the words behind the colon, without the padding between.
static QByteArray valueOf(QByteArrayView line, qsizetype colon)
{
    return line.sliced(colon + 1).toByteArray().simplified();
}

Result<DomainJob> readDomjobinfo(QByteArrayView text)
{
    static constexpr std::array types{
        "None", "Bounded", "Unbounded", "Completed", "Failed", "Cancelled"};
    DomainJob job;
    LineReader lines(text);
    while (lines.next()) {
        const QByteArrayView line = lines.line();
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || lines.isCut())
            return lines.unreadable(PHRASE("formats", "a line about a job"));
        const QByteArrayView key = line.first(colon);
        const QByteArray value = valueOf(line, colon);
        if (key == "Job type") {
            if (std::find(types.begin(), types.end(), value) == types.end())
                return lines.unreadable(PHRASE("formats", "a job's type"), colon + 2);
            job.type = value;
            job.line = lines.number();
        } else if (key == "Operation") {
            job.operation = value;
        } else if (key == "Time elapsed") {
            const auto elapsed
                = toNumber<quint64>(value.first(std::max<qsizetype>(0, value.indexOf(' '))));
            if (!elapsed || !value.endsWith(" ms"))
                return lines.unreadable(PHRASE("formats", "milliseconds"), colon + 2);
            job.seconds = double(*elapsed) / 1000;
        } else if (key == "Data processed") {
            job.processed = value;
        } else if (key == "Data total") {
            job.total = value;
        }
    }
    if (job.type.isEmpty())
        return lines.unreadable(PHRASE("formats", "a job's type"));
    return job;
}

} // namespace plumbline
