// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_logs.h"

#include "exit_status.h"
#include "file_pieces.h"
#include "incident/diagnosis_text.h"
#include "incident/events_json.h"
#include "incident/events_text.h"

#include <cstdio>

namespace plumbline {

int runEvents(const CliOptions &options)
{
    EventScan scan;
    const Result<void> read
        = readPieces(options.files.first(), [&scan](QByteArrayView piece) { scan.append(piece); });
    if (!read) {
        std::fprintf(
            stderr, "plumbline-cli: %s\n", printable(read.error().text()).toUtf8().constData());
        return exit_status::noInput;
    }
    scan.finish();
    const auto print
        = [](QByteArrayView text) { std::fwrite(text.data(), 1, size_t(text.size()), stdout); };
    if (options.json)
        writeEventsJson(scan, print);
    else
        writeEventsText(scan, print);
    return std::fflush(stdout) == 0 ? 0 : exit_status::cannotWrite;
}

} // namespace plumbline
