// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/json_tree.h"

namespace plumbline {

/// The value of a QMP reply's "return"; fails with QEMU's own words when it refused.
Result<JsonValue> readReturn(QByteArrayView reply);

} // namespace plumbline
