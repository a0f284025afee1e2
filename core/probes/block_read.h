// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

namespace plumbline {

/// What one read of one block gave: bytes, at least one.
struct BlockRead
{
    qint64 bytes = 0;
    friend bool operator==(const BlockRead &, const BlockRead &) = default;
};

Result<BlockRead> readBlockRead(QByteArrayView text);

} // namespace plumbline
