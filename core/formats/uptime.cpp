// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/uptime.h"

#include "formats/line_reader.h"

namespace plumbline {

Result<Uptime> readUptime(QByteArrayView text)
{
    TextCursor cursor(text);
    const auto seconds = toSeconds(cursor.word());
    const auto idle = toSeconds(cursor.word());
    if (!seconds || !idle)
        return unreadableAt(PHRASE("formats", "seconds since boot and idle seconds"), 1, 1);
    return Uptime{.seconds = *seconds, .idleSeconds = *idle};
}

} // namespace plumbline
