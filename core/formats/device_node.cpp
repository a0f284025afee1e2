// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/device_node.h"

#include "base/text_cursor.h"

namespace plumbline {

Result<DeviceNode> readDeviceNode(QByteArrayView text)
{
    TextCursor cursor(text);
    const auto major = toNumber<int>(cursor.word(), 16);
    const auto minor = toNumber<int>(cursor.word(), 16);
    cursor.skipBlanks();
    if (!major || !minor || *major < 0 || *minor < 0 || !text.endsWith('\n'))
        return cursor.unreadable("the numbers and kind of a device");
    return DeviceNode{*major, *minor, cursor.takeLine() == "block special file"};
}

} // namespace plumbline
