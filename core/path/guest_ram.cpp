// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/guest_ram.h"

#include <algorithm>
#include <array>
#include <optional>

namespace plumbline {

static constexpr quint64 gibibyte = quint64(1) << 30;
// What lies below the first megabyte is VGA and firmware as well (hw/i386/pc.c).
static constexpr quint64 firstPlainByte = 0x100000;

/// Machines whose RAM begins at one address and has no hole.
static std::optional<quint64> flatBase(const QByteArray &machine)
{
    if (machine.startsWith("virt")) // VIRT_MEM of hw/arm/virt.c
        return gibibyte;
    if (machine.startsWith("s390") || machine.startsWith("pseries"))
        return 0;
    return std::nullopt;
}

/// End of the RAM below 4 GiB: pc_q35_init() of hw/i386/pc_q35.c, pc_init1() of hw/i386/pc_piix.c.
static std::optional<quint64> lowEnd(const QByteArray &machine, quint64 size)
{
    struct Split
    {
        quint64 from; ///< with at least so much RAM…
        quint64 end; ///< …the low part ends here
    };
    static constexpr Split q35{0xb0000000, 0x80000000};
    static constexpr Split pc{0xe0000000, 0xc0000000};
    Split split{};
    if (machine.contains("q35"))
        split = q35;
    else if (machine.isEmpty() || machine.startsWith("pc"))
        split = pc;
    else
        return std::nullopt;
    return size >= split.from ? split.end : size;
}

bool GuestRam::holds(quint64 address, quint64 bytes) const
{
    if (size == 0 || bytes > size || address > ~quint64(0) - bytes)
        return false;
    const quint64 end = address + bytes;
    if (const auto base = flatBase(machine))
        return address >= *base && end <= *base + std::max(size, sizeAtMost);
    const auto low = lowEnd(machine, size);
    if (!low)
        return false;
    if (end <= *low)
        return address >= firstPlainByte;
    // Hotplugged modules lie above the rest, at the next GiB (hw/i386/pc.c).
    const quint64 highEnd
        = 4 * gibibyte + std::max(size, sizeAtMost) - *low + (sizeAtMost > size ? gibibyte : 0);
    return address >= 4 * gibibyte && end <= highEnd;
}

} // namespace plumbline
