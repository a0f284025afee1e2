// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <functional>

namespace plumbline {

/// Reads a file of any size from its start to where its end is by then, in pieces of 256 KiB at
/// most; "-" is standard input. It is read, not mapped: one that is cut short meanwhile ends there.
Result<void> readPieces(const QString &name, const std::function<void(QByteArrayView)> &take);

} // namespace plumbline
