// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/json_tree.h"
#include "formats/qemu_command_line.h"

namespace plumbline {

/// Adds what one -drive, -hda or disk image argument says: the drive, its nodes and, unless it is
/// if=none, the device that QEMU makes for it.
void addDrive(QemuCommandLine &line, const JsonValue &options);

} // namespace plumbline
