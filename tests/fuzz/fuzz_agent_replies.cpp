// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/agent_replies.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    (void)plumbline::readAgentInfo(text);
    (void)plumbline::readAgentFreeze(text);
    (void)plumbline::readAgentUptime(text);
    (void)plumbline::readAgentDisks(text);
    return 0;
}
