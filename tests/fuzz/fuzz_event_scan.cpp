// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/event_scan.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// A log that comes in two pieces holds what it holds in one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    plumbline::EventScan whole;
    whole.append(text);
    whole.finish();
    plumbline::EventScan cut;
    const qsizetype at = size ? data[0] * qsizetype(size) / 256 : 0;
    cut.append(text.first(at));
    cut.append(text.sliced(at));
    cut.finish();
    if (cut.events() != whole.events() || cut.lineCount() != whole.lineCount())
        std::abort();
    qint64 line = 0;
    for (const plumbline::LogEvent &event : whole.events()) {
        if (event.line < line || event.lastLine < event.line || event.lastLine > whole.lineCount())
            std::abort();
        line = event.line;
    }
    return 0;
}
