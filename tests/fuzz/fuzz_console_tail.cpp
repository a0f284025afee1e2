// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/console_tail.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    const auto console = plumbline::readConsoleTail(text);
    if (console && (console->size < 0 || console->secondsAgo < 0 || !text.endsWith(console->tail)))
        std::abort();
    return 0;
}
