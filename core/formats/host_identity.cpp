// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/host_identity.h"

#include "formats/line_reader.h"

namespace plumbline {

Result<HostIdentity> readHostIdentity(QByteArrayView text)
{
    HostIdentity host;
    LineReader lines(text);
    while (lines.next()) {
        if (lines.isCut())
            return lines.cutShort();
        TextCursor line(lines.line());
        const auto key = line.until('=');
        if (!key)
            return lines.unreadable(PHRASE("formats", "a key and a value"), line);
        const QByteArray value = line.remaining().toByteArray();
        if (*key == "kernel") {
            host.kernel = value;
        } else if (*key == "hostname") {
            host.hostname = value;
        } else if (*key == "user") {
            host.user = value;
        } else if (*key == "boot_id") {
            host.bootId = value;
        } else if (*key == "arch") {
            host.arch = value;
        } else if (*key == "uid") {
            host.uid = toNumber<qint64>(value).value_or(-1);
        } else if (*key == "ticks_per_second") {
            const auto ticks = toNumber<int>(value);
            if (!ticks || *ticks <= 0)
                return lines.unreadable(PHRASE("formats", "ticks per second"), line);
            host.ticksPerSecond = *ticks;
        }
    }
    if (host.kernel.isEmpty() || host.hostname.isEmpty() || host.bootId.isEmpty() || host.uid < 0)
        return unreadableAt(
            PHRASE("formats", "kernel, hostname, boot_id and uid"), lines.number() + 1, 1);
    return host;
}

} // namespace plumbline
