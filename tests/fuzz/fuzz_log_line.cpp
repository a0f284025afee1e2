// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// All that is read of a line lies within it, and no control byte is left.
#include "formats/log_line.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace plumbline;

static bool isWithin(QByteArrayView part, QByteArrayView whole)
{
    return part.isEmpty() || (part.begin() >= whole.begin() && part.end() <= whole.end());
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = withoutControls(QByteArrayView(data, qsizetype(size)));
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
            std::abort();
    }
    for (const QByteArrayView line :
        {QByteArrayView(text), QByteArrayView(data, qsizetype(size))}) {
        const LogLine read = readLogLine(line);
        for (const QByteArrayView part :
            {read.text, read.wallTime, read.caller, read.sender, read.before}) {
            if (!isWithin(part, line))
                std::abort();
        }
    }
    return 0;
}
