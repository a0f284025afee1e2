// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/json_tree.h"
#include "formats/qemu_command_line.h"

namespace plumbline {

/// Adds the backend that one -netdev, -nic or -net says; their first part is its type.
void addNetwork(QemuCommandLine &line, const JsonValue &options);

} // namespace plumbline
