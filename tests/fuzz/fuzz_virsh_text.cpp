// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/virsh_text.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    (void)plumbline::virshErrorIn(text);
    (void)plumbline::readVirshList(text);
    (void)plumbline::readDomstate(text);
    (void)plumbline::readDomcontrol(text);
    (void)plumbline::readDomjobinfo(text);
    (void)plumbline::readDomstats(text);
    return 0;
}
