// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/log_event.h"

#include <span>
#include <vector>

namespace plumbline {

/// Who may have written a line.
enum class Writer : quint8 {
    Kernel,
    Systemd, ///< systemd's own tag, in the log or in the text
};

/// One row of the table of events: how a kernel of some age says something. Rows are tried in their
/// order.
struct EventPattern
{
    EventKind kind;
    /// A text of four bytes or more that stands in every such line: what is searched for at first.
    const char *anchor;
    /// A Perl-compatible expression from the start of what the kernel printed on; its named groups
    /// become fields.
    const char *pattern;
    /// Lines that it has to find, with all of its groups in one or another: a test runs them.
    std::vector<const char *> samples;
    Writer writer = Writer::Kernel;
};

/// All rows: what hangs and what breaks, storage and file systems, the machine itself.
std::span<const EventPattern> eventPatterns();

/// A line within an event's extent that tells more of it.
struct DetailPattern
{
    std::vector<EventKind> kinds; ///< of the event that it belongs to
    const char *anchor;
    const char *pattern;
    std::vector<const char *> samples;
};

std::span<const DetailPattern> detailPatterns();

/// The parts of the table, one a file.
std::vector<EventPattern> crashPatterns();
std::vector<EventPattern> storagePatterns();
std::vector<EventPattern> machinePatterns();

} // namespace plumbline
