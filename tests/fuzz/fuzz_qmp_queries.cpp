// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qmp_queries.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    (void)plumbline::readQueryVersion(text);
    (void)plumbline::readQueryStatus(text);
    (void)plumbline::readQueryBlockstats(text);
    (void)plumbline::readQueryVirtioStatus(text);
    (void)plumbline::readQueryVirtioQueueStatus(text);
    (void)plumbline::readQueryVhostQueueStatus(text);
    return 0;
}
