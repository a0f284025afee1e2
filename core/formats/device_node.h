// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

namespace plumbline {

// What a name below /dev leads to: `stat -L -c '%t %T %F'`, numbers in hex.
//
//     fd 1 block special file

struct DeviceNode
{
    int major = 0;
    int minor = 0;
    bool isBlock = false;
    friend bool operator==(const DeviceNode &, const DeviceNode &) = default;
};

Result<DeviceNode> readDeviceNode(QByteArrayView text);

} // namespace plumbline
