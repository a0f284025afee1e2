// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/catalogue.h"
#include "probes/monitor_question.h"

namespace plumbline {

//     {"return": "0000000007a3c000: 0x0001 0x025a\r\n"}
// HMP's xp reads RAM without stopping anything, but at a device's registers it would read those:
// path/guest_ram lets only RAM through. The size of a word is h (2 bytes), w (4) or g (8).
static Question ask(const Subject &subject)
{
    const QByteArray size = subject.wordBytes == 8 ? "g" : subject.wordBytes == 4 ? "w" : "h";
    const QByteArray command = "xp /" + QByteArray::number(subject.words) + size + "x 0x"
        + QByteArray::number(subject.address, 16);
    return monitorQuestion(subject,
        QStringLiteral("%1.%2.%3.%4")
            .arg(subject.pid)
            .arg(QString::fromUtf8(subject.device))
            .arg(subject.queue)
            .arg(QString::fromUtf8(subject.part)),
        "human-monitor-command", "{\"command-line\":" + jsonString(command) + "}");
}

const Probe<GuestWords> qemuMemory{"qemu.memory", Stage::Monitor, ask, readGuestWords};

} // namespace plumbline
