// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace plumbline {

/// A line of a kernel log without what carried it: serial console, dmesg (-T, --decode, deltas of
/// --human, ISO times), journald's short forms, syslog, /dev/kmsg, netconsole, quotation in a mail.
/// All views lie within the line.
struct LogLine
{
    QByteArrayView text; ///< what was printed, its indentation included, without line end
    std::optional<double> guestTime; ///< s since boot, from "[  123.456789]"
    QByteArrayView wallTime; ///< as dmesg -T, journald or syslog wrote it; may be empty
    QByteArrayView caller; ///< "T123", "C1" (CONFIG_PRINTK_CALLER); may be empty
    QByteArrayView sender; ///< syslog's tag: "kernel", "qemu[812]"; empty where there is none
    /// What another writer, such as a shell's prompt, had left on the line in front of the kernel's
    /// time stamp. The rest may as well be a quotation.
    QByteArrayView before;

    bool isStamped() const { return guestTime.has_value() || !wallTime.isEmpty(); }
};

/// `line` has no terminal control sequences (see withoutControls); a CR at its end does not matter.
LogLine readLogLine(QByteArrayView line);

/// The line as a terminal would leave it: without control sequences (CSI, OSC, character sets),
/// NULs and other control bytes, and of what was struck over by CR or backspace the last. A line
/// that holds none comes back uncopied: it is alive for as long as its bytes.
QByteArray withoutControls(QByteArrayView line);

} // namespace plumbline
