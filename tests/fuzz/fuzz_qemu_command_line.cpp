// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/qemu_command_line.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    const auto line = plumbline::readQemuCommandLine(text.toByteArray().split('\n'));
    for (const auto &disk : line ? line->disks : QList<plumbline::QemuDiskDevice>())
        line->graph.chain(line->topNode(disk));
    return 0;
}
