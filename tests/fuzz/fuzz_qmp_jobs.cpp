// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qmp_jobs.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    (void)plumbline::readQueryIothreads(text);
    (void)plumbline::readQueryBlockJobs(text);
    (void)plumbline::readQueryJobs(text);
    (void)plumbline::readQueryMigrate(text);
    return 0;
}
